import {
  AddPermissionCommand,
  GetPolicyCommand,
  type LambdaClient,
  RemovePermissionCommand,
} from "@aws-sdk/client-lambda";
import { AwsRefusal, ask } from "../aws/ask.ts";

/** What is permitted: Cognito may invoke this function for this pool. */
export interface InvokePermission {
  /** Without an alias. */
  readonly bareArn: string;
  readonly qualifier: string | undefined;
  readonly poolArn: string;
}

const PRINCIPAL = "cognito-idp.amazonaws.com";
const ACTION = "lambda:InvokeFunction";

/** The id of our statement in the policy of a function; a pool has one in each. */
export function statementId(poolArn: string): string {
  return `cognito-recovery-${poolArn.split("/").pop()}`;
}

interface Statement {
  readonly Sid?: string;
  readonly Effect?: string;
  readonly Principal?: unknown;
  readonly Action?: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Whether our own statement is there, and whether some statement lets Cognito in as ours would. */
export async function permissionOf(
  lambda: LambdaClient,
  permission: InvokePermission,
): Promise<{ readonly ours: boolean; readonly given: boolean }> {
  const statements = await policyOf(lambda, permission);
  return {
    ours: statements.some(({ Sid }) => Sid === statementId(permission.poolArn)),
    given: statements.some((statement) => permits(statement, permission.poolArn)),
  };
}

/** Narrow on purpose: of a statement that reads otherwise nobody knows but IAM, and ours beside it does no harm. */
function permits({ Effect, Principal, Action, Condition = {} }: Statement, poolArn: string): boolean {
  const service = (Principal as { Service?: unknown } | undefined)?.Service;
  const conditions = Object.values(Condition).flatMap((each) => Object.entries(each));
  const account = poolArn.split(":")[4];
  return (
    Effect === "Allow" &&
    [service].flat().includes(PRINCIPAL) &&
    [Action].flat().includes(ACTION) &&
    conditions.length === 2 &&
    conditions.every(
      ([key, value]) =>
        (/^aws:SourceArn$/i.test(key) && value === poolArn) ||
        (/^aws:SourceAccount$/i.test(key) && value === account),
    )
  );
}

async function policyOf(lambda: LambdaClient, permission: InvokePermission): Promise<readonly Statement[]> {
  try {
    const { Policy = "{}" } = await ask(
      "lambda:GetPolicy",
      lambda.send(new GetPolicyCommand(target(permission))),
    );
    const { Statement: statements = [] } = JSON.parse(Policy) as { Statement?: Statement | Statement[] };
    return [statements].flat();
  } catch (error) {
    // A function without a policy has none to be found.
    if (error instanceof AwsRefusal && error.why === "missing") return [];
    throw error;
  }
}

/** Adds our statement. One that is there already and does not let Cognito in gives way. */
export async function permit(lambda: LambdaClient, permission: InvokePermission): Promise<void> {
  const { poolArn } = permission;
  if ((await permissionOf(lambda, permission)).ours) await forbid(lambda, permission);
  const statement = new AddPermissionCommand({
    ...target(permission),
    StatementId: statementId(poolArn),
    Action: ACTION,
    Principal: PRINCIPAL,
    SourceArn: poolArn,
    SourceAccount: poolArn.split(":")[4],
  });
  await ask("lambda:AddPermission", lambda.send(statement));
}

/** Removes our statement, if it is there. */
export async function forbid(lambda: LambdaClient, permission: InvokePermission): Promise<void> {
  const statement = new RemovePermissionCommand({
    ...target(permission),
    StatementId: statementId(permission.poolArn),
  });
  try {
    await ask("lambda:RemovePermission", lambda.send(statement));
  } catch (error) {
    if (!(error instanceof AwsRefusal) || error.why !== "missing") throw error;
  }
}

function target({ bareArn, qualifier }: InvokePermission) {
  return { FunctionName: bareArn, ...(qualifier !== undefined && { Qualifier: qualifier }) };
}
