import type { Ink } from "../terminal/ink.ts";
import { printable } from "../terminal/printable.ts";
import type { Comparison, Done, RemainingPermission } from "./carry-out.ts";
import { type Difference, sideText } from "./difference.ts";
import type { InvokePermission } from "./invoke-permission.ts";
import type { PoolChange } from "./pool-change.ts";

/** Returns the result of a change for a terminal. */
export function doneText(done: Done, change: PoolChange, ink: Ink): string {
  switch (done.is) {
    case "changed":
      return [
        ...(done.updateError === undefined
          ? []
          : [printable(`The change was made, although there was an error: ${sentence(done.updateError)}`)]),
        ...("readError" in done.comparison
          ? [
              ink(
                "bad",
                printable(
                  `Done, but the pool could not be read again: ${sentence(done.comparison.readError)}`,
                ),
              ),
            ]
          : comparisonLines(done.comparison, ink)),
        ...done.remaining.map(remainingLine),
      ].join("\n");
    case "unchanged":
      return [
        ink("bad", printable(`The triggers are unchanged: ${sentence(done.error)}`)),
        ...hints(done.error, change),
        ...done.kept.map(keptLine),
        ...done.remaining.map(remainingLine),
      ].join("\n");
    case "unclear":
      return [
        ink("bad", printable(sentence(done.error))),
        "It is not known whether the pool was changed: wait a minute, and run the same command again.",
        ...done.kept.map(keptLine),
      ].join("\n");
  }
}

/** Returns 0 for the announced change, 1 when something differs or is not known, 2 when nothing was changed. */
export function exitCodeOf(done: Done): 0 | 1 | 2 {
  if (done.is === "unchanged") return done.remaining.length === 0 ? 2 : 1;
  if (done.is === "unclear" || "readError" in done.comparison) return 1;
  return done.comparison.unexpected.length + done.remaining.length === 0 ? 0 : 1;
}

function comparisonLines({ unexpected, omitted }: Comparison, ink: Ink): string[] {
  return [
    unexpected.length > 0
      ? ink("bad", "Done, but this differs from the previous or the sent settings:")
      : ink(
          "good",
          omitted.length > 0
            ? "Done, and read again: only settings that could not be sent back have changed."
            : "Done, and read again: nothing else has changed, in the pool or in its MFA settings.",
        ),
    ...unexpected.map(differenceLine),
    ...omitted.map((each) => `${differenceLine(each)} (it could not be sent back)`),
  ];
}

function keptLine({ functionArn }: InvokePermission): string {
  return printable(`  Cognito may now invoke ${functionArn} for this pool.`);
}

function differenceLine({ path, before, after }: Difference): string {
  return printable(`  ${path}: should be ${text(before)}, is ${text(after)}`);
}

function remainingLine({ permission, error }: RemainingPermission): string {
  return printable(
    `  Cognito may still invoke ${permission.functionArn} for this pool, which is no longer needed: ${sentence(error)}`,
  );
}

/** Returns a possible cause of the error. */
function hints(error: unknown, { described }: PoolChange): string[] {
  const { EmailMessage, EmailMessageByLink } = described.pool.VerificationMessageTemplate ?? {};
  const isInvalid =
    error instanceof Error && (error.cause as Error | undefined)?.name === "InvalidParameterException";
  return isInvalid && EmailMessage && EmailMessageByLink
    ? [
        "The pool has verification emails with a code and with a link. AWS does not permit both in an update: clear the\none that the pool does not use, in the console, if Cognito's message is about them.",
      ]
    : [];
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Shortens a setting, which may be a whole email. */
function text(value: unknown): string {
  const whole = sideText(value);
  return whole.length > 120 ? `${whole.slice(0, 120)}…` : whole;
}
