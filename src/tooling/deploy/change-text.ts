import { poolTriggers } from "../aws/pool-triggers.ts";
import type { Ink } from "../terminal/ink.ts";
import { printable } from "../terminal/printable.ts";
import { isEmpty, type PoolChange, type TriggerChange } from "./pool-change.ts";

/**
 * Returns the change of a pool, to be confirmed by a person.
 *
 * @param replaced the triggers whose current function is another one
 */
export function changeText(change: PoolChange, replaced: readonly TriggerChange[], ink: Ink): string {
  const { pool } = change.described;
  if (isEmpty(change)) return "There is nothing to change: the pool is already in this state.";
  return [
    ink("strong", printable(`User pool ${pool.Id} (${pool.Name ?? "without a name"})`)),
    ...change.triggers.flatMap((each) => triggerLines(each, replaced.includes(each), ink)),
    ...change.permit.map(({ functionArn }) =>
      ink("good", printable(`  + Cognito may invoke ${functionArn} for this pool`)),
    ),
    ...change.forbid.map(({ functionArn }) =>
      ink("bad", printable(`  - Cognito may no longer invoke ${functionArn} for this pool`)),
    ),
    ...(change.triggers.length > 0 ? sentBack(change) : []),
  ].join("\n");
}

function triggerLines({ trigger, before, after }: TriggerChange, isReplaced: boolean, ink: Ink): string[] {
  return [
    `  LambdaConfig.${poolTriggers[trigger]}`,
    ...(before === undefined ? [] : [ink("bad", printable(`    - ${before}`))]),
    ...(after === undefined ? [] : [ink("good", printable(`    + ${after}`))]),
    ...(isReplaced
      ? [ink("strong", "    This replaces another function, which others may have attached.")]
      : []),
  ];
}

function sentBack({ update: { input, omitted } }: PoolChange): string[] {
  const count = Object.keys(input).filter((name) => !["UserPoolId", "LambdaConfig"].includes(name)).length;
  return [
    count === 1
      ? "  1 other setting is sent back unchanged."
      : `  ${count} other settings are sent back unchanged.`,
    ...omitted.map(({ path, reason }) => printable(`  Not sent back: ${path}: ${reason}.`)),
  ];
}
