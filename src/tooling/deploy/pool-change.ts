import type { LambdaConfigType } from "@aws-sdk/client-cognito-identity-provider";
import { SetupError } from "../../log/fault.ts";
import { bareArnOf } from "../aws/function-name.ts";
import { poolTriggers, type TriggerName } from "../aws/pool-triggers.ts";
import type { DescribedPool } from "./described-pool.ts";
import type { InvokePermission } from "./invoke-permission.ts";
import { type Update, updateOf } from "./pool-update.ts";
import { unknownSettings } from "./unknown-settings.ts";

/** One trigger of a pool: the function that is attached, and the one that shall be. */
export interface TriggerChange {
  readonly trigger: TriggerName;
  readonly before?: string;
  readonly after?: string;
}

/** All that is about to be done to a pool. */
export interface PoolChange {
  readonly described: DescribedPool;
  readonly triggers: readonly TriggerChange[];
  readonly permit: readonly InvokePermission[];
  readonly forbid: readonly InvokePermission[];
  /** Those of its functions that are by a statement of ours, an earlier one's too: an undo takes them away. */
  readonly ours: readonly InvokePermission[];
  readonly update: Update;
}

/**
 * The change of a pool's triggers. Those that are as they shall be already are no part of it, and no
 * permission goes whose function the pool still has for anything.
 *
 * @throws SetupError when the pool has a setting that this SDK does not know, and so could not send back
 */
export function poolChange(
  described: DescribedPool,
  wanted: readonly TriggerChange[],
  { permit = [], forbid = [], ours = [] }: Partial<Pick<PoolChange, "permit" | "forbid" | "ours">>,
): PoolChange {
  const triggers = wanted.filter(({ before, after }) => before !== after);
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
    update: updateOf(pool, config),
  };
}

/** One function may serve several triggers. */
function once(permissions: readonly InvokePermission[]): readonly InvokePermission[] {
  return [...new Map(permissions.map((each) => [each.functionArn, each])).values()];
}

function lambdaConfig(now: LambdaConfigType = {}, triggers: readonly TriggerChange[]): LambdaConfigType {
  const changed = triggers.map(({ trigger, after }) => [poolTriggers[trigger], after] as const);
  const entries = Object.entries({ ...now, ...Object.fromEntries(changed) });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Whether a pool has this function, under this alias, for anything: for a trigger, or as a custom sender. */
export function invokes(config: LambdaConfigType | undefined, functionArn: string): boolean {
  const within = (value: unknown): boolean =>
    typeof value === "object" && value !== null ? Object.values(value).some(within) : value === functionArn;
  return within(config);
}

/** Whether there is anything to do. */
export function isEmpty({ triggers, permit, forbid }: PoolChange): boolean {
  return triggers.length + permit.length + forbid.length === 0;
}

/** The triggers at which another function is replaced: not another alias of the same. */
export function replaced({ triggers }: PoolChange): readonly TriggerChange[] {
  return triggers.filter(
    ({ before, after }) =>
      before !== undefined && after !== undefined && bareArnOf(before) !== bareArnOf(after),
  );
}
