import type { Ink } from "../terminal/ink.ts";
import { printable } from "../terminal/printable.ts";
import { sideText } from "./difference.ts";
import type { Compared, SmokeReport } from "./smoke.ts";

/** Whether an answer is missing or differs from the local one. */
export function isMismatch({ failed, differences }: Compared): boolean {
  return failed !== undefined || differences.length > 0;
}

/** Returns the report for a terminal. */
export function smokeText(report: SmokeReport, ink: Ink): string {
  const { trigger, arn, isBuilt, storedVariables, skipped, events } = report;
  const head = `${ink("strong", trigger)}  ${printable(arn)}`;
  if (skipped !== undefined) return `${head}\n  not invoked: ${skipped}`;
  const mismatches = events.filter(isMismatch);
  const same = events.length - mismatches.length;
  return [
    head,
    ...(isBuilt ? [] : ["  Its code differs from the local build."]),
    ...storedVariables.map((name) => `  ${name} names a store: the local answers do not use it.`),
    ...failures(mismatches, ink),
    ...mismatches.filter(({ failed }) => failed === undefined).flatMap((each) => mismatchLines(each, ink)),
    `  ${ink(mismatches.length === 0 ? "good" : "bad", `${same} of ${events.length} answers are the same as here`)}`,
  ].join("\n");
}

/** Groups events by failure: a function mostly fails in the same way for all. */
function failures(mismatches: readonly Compared[], ink: Ink): string[] {
  const byFailure = Map.groupBy(mismatches, ({ failed }) => failed);
  return [...byFailure].flatMap(([failed, [first, ...others]]) => {
    if (failed === undefined || !first) return [];
    const more = others.length > 0 ? ` (and ${others.length} more)` : "";
    return [`  ${ink("bad", printable(first.event))}${more}: ${printable(failed)}`];
  });
}

function mismatchLines({ event, differences }: Compared, ink: Ink): string[] {
  return [
    `  ${ink("bad", printable(event))}`,
    ...differences.map(({ path, before, after }) => `    ${printable(path)}: ${excerpts(before, after)}`),
  ];
}

const BEFORE = 20;
const EXCERPT = 60;

/** Returns excerpts of both values, from shortly before the first difference. */
function excerpts(here: unknown, there: unknown): string {
  const [left, right] = [sideText(here), sideText(there)];
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  const from = Math.max(0, start - BEFORE);
  const cut = (whole: string) =>
    printable(
      `${from > 0 ? "…" : ""}${whole.slice(from, from + EXCERPT)}${whole.length > from + EXCERPT ? "…" : ""}`,
    );
  return `here ${cut(left)}, there ${cut(right)}`;
}
