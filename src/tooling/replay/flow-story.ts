import type { Ink } from "../terminal/ink.ts";
import { printable } from "../terminal/printable.ts";
import type { Invocation, LogLine } from "./invocation.ts";
import type { FlowReport } from "./replay.ts";
import type { StepReport, TriggerRun } from "./step-report.ts";

/** Returns a flow as a short story: what the person did, which triggers ran, the result, and the verdict. */
export function flowStory({ file, title, steps }: FlowReport, ink: Ink): string {
  const isGood = steps.every(({ failures }) => failures.length === 0);
  const verdict = isGood ? ink("good", "ok") : ink("bad", "not as expected");
  return [
    `${ink("strong", title)}  ${verdict}  ${ink("quiet", file)}`,
    ...steps.flatMap((step, index) => stepLines(step, index + 1, ink)),
  ].join("\n");
}

function stepLines(report: StepReport, number: number, ink: Ink): string[] {
  const { ran, delivered, failures } = report;
  return [
    `  ${number}. ${printable(actionText(report))}`,
    ...ran.flatMap((each) => [
      `       ${runLine(each)}`,
      ...(each.invocation.log?.warnings ?? []).map(
        (warning) => `         ${ink("quiet", "warning")} ${printable(warning)}`,
      ),
      ...(each.invocation.log?.fault
        ? [`         ${ink("quiet", "fault")} ${printable(each.invocation.log.fault)}`]
        : []),
      ...errorLines(each.invocation, ink).map((line) => `         ${line}`),
    ]),
    ...delivered.map(({ medium, to, subject, text }) =>
      medium === "EMAIL"
        ? `     ${ink("quiet", "email to")} ${printable(`${to}: ${subject ?? ""}`)}`
        : `     ${ink("quiet", "SMS to")} ${printable(`${to}: ${text}`)}`,
    ),
    `     ${ink("quiet", "->")} ${printable(resultText(report))}`,
    ...failures.map((failure) => `     ${ink("bad", "!")} ${printable(failure)}`),
  ];
}

function actionText({ step: { forgotPassword, confirmForgotPassword, signIn, signUp } }: StepReport): string {
  const withMetadata = (metadata: object | undefined) =>
    metadata ? ` with ${short(JSON.stringify(metadata))}` : "";
  if (forgotPassword)
    return `${forgotPassword.username} forgot the password${withMetadata(forgotPassword.clientMetadata)}`;
  if (confirmForgotPassword) {
    const { username, code } = confirmForgotPassword;
    return `${username} sets a new password with ${code ? `the code ${code}` : "the code"}`;
  }
  if (signIn) return `${signIn.username} signs in${withMetadata(signIn.clientMetadata)}`;
  return `${signUp?.username} signs up${withMetadata(signUp?.clientMetadata)}`;
}

function runLine({ triggerSource, invocation }: TriggerRun): string {
  const { log, is, milliseconds } = invocation;
  return [
    triggerSource.padEnd(40),
    printable(log?.outcome ?? is).padEnd(12),
    `${Math.round(milliseconds)} ms`.padStart(7),
    log?.locale ? ` ${printable(localeText(log.locale))}` : "",
  ]
    .join(" ")
    .trimEnd();
}

/** Returns the errors behind a fault, in full. */
export function errorLines({ errors }: Invocation, ink: Ink): string[] {
  return errors.flatMap((error) =>
    error
      .split("\n")
      .map((line, index) => `${ink("quiet", index === 0 ? "error" : "     ")}   ${printable(line)}`),
  );
}

/** Returns the locale served, the one requested and by what, and those not offered: `de <- de-CH (metadata), not offered: nl (client)`. */
export function localeText({ asked, by, served, unmet }: NonNullable<LogLine["locale"]>): string {
  const met = asked === served ? `${served} (${by})` : `${served} <- ${short(asked ?? "nothing")} (${by})`;
  return unmet ? `${met}, not offered: ${short(unmet.join(", "))}` : met;
}

function resultText({ destination, error, usersCreated, step }: StepReport): string {
  const created = usersCreated > 0 ? ", and the pool has a new user" : "";
  if (error) return `${error.name}: ${error.message}${created}`;
  if (destination) return `"We have sent a code to ${destination}"${created}`;
  if (step.confirmForgotPassword) return "the new password is set";
  return `${step.signIn ? "signed in" : "signed up"}${created}`;
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
