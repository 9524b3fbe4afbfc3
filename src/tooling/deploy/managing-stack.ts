import { type CloudFormationClient, DescribeStackResourcesCommand } from "@aws-sdk/client-cloudformation";
import { SetupError } from "../../error/setup-error.ts";
import { AwsError, callAws } from "../aws/call-aws.ts";
import type { Clients } from "./clients.ts";

/**
 * Returns the name of the CloudFormation stack that manages a pool; `undefined` when none does. CloudFormation
 * itself knows: AWS does not document that a stack tags its pools.
 *
 * @throws SetupError when CloudFormation does not answer
 */
async function managingStack(
  cloudFormation: CloudFormationClient,
  userPoolId: string,
): Promise<string | undefined> {
  try {
    const { StackResources = [] } = await callAws(
      "cloudformation:DescribeStackResources",
      cloudFormation.send(new DescribeStackResourcesCommand({ PhysicalResourceId: userPoolId })),
    );
    // The answer is the pool's stack, but only its first 100 resources.
    const pool = StackResources.find(({ PhysicalResourceId }) => PhysicalResourceId === userPoolId);
    // The stack was deleted, or released the pool: CloudFormation returns deleted stacks for 90 days.
    if (pool?.ResourceStatus === "DELETE_COMPLETE" || pool?.ResourceStatus === "DELETE_SKIPPED")
      return undefined;
    return (pool ?? StackResources[0])?.StackName;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    // The answer for a resource that is in no stack.
    const { name, message } = error.cause as Error;
    if (name === "ValidationError" && /does not exist/i.test(message)) return undefined;
    throw new SetupError(
      `CloudFormation did not answer whether a stack manages ${userPoolId}. ${error.message} If you know that none does, pass --drift.`,
      { cause: error.cause },
    );
  }
}

/** @throws SetupError when a CloudFormation stack manages the pool */
export async function rejectManagedPool(clients: Clients, userPoolId: string): Promise<void> {
  const message = await managedPoolMessage(clients, userPoolId);
  if (message !== undefined) throw new SetupError(message);
}

/** Returns why a pool should not be changed by a command, if a CloudFormation stack manages it. */
export async function managedPoolMessage(
  { cloudFormation }: Clients,
  userPoolId: string,
): Promise<string | undefined> {
  const stack = await managingStack(cloudFormation, userPoolId);
  return (
    stack &&
    `The CloudFormation stack ${stack} manages ${userPoolId}. It does not know of changes by this command (drift), and its next update may revert them: change the triggers in the stack (docs/deploy.md), or pass --drift.`
  );
}
