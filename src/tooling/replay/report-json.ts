import type { Invocation } from "./invocation.ts";
import { exitCodeOf, type Replay } from "./replay.ts";
import type { EventReport } from "./replayed-event.ts";
import type { StepReport, TriggerRun } from "./step-report.ts";

/** Returns a replay as JSON. Between two runs only `milliseconds` differs. */
export function reportJson(done: Replay, emails: readonly string[]): string {
  const { build: built, flows, events, leftOut, problems, markedBy } = done;
  const report = {
    ok: exitCodeOf(done) === 0,
    findings: built?.findings ?? [],
    flows: flows.map(({ file, title, steps }) => ({ file, title, steps: steps.map(stepOf) })),
    events: events.map(eventOf),
    emails,
    leftOut,
    problems,
    markedBy,
  };
  return JSON.stringify(report, undefined, 2);
}

function stepOf({ step, ran, ...rest }: StepReport) {
  const { expect: _, ...request } = step;
  return { ...request, ran: ran.map(runOf), ...rest };
}

function runOf({ triggerSource, invocation, verdict }: TriggerRun) {
  return { triggerSource, ...resultOf(invocation), verdict };
}

function eventOf({ file, triggerSource, trigger, invocation, verdict, response, message }: EventReport) {
  return { file, triggerSource, trigger, ...resultOf(invocation), verdict, response, message };
}

/** The result of an invocation without the answer's text, whose changes are in `response`. */
function resultOf(invocation: Invocation) {
  const { log, milliseconds, is, errors } = invocation;
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
