import type { Expectation } from "./flow.ts";
import type { StepReport } from "./played-flow.ts";

type Happened = Omit<StepReport, "failures">;

/** What was expected of a step and did not happen, and what Cognito would refuse, as sentences. */
export function failuresOf(expected: Expectation, happened: Happened): readonly string[] {
  return [
    ...happened.ran.flatMap(({ triggerSource, verdict }) =>
      verdict.is === "ok" ? [] : verdict.reasons.map((reason) => `${triggerSource}: ${reason}`),
    ),
    ...wrongTriggers(expected, happened),
    ...wrongError(expected, happened),
    ...wrongDelivery(expected, happened),
    ...wrongUsers(expected, happened),
  ];
}

function wrongTriggers({ triggers }: Expectation, { ran }: Happened): string[] {
  if (!triggers) return [];
  const told = ran.map(({ triggerSource, invocation }) => ({
    source: triggerSource,
    full: `${triggerSource}: ${invocation.log?.outcome ?? invocation.is}`,
  }));
  const isAsTold = (text: string, index: number) =>
    text === told[index]?.source || text === told[index]?.full;
  return triggers.length === told.length && triggers.every(isAsTold)
    ? []
    : [`ran ${list(told.map(({ full }) => full))}, expected ${list(triggers)}`];
}

function wrongError({ error: expected }: Expectation, { error }: Happened): string[] {
  if (!expected) return error ? [`${error.name}: ${error.message}`] : [];
  const [, name, part = ""] = /^(\w+)(?:: (.*))?$/s.exec(expected) ?? [];
  if (error && error.name === name && error.message.includes(part)) return [];
  return [`${error ? `${error.name}: ${error.message}` : "no error"}, expected ${expected}`];
}

function wrongDelivery({ delivered: expected }: Expectation, { delivered, ran }: Happened): string[] {
  if (expected === undefined) return [];
  const [message] = delivered;
  if (expected === false) return message ? [`a message went to ${message.to}, expected none`] : [];
  if (!message) return ["no message was delivered"];
  const { to, locale, subject, text = [], without = [] } = expected;
  const served = ran.findLast(({ invocation }) => invocation.log?.locale)?.invocation.log?.locale?.served;
  const whole = `${message.subject ?? ""}\n${message.text}`;
  return [
    ...(to && message.to !== to ? [`delivered to ${message.to}, expected ${to}`] : []),
    ...(locale && served !== locale ? [`served in ${served ?? "no locale"}, expected ${locale}`] : []),
    ...(subject && !message.subject?.includes(subject)
      ? [`the subject is "${message.subject ?? ""}", expected "${subject}" in it`]
      : []),
    ...[text].flat().flatMap((part) => (whole.includes(part) ? [] : [`the message lacks "${part}"`])),
    ...without.flatMap((part) => (whole.includes(part) ? [`the message holds "${part}"`] : [])),
  ];
}

function wrongUsers({ userCreated }: Expectation, { usersCreated }: Happened): string[] {
  if (userCreated === undefined || userCreated === usersCreated > 0) return [];
  return [userCreated ? "no user was created" : "a user was created"];
}

function list(items: readonly string[]): string {
  return items.length > 0 ? items.join(", ") : "nothing";
}
