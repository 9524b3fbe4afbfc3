import type { CfnUserPool } from "aws-cdk-lib/aws-cognito";
import { type Alias, CfnPermission } from "aws-cdk-lib/aws-lambda";
import { Stack } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { SetupError } from "../../error/setup-error.ts";
import { poolTriggers, type TriggerName } from "../aws/pool-triggers.ts";
import type { Pool } from "./pool.ts";

/** Permits the pool, and no other, to invoke the alias. */
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
 * Attaches the alias to a pool of the same app. `addTrigger` would not do: CDK's permission names no source
 * account, and a `CfnUserPool` has no such method.
 *
 * The permission is a child of the pool, in the pool's stack. In the function's stack it would close a cycle:
 * it refers to the pool, and the pool's stack refers to the function's.
 *
 * @throws SetupError when the pool already has this trigger
 */
export function attach(
  pool: Pool & { readonly own: CfnUserPool },
  trigger: TriggerName,
  alias: Pick<Alias, "functionArn">,
): void {
  const { own } = pool;
  const key = poolTriggers[trigger];
  const id = `Recovery${key}`;
  if (own.node.tryFindChild(id) || hasTrigger(own, key)) throw new SetupError(conflict(own, key, trigger));
  own.addPropertyOverride(`LambdaConfig.${key}`, alias.functionArn);
  allowPool(own, id, pool, alias);
  // A trigger that is added later would be overridden silently.
  own.node.addValidation({
    validate: () => (inLambdaConfig(own, key) ? [conflict(own, key, trigger)] : []),
  });
}

function conflict(pool: CfnUserPool, key: string, trigger: TriggerName): string {
  return `${pool.node.path} already has a trigger ${key}, and a pool has only one of each: remove it, or omit ${trigger} from \`triggers\`.`;
}

function hasTrigger(pool: CfnUserPool, key: string): boolean {
  // Private, but the only place that shows an override by other code before there is a template.
  const { rawOverrides } = pool as unknown as { rawOverrides?: { Properties?: { LambdaConfig?: object } } };
  return inLambdaConfig(pool, key) || Object.hasOwn(rawOverrides?.Properties?.LambdaConfig ?? {}, key);
}

/** Whether the pool's property contains the trigger, in CDK's spelling or CloudFormation's. Overrides are not part of it. */
function inLambdaConfig(pool: CfnUserPool, key: string): boolean {
  const config: object = Stack.of(pool).resolve(pool.lambdaConfig) ?? {};
  return Object.entries(config).some(
    ([name, value]) => name.toLowerCase() === key.toLowerCase() && value !== undefined,
  );
}
