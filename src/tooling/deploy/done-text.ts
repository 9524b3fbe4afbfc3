import type { Ink } from "../terminal/ink.ts";
import { printable } from "../terminal/printable.ts";
import type { Done, Left, Proof } from "./carry-out.ts";
import { type Difference, sideText } from "./difference.ts";
import type { InvokePermission } from "./invoke-permission.ts";
import type { PoolChange } from "./pool-change.ts";

/** What came of a change, for a terminal. */
export function doneText(done: Done, change: PoolChange, ink: Ink): string {
  switch (done.is) {
    case "changed":
      return [
        ...(done.despite === undefined
          ? []
          : [printable(`It was made, although there was an error: ${sentence(done.despite)}`)]),
        ...("unread" in done.proof
          ? [ink("bad", printable(`Done, but it could not be read again: ${sentence(done.proof.unread)}`))]
          : proofLines(done.proof, ink)),
        ...done.left.map(leftLine),
      ].join("\n");
    case "unchanged":
      return [
        ink("bad", printable(`The triggers are as they were: ${sentence(done.why)}`)),
        ...hints(done.why, change),
        ...done.kept.map(keptLine),
        ...done.left.map(leftLine),
      ].join("\n");
    case "unclear":
      return [
        ink("bad", printable(sentence(done.why))),
        "Whether the pool was changed is not known: wait a minute, and run the same again.",
        ...done.kept.map(keptLine),
      ].join("\n");
  }
}

/** 0 when all is as was said beforehand, 1 when something is not or is not known, 2 when nothing was done. */
export function exitCodeOf(done: Done): 0 | 1 | 2 {
  if (done.is === "unchanged") return done.left.length === 0 ? 2 : 1;
  if (done.is === "unclear" || "unread" in done.proof) return 1;
  return done.proof.unexpected.length + done.left.length === 0 ? 0 : 1;
}

function proofLines({ unexpected, leftOut }: Proof, ink: Ink): string[] {
  return [
    unexpected.length > 0
      ? ink("bad", "Done, but this is otherwise than before, or than was sent:")
      : ink(
          "good",
          leftOut.length > 0
            ? "Done, and read again: nothing has changed but what could not be sent back."
            : "Done, and read again: nothing else of the pool has changed, and nothing of its MFA settings.",
        ),
    ...unexpected.map(differenceLine),
    ...leftOut.map((each) => `${differenceLine(each)} (it could not be sent back)`),
  ];
}

function keptLine({ functionArn }: InvokePermission): string {
  return printable(`  Cognito may invoke ${functionArn} for this pool now.`);
}

function differenceLine({ path, before, after }: Difference): string {
  return printable(`  ${path}: should be ${text(before)}, is ${text(after)}`);
}

function leftLine({ permission, why }: Left): string {
  return printable(
    `  Cognito may still invoke ${permission.functionArn} for this pool, which it need not: ${sentence(why)}`,
  );
}

/** What else may be the matter. */
function hints(why: unknown, { described }: PoolChange): string[] {
  const { EmailMessage, EmailMessageByLink } = described.pool.VerificationMessageTemplate ?? {};
  const isRefused =
    why instanceof Error && (why.cause as Error | undefined)?.name === "InvalidParameterException";
  return isRefused && EmailMessage && EmailMessageByLink
    ? [
        "The pool has verification emails of both kinds, with a code and by a link, which AWS says an update may not\nhave: clear the one that it does not use, in the console, if that is what Cognito means.",
      ]
    : [];
}

function sentence(why: unknown): string {
  return why instanceof Error ? why.message : String(why);
}

/** A setting may be a whole email. */
function text(value: unknown): string {
  const whole = sideText(value);
  return whole.length > 120 ? `${whole.slice(0, 120)}…` : whole;
}
