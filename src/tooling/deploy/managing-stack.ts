import { type CloudFormationClient, DescribeStackResourcesCommand } from "@aws-sdk/client-cloudformation";
import { SetupError } from "../../log/fault.ts";
import { AwsRefusal, ask } from "../aws/ask.ts";

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
    // For 90 days stacks are told that are gone, and what was in them.
    const owning = StackResources.find(
      ({ PhysicalResourceId, ResourceStatus }) =>
        PhysicalResourceId === userPoolId && ResourceStatus !== "DELETE_COMPLETE",
    );
    return owning?.StackName;
  } catch (error) {
    if (!(error instanceof AwsRefusal)) throw error;
    // What it answers of a resource that is in no stack.
    if ((error.cause as Error).name === "ValidationError") return undefined;
    if (error.why !== "denied") throw error;
    throw new SetupError(
      `Whether a CloudFormation stack manages ${userPoolId} cannot be found out: have cloudformation:DescribeStackResources allowed to these credentials, or say --drift if you know that none does.`,
      { cause: error.cause },
    );
  }
}
