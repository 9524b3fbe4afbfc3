import type { Ink } from "../terminal/ink.ts";
import { printable } from "../terminal/printable.ts";
import { sideText } from "./difference.ts";
import type { Compared, SmokeReport } from "./smoke.ts";

/** Whether an answer is missing or another than the local one. */
export function isAmiss({ failed, differences }: Compared): boolean {
  return failed !== undefined || differences.length > 0;
}

/** What came of trying a function, for a terminal. */
export function smokeText(report: SmokeReport, ink: Ink): string {
  const { trigger, arn, isBuilt, unread, skipped, events } = report;
  const head = `${ink("strong", trigger)}  ${printable(arn)}`;
  if (skipped !== undefined) return `${head}\n  not invoked: ${skipped}`;
  const amiss = events.filter(isAmiss);
  const same = events.length - amiss.length;
  return [
    head,
    ...(isBuilt ? [] : ["  Its code is not, byte for byte, what was built here."]),
    ...unread.map((name) => `  ${name} names a store: the local answers were made without it.`),
    ...failures(amiss, ink),
    ...amiss.filter(({ failed }) => failed === undefined).flatMap((each) => amissLines(each, ink)),
    `  ${ink(amiss.length === 0 ? "good" : "bad", `${same} of ${events.length} answers are as here`)}`,
  ].join("\n");
}

/** What a function says of itself it mostly says of all events. */
function failures(amiss: readonly Compared[], ink: Ink): string[] {
  const bySentence = Map.groupBy(amiss, ({ failed }) => failed);
  return [...bySentence].flatMap(([failed, [first, ...others]]) => {
    if (failed === undefined || !first) return [];
    const more = others.length > 0 ? ` (and ${others.length} more)` : "";
    return [`  ${ink("bad", printable(first.event))}${more}: ${printable(failed)}`];
  });
}

function amissLines({ event, differences }: Compared, ink: Ink): string[] {
  return [
    `  ${ink("bad", printable(event))}`,
    ...differences.map(({ path, before, after }) => `    ${printable(path)}: ${excerpts(before, after)}`),
  ];
}

const BEFORE = 20;
const EXCERPT = 60;

/** Two texts from a little before the place where they part: here, and there. */
function excerpts(here: unknown, there: unknown): string {
  const [left, right] = [sideText(here), sideText(there)];
  let parting = 0;
  while (parting < left.length && left[parting] === right[parting]) parting += 1;
  const from = Math.max(0, parting - BEFORE);
  const cut = (whole: string) =>
    printable(
      `${from > 0 ? "…" : ""}${whole.slice(from, from + EXCERPT)}${whole.length > from + EXCERPT ? "…" : ""}`,
    );
  return `here ${cut(left)}, there ${cut(right)}`;
}
