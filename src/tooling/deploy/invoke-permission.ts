import {
  AddPermissionCommand,
  GetPolicyCommand,
  type LambdaClient,
  RemovePermissionCommand,
} from "@aws-sdk/client-lambda";
import { arnIn } from "../aws/arn.ts";
import { AwsRefusal, ask } from "../aws/call-aws.ts";
import { bareArnOf, functionNameIn } from "../aws/function-name.ts";
import { COGNITO, permissionIn } from "../aws/permission.ts";
import { orMissing } from "../aws/undefined-if-not-found.ts";

/** What is permitted: Cognito may invoke this function for this pool. */
export interface InvokePermission {
  /** With its alias or version, if it has one: each has a policy of its own. */
  readonly functionArn: string;
  readonly poolArn: string;
}

/** The id of our statement in the policy of a function; a pool has one in each. */
function statementId(poolArn: string): string {
  return `cognito-recovery-${poolArn.split("/").pop()}`;
}

/**
 * Whether our own statement is there, and whether Cognito may invoke the function as ours would let it: for
 * pools that are named alone, or at least by ours.
 */
export async function permissionOf(
  lambda: LambdaClient,
  permission: InvokePermission,
): Promise<{ readonly ours: boolean; readonly given: boolean }> {
  const { functionArn, poolArn } = permission;
  const policy = await policyOf(lambda, permission);
  const ours = policy.includes(`"${statementId(poolArn)}"`);
  const judged = permissionIn(policy, { functionArn, poolArn, account: arnIn(poolArn).account });
  if (judged.is !== "allowed") return { ours, given: false };
  return { ours, given: ours || judged.reach === "pool" };
}

/** A function that is gone, or has no policy, has none to be found. */
async function policyOf(lambda: LambdaClient, permission: InvokePermission): Promise<string> {
  const call = lambda.send(new GetPolicyCommand(target(permission)));
  const found = await orMissing(ask("lambda:GetPolicy", call));
  return (found === "missing" ? undefined : found.Policy) ?? '{"Statement":[]}';
}

/** Adds our statement. One that is there already and does not let Cognito in gives way. */
export async function permit(lambda: LambdaClient, permission: InvokePermission): Promise<void> {
  try {
    await added(lambda, permission);
  } catch (error) {
    const isThere =
      error instanceof AwsRefusal && (error.cause as Error).name === "ResourceConflictException";
    if (!isThere) throw error;
    // What the SDK's second try is told, too, when the first was made and its answer lost.
    if ((await permissionOf(lambda, permission)).given) return;
    await forbid(lambda, permission);
    await added(lambda, permission);
  }
}

async function added(lambda: LambdaClient, permission: InvokePermission): Promise<void> {
  const { poolArn } = permission;
  const statement = new AddPermissionCommand({
    ...target(permission),
    StatementId: statementId(poolArn),
    Action: "lambda:InvokeFunction",
    Principal: COGNITO,
    SourceArn: poolArn,
    SourceAccount: arnIn(poolArn).account,
  });
  await ask("lambda:AddPermission", lambda.send(statement));
}

/** Removes our statement, if it is there. */
export async function forbid(lambda: LambdaClient, permission: InvokePermission): Promise<void> {
  const statement = new RemovePermissionCommand({
    ...target(permission),
    StatementId: statementId(permission.poolArn),
  });
  await orMissing(ask("lambda:RemovePermission", lambda.send(statement)));
}

function target({ functionArn }: InvokePermission) {
  const qualifier = functionNameIn(functionArn)?.qualifier;
  return { FunctionName: bareArnOf(functionArn), ...(qualifier !== undefined && { Qualifier: qualifier }) };
}
