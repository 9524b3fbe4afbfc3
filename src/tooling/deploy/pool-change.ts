import type { LambdaConfigType } from "@aws-sdk/client-cognito-identity-provider";
import { SetupError } from "../../error/setup-error.ts";
import { bareArnOf } from "../aws/function-name.ts";
import { poolTriggers, type TriggerName } from "../aws/pool-triggers.ts";
import type { DescribedPool } from "./described-pool.ts";
import type { InvokePermission } from "./invoke-permission.ts";
import { type PoolUpdate, poolUpdate } from "./pool-update.ts";
import { unknownSettings } from "./unknown-settings.ts";

/** The change of one trigger: the function before and the function after. */
export interface TriggerChange {
  readonly trigger: TriggerName;
  readonly before?: string;
  readonly after?: string;
}

/** A complete change of a pool. */
export interface PoolChange {
  readonly described: DescribedPool;
  readonly triggers: readonly TriggerChange[];
  readonly permit: readonly InvokePermission[];
  readonly forbid: readonly InvokePermission[];
  /** The permissions by our statements, earlier ones included: an undo removes them. */
  readonly ours: readonly InvokePermission[];
  readonly update: PoolUpdate;
}

/**
 * Returns the change of a pool's triggers, without those that already have the function. It keeps the permission
 * of a function that the pool still uses.
 *
 * @throws SetupError when the pool has a setting that this SDK does not know, and so could not send back
 */
export function poolChange(
  described: DescribedPool,
  all: readonly TriggerChange[],
  { permit = [], forbid = [], ours = [] }: Partial<Pick<PoolChange, "permit" | "forbid" | "ours">>,
): PoolChange {
  const triggers = all.filter(({ before, after }) => before !== after);
  const { pool, json } = described;
  const unknown = unknownSettings(json.UserPool, pool);
  if (triggers.length > 0 && unknown.length > 0) {
    throw new SetupError(
      `The pool has settings that the installed AWS SDK does not know, and an update would lose them: ${unknown.join(", ")}. Update @aws-sdk/client-cognito-identity-provider first.`,
    );
  }
  const config = lambdaConfig(pool.LambdaConfig, triggers);
  return {
    described,
    triggers,
    permit: once(permit),
    ours: once([...ours, ...permit]),
    forbid: once(forbid).filter(({ functionArn }) => !invokes(config, functionArn)),
    update: poolUpdate(pool, config),
  };
}

/** Returns one permission for each function, since a function may serve several triggers. */
function once(permissions: readonly InvokePermission[]): readonly InvokePermission[] {
  return [...new Map(permissions.map((each) => [each.functionArn, each])).values()];
}

function lambdaConfig(now: LambdaConfigType = {}, triggers: readonly TriggerChange[]): LambdaConfigType {
  const changed = triggers.map(({ trigger, after }) => [poolTriggers[trigger], after] as const);
  const entries = Object.entries({ ...now, ...Object.fromEntries(changed) });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Whether a pool uses this function, with this alias, as a trigger or as a custom sender. */
export function invokes(config: LambdaConfigType | undefined, functionArn: string): boolean {
  const within = (value: unknown): boolean =>
    typeof value === "object" && value !== null ? Object.values(value).some(within) : value === functionArn;
  return within(config);
}

/** Whether a change does nothing. */
export function isEmpty({ triggers, permit, forbid }: PoolChange): boolean {
  return triggers.length + permit.length + forbid.length === 0;
}

/** Returns the triggers whose function is replaced by another function, not by another alias of it. */
export function replaced({ triggers }: PoolChange): readonly TriggerChange[] {
  return triggers.filter(
    ({ before, after }) =>
      before !== undefined && after !== undefined && bareArnOf(before) !== bareArnOf(after),
  );
}
