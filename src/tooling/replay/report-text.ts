import type { Ink } from "../terminal/ink.ts";
import { eventTable } from "./event-table.ts";
import { flowStory } from "./flow-story.ts";
import { exitCodeOf, faulty, type Replay } from "./replay.ts";
import { triggerOf } from "./stage.ts";

/** Returns a replay as text: the flows as stories, the events as a table, and where the emails are. */
export function reportText(done: Replay, emails: readonly string[], ink: Ink): string {
  const { flows, events, leftOut, problems, markedBy } = done;
  return [
    ...flows.map((flow) => flowStory(flow, ink)),
    eventTable(events, ink),
    emails.length > 0 ? `Emails to open in a browser: ${emails.length}, such as ${emails[0]}` : "",
    leftOut.length > 0 ? leftOutText(leftOut) : "",
    markedBy.length > 0 ? markedText(markedBy) : "",
    ...problems.map(({ problem }) => ink("bad", problem)),
    summary(done, ink),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function leftOutText(leftOut: Replay["leftOut"]): string {
  const missing = new Set(leftOut.flatMap(({ sources }) => sources.map(triggerOf)));
  return `Left out: ${leftOut.length} flows and events, since this project has no trigger ${[...missing].sort().join(", ")}.`;
}

/** Returns what an operator has to undo in their own store before replaying the same files. */
function markedText(markedBy: readonly string[]): string {
  return `Rows in your own store are now marked as migrated, by ${markedBy.join(", ")}: undo this before you replay these again.`;
}

function summary(done: Replay, ink: Ink): string {
  const { flows, events, problems } = done;
  const goodFlows = flows.filter(({ steps }) => steps.every(({ failures }) => failures.length === 0));
  const goodEvents = events.filter(({ verdict }) => verdict.is === "ok");
  const counts = [
    ...(flows.length > 0 ? [`${goodFlows.length} of ${flows.length} flows as expected`] : []),
    ...(events.length > 0 ? [`${goodEvents.length} of ${events.length} answers that Cognito accepts`] : []),
    ...(faulty(done).length > 0 ? [`${faulty(done).length} only after a fault in the trigger`] : []),
    ...(problems.length > 0 ? [`${problems.length} files that could not be replayed`] : []),
  ];
  return ink(exitCodeOf(done) === 0 ? "good" : "bad", `${counts.join(", ")}.`);
}
