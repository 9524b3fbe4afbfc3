import {
  AddPermissionCommand,
  GetPolicyCommand,
  type LambdaClient,
  RemovePermissionCommand,
} from "@aws-sdk/client-lambda";
import { arnIn } from "../aws/arn.ts";
import { AwsError, callAws } from "../aws/call-aws.ts";
import { bareArnOf, functionNameIn } from "../aws/function-name.ts";
import { COGNITO, permissionIn } from "../aws/permission.ts";
import { undefinedIfNotFound } from "../aws/undefined-if-not-found.ts";

/** A permission for Cognito to invoke a function for a pool. */
export interface InvokePermission {
  /** The ARN with its alias or version, if it has one: each has its own policy. */
  readonly functionArn: string;
  readonly poolArn: string;
}

/** Returns the id of our statement in the policies of a pool's functions. */
function statementId(poolArn: string): string {
  return `cognito-recovery-${poolArn.split("/").pop()}`;
}

/**
 * Finds out whether the policy contains our statement (`ours`), and whether Cognito may invoke the function by it
 * or by another that names the pool (`given`).
 */
export async function permissionOf(
  lambda: LambdaClient,
  permission: InvokePermission,
): Promise<{ readonly ours: boolean; readonly given: boolean }> {
  const { functionArn, poolArn } = permission;
  const policy = await policyOf(lambda, permission);
  const ours = policy.includes(`"${statementId(poolArn)}"`);
  const existing = permissionIn(policy, { functionArn, poolArn, account: arnIn(poolArn).account });
  if (existing.is !== "allowed") return { ours, given: false };
  return { ours, given: ours || existing.reach === "pool" };
}

/** Returns the policy of a function; an empty one if the function has none or does not exist. */
async function policyOf(lambda: LambdaClient, permission: InvokePermission): Promise<string> {
  const call = lambda.send(new GetPolicyCommand(target(permission)));
  return (await undefinedIfNotFound(callAws("lambda:GetPolicy", call)))?.Policy ?? '{"Statement":[]}';
}

/** Adds our statement, and replaces an earlier one that does not allow Cognito to invoke. */
export async function permit(lambda: LambdaClient, permission: InvokePermission): Promise<void> {
  try {
    await addStatement(lambda, permission);
  } catch (error) {
    const isPresent =
      error instanceof AwsError && (error.cause as Error).name === "ResourceConflictException";
    if (!isPresent) throw error;
    // The SDK's second attempt also ends here, when the first one succeeded and its answer was lost.
    if ((await permissionOf(lambda, permission)).given) return;
    await forbid(lambda, permission);
    await addStatement(lambda, permission);
  }
}

async function addStatement(lambda: LambdaClient, permission: InvokePermission): Promise<void> {
  const { poolArn } = permission;
  const statement = new AddPermissionCommand({
    ...target(permission),
    StatementId: statementId(poolArn),
    Action: "lambda:InvokeFunction",
    Principal: COGNITO,
    SourceArn: poolArn,
    SourceAccount: arnIn(poolArn).account,
  });
  await callAws("lambda:AddPermission", lambda.send(statement));
}

/** Removes our statement, if it is present. */
export async function forbid(lambda: LambdaClient, permission: InvokePermission): Promise<void> {
  const statement = new RemovePermissionCommand({
    ...target(permission),
    StatementId: statementId(permission.poolArn),
  });
  await undefinedIfNotFound(callAws("lambda:RemovePermission", lambda.send(statement)));
}

function target({ functionArn }: InvokePermission) {
  const qualifier = functionNameIn(functionArn)?.qualifier;
  return { FunctionName: bareArnOf(functionArn), ...(qualifier !== undefined && { Qualifier: qualifier }) };
}
