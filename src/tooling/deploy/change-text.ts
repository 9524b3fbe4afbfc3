import { poolTriggers } from "../aws/pool-triggers.ts";
import type { Ink } from "../replay/ink.ts";
import { printable } from "../replay/printable.ts";
import type { Proof } from "./carry-out.ts";
import type { Difference } from "./difference.ts";
import { type PoolChange, replaced, type TriggerChange } from "./pool-change.ts";

/** What is about to be done to a pool, for whoever is to say yes. */
export function changeText(change: PoolChange, ink: Ink): string {
  const { pool } = change.described;
  const foreign = new Set(replaced(change));
  return [
    ink("strong", printable(`User pool ${pool.Id} (${pool.Name ?? "without a name"})`)),
    ...change.triggers.flatMap((each) => triggerLines(each, foreign.has(each), ink)),
    ...change.permit.map(({ bareArn, qualifier }) =>
      ink("good", `  + Cognito may invoke ${named(bareArn, qualifier)} for this pool`),
    ),
    ...change.forbid.map(({ bareArn, qualifier }) =>
      ink("bad", `  - Cognito may no longer invoke ${named(bareArn, qualifier)} for this pool`),
    ),
    ...(change.triggers.length > 0 ? sentBack(change) : []),
  ].join("\n");
}

function triggerLines({ trigger, before, after }: TriggerChange, isForeign: boolean, ink: Ink): string[] {
  const key = `LambdaConfig.${poolTriggers[trigger]}`;
  return [
    `  ${key}`,
    ...(before === undefined ? [] : [ink("bad", printable(`    - ${before}`))]),
    ...(after === undefined ? [] : [ink("good", printable(`    + ${after}`))]),
    ...(isForeign
      ? [ink("strong", "    The function that is attached now is another one, and gives way.")]
      : []),
  ];
}

function sentBack({ update: { input, leftOut } }: PoolChange): string[] {
  const count = Object.keys(input).filter((name) => !["UserPoolId", "LambdaConfig"].includes(name)).length;
  return [
    count === 1
      ? "  1 other setting is sent back as it is."
      : `  ${count} other settings are sent back as they are.`,
    ...leftOut.map(({ path, reason }) => printable(`  Not sent back: ${path}: ${reason}.`)),
  ];
}

function named(bareArn: string, qualifier: string | undefined): string {
  return printable(qualifier === undefined ? bareArn : `${bareArn}:${qualifier}`);
}

/** What the pool is like after the change. */
export function proofText({ notSet, unexpected, leftOut }: Proof, ink: Ink): string {
  const isProven = notSet.length + unexpected.length === 0;
  return [
    isProven
      ? ink(
          "good",
          "Done, and read again: nothing else of the pool has changed, and nothing of its MFA settings.",
        )
      : ink("bad", "Done, but the pool is not as it should be:"),
    ...notSet.map(({ trigger }) => `  LambdaConfig.${poolTriggers[trigger]} was not set.`),
    ...unexpected.map((each) => differenceLine(each)),
    ...leftOut.map((each) => `${differenceLine(each)} (it could not be sent back)`),
  ].join("\n");
}

function differenceLine({ path, before, after }: Difference): string {
  return printable(`  ${path}: ${text(before)} -> ${text(after)}`);
}

/** A setting may be a whole email. */
function text(value: unknown): string {
  const whole = value === undefined ? "nothing" : JSON.stringify(value);
  return whole.length > 120 ? `${whole.slice(0, 120)}…` : whole;
}
