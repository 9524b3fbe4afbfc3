import type { Invocation } from "./invocation.ts";
import type { Ran, StepReport } from "./played-flow.ts";
import { exitCodeOf, type Replay } from "./replay.ts";
import type { EventReport } from "./replayed-event.ts";

/** A replay for machines, as JSON; from run to run `milliseconds` alone differs. */
export function reportJson(done: Replay, emails: readonly string[]): string {
  const { build: built, flows, events, leftOut, problems, markedBy } = done;
  const told = {
    ok: exitCodeOf(done) === 0,
    findings: built?.findings ?? [],
    flows: flows.map(({ file, title, steps }) => ({ file, title, steps: steps.map(stepOf) })),
    events: events.map(eventOf),
    emails,
    leftOut,
    problems,
    markedBy,
  };
  return JSON.stringify(told, undefined, 2);
}

function stepOf({ step, ran, ...rest }: StepReport) {
  const { expect: _, ...request } = step;
  return { ...request, ran: ran.map(ranOf), ...rest };
}

function ranOf({ triggerSource, invocation, verdict }: Ran) {
  return { triggerSource, ...toldBy(invocation), verdict };
}

function eventOf({ file, triggerSource, trigger, invocation, verdict, response, message }: EventReport) {
  return { file, triggerSource, trigger, ...toldBy(invocation), verdict, response, message };
}

/** What the invocation came to; the answer's text itself is told as the response's changes. */
function toldBy(invocation: Invocation) {
  const { log, milliseconds, is, errors = [] } = invocation;
  return {
    is,
    outcome: log?.outcome ?? is,
    locale: log?.locale,
    warnings: log?.warnings ?? [],
    fault: log?.fault,
    ...(errors.length > 0 && { errors }),
    milliseconds: Math.round(milliseconds),
    ...(invocation.is === "failed" && { error: invocation.errorMessage }),
    ...(invocation.is === "died" && { why: invocation.why }),
  };
}
