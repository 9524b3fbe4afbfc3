import { type CloudFormationClient, DescribeStackResourcesCommand } from "@aws-sdk/client-cloudformation";
import { SetupError } from "../../log/fault.ts";
import { AwsRefusal, ask } from "../aws/call-aws.ts";

/**
 * The name of the CloudFormation stack that a pool belongs to; `undefined` when it belongs to none. Asked of
 * CloudFormation itself: that a stack tags its pools is documented nowhere.
 *
 * @throws SetupError when that cannot be found out
 */
export async function managingStack(
  cloudFormation: CloudFormationClient,
  userPoolId: string,
): Promise<string | undefined> {
  try {
    const { StackResources = [] } = await ask(
      "cloudformation:DescribeStackResources",
      cloudFormation.send(new DescribeStackResourcesCommand({ PhysicalResourceId: userPoolId })),
    );
    // The answer is the stack that the pool is in, but no more than its first 100 resources.
    const pool = StackResources.find(({ PhysicalResourceId }) => PhysicalResourceId === userPoolId);
    // Let go of by its stack: a stack that is gone is told for 90 days.
    if (pool?.ResourceStatus === "DELETE_COMPLETE" || pool?.ResourceStatus === "DELETE_SKIPPED")
      return undefined;
    return (pool ?? StackResources[0])?.StackName;
  } catch (error) {
    if (!(error instanceof AwsRefusal)) throw error;
    // What it answers of a resource that is in no stack.
    const { name, message } = error.cause as Error;
    if (name === "ValidationError" && /does not exist/i.test(message)) return undefined;
    throw new SetupError(
      `Whether a CloudFormation stack manages ${userPoolId} cannot be found out. ${error.message} Or say --drift, if you know that none does.`,
      { cause: error.cause },
    );
  }
}
