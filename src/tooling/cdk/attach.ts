import type { CfnUserPool } from "aws-cdk-lib/aws-cognito";
import { type Alias, CfnPermission } from "aws-cdk-lib/aws-lambda";
import { Stack } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { SetupError } from "../../log/fault.ts";
import { poolTriggers, type TriggerName } from "../aws/pool-triggers.ts";
import type { Pool } from "./pool.ts";

/** Lets the pool, and nobody's else, invoke the alias. */
export function allowPool(
  scope: Construct,
  id: string,
  { arn, account }: Pool,
  alias: Pick<Alias, "functionArn">,
): void {
  new CfnPermission(scope, id, {
    action: "lambda:InvokeFunction",
    functionName: alias.functionArn,
    principal: "cognito-idp.amazonaws.com",
    sourceArn: arn,
    sourceAccount: account,
  });
}

/**
 * Makes the alias the trigger of a pool that is made in the same app. Not by `addTrigger`: CDK's permission
 * names no source account, and a `CfnUserPool` has no such method.
 *
 * The permission lies beneath the pool, in the pool's own stack: it names both, and in the function's stack
 * it would make that stack need the pool's, which needs the function's.
 *
 * @throws SetupError when the pool has this trigger already
 */
export function attach(
  pool: Pool & { readonly own: CfnUserPool },
  trigger: TriggerName,
  alias: Pick<Alias, "functionArn">,
): void {
  const { own } = pool;
  const key = poolTriggers[trigger];
  const id = `Recovery${key}`;
  if (own.node.tryFindChild(id) || hasTrigger(own, key)) throw new SetupError(taken(own, key, trigger));
  own.addPropertyOverride(`LambdaConfig.${key}`, alias.functionArn);
  allowPool(own, id, pool, alias);
  // A trigger that is added later would be overridden without a word.
  own.node.addValidation({
    validate: () => (inLambdaConfig(own, key) ? [taken(own, key, trigger)] : []),
  });
}

function taken(pool: CfnUserPool, key: string, trigger: TriggerName): string {
  return `${pool.node.path} has a trigger ${key} already, and a pool has one of each: take that one away, or leave ${trigger} out of \`triggers\`.`;
}

function hasTrigger(pool: CfnUserPool, key: string): boolean {
  // Private, but the one place where an override by somebody else shows before there is a template.
  const { rawOverrides } = pool as unknown as { rawOverrides?: { Properties?: { LambdaConfig?: object } } };
  return inLambdaConfig(pool, key) || Object.hasOwn(rawOverrides?.Properties?.LambdaConfig ?? {}, key);
}

/** Whether the pool's property has the trigger, in CDK's spelling or CloudFormation's; overrides are not in it. */
function inLambdaConfig(pool: CfnUserPool, key: string): boolean {
  const config: object = Stack.of(pool).resolve(pool.lambdaConfig) ?? {};
  return Object.entries(config).some(
    ([name, value]) => name.toLowerCase() === key.toLowerCase() && value !== undefined,
  );
}
