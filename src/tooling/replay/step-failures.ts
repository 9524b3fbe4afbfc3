import type { Expectation } from "./flow.ts";
import type { StepReport } from "./step-report.ts";

type Result = Omit<StepReport, "failures">;

/** Returns a sentence for each unmet expectation of a step, and for each reason why Cognito would reject an answer. */
export function stepFailures(expected: Expectation, result: Result): readonly string[] {
  return [
    ...result.ran.flatMap(({ triggerSource, verdict }) =>
      verdict.is === "ok" ? [] : verdict.reasons.map((reason) => `${triggerSource}: ${reason}`),
    ),
    ...wrongTriggers(expected, result),
    ...wrongError(expected, result),
    ...wrongDelivery(expected, result),
    ...wrongUsers(expected, result),
  ];
}

function wrongTriggers({ triggers }: Expectation, { ran }: Result): string[] {
  if (!triggers) return [];
  const actual = ran.map(({ triggerSource, invocation }) => ({
    source: triggerSource,
    full: `${triggerSource}: ${invocation.log?.outcome ?? invocation.is}`,
  }));
  const isAsExpected = (text: string, index: number) =>
    text === actual[index]?.source || text === actual[index]?.full;
  return triggers.length === actual.length && triggers.every(isAsExpected)
    ? []
    : [`ran ${list(actual.map(({ full }) => full))}, expected ${list(triggers)}`];
}

function wrongError({ error: expected }: Expectation, { error }: Result): string[] {
  if (!expected) return error ? [`${error.name}: ${error.message}`] : [];
  const [, name, part = ""] = /^(\w+)(?:: (.*))?$/s.exec(expected) ?? [];
  if (error && error.name === name && error.message.includes(part)) return [];
  return [`${error ? `${error.name}: ${error.message}` : "no error"}, expected ${expected}`];
}

function wrongDelivery({ delivered: expected }: Expectation, { delivered, ran }: Result): string[] {
  if (expected === undefined) return [];
  const [message] = delivered;
  if (expected === false) return message ? [`a message was delivered to ${message.to}, expected none`] : [];
  if (!message) return ["no message was delivered"];
  const { to, locale, subject, text = [], without = [] } = expected;
  const served = ran.findLast(({ invocation }) => invocation.log?.locale)?.invocation.log?.locale?.served;
  const whole = `${message.subject ?? ""}\n${message.text}`;
  return [
    ...(to && message.to !== to ? [`delivered to ${message.to}, expected ${to}`] : []),
    ...(locale && served !== locale ? [`served in ${served ?? "no locale"}, expected ${locale}`] : []),
    ...(subject && !message.subject?.includes(subject)
      ? [`the subject "${message.subject ?? ""}" does not contain "${subject}"`]
      : []),
    ...[text]
      .flat()
      .flatMap((part) => (whole.includes(part) ? [] : [`the message does not contain "${part}"`])),
    ...without.flatMap((part) => (whole.includes(part) ? [`the message contains "${part}"`] : [])),
  ];
}

function wrongUsers({ userCreated }: Expectation, { usersCreated }: Result): string[] {
  if (userCreated === undefined || userCreated === usersCreated > 0) return [];
  return [userCreated ? "no user was created" : "a user was created"];
}

function list(items: readonly string[]): string {
  return items.length > 0 ? items.join(", ") : "nothing";
}
