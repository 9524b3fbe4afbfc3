import stringWidth from "string-width";
import type { Ink } from "../../replay/ink.ts";
import { printable } from "../../replay/printable.ts";
import { type Finding, isError } from "../finding.ts";

const inks = { error: "bad", warning: "strong" } as const;

/** How often a rule is shown in one file: whoever has mended so many knows what it is about. */
const MOST_ALIKE = 20;

/** Findings for people: by file, each with its line, a caret under the place, and how to mend it. */
export function findingsText(findings: readonly Finding[], ink: Ink): string {
  return [...Map.groupBy(findings, ({ file }) => file)]
    .map(([file, own]) => [ink("strong", printable(file)), ...ownTexts(own, ink)].join("\n"))
    .join("\n\n");
}

/** The findings of a file, and how many more there are of a rule that it breaks very often. */
function ownTexts(findings: readonly Finding[], ink: Ink): string[] {
  const counts = new Map<string, number>();
  const shown = findings.filter(({ rule }) => {
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    return count <= MOST_ALIKE;
  });
  const more = [...counts].filter(([, count]) => count > MOST_ALIKE);
  return [
    ...shown.map((finding) => findingText(finding, ink)),
    ...more.map(([rule, count]) => `  … and ${count - MOST_ALIKE} more of ${rule} in this file.`),
  ];
}

function findingText(finding: Finding, ink: Ink): string {
  const { line, column, severity, rule, message, mending } = finding;
  return [
    `  ${line}:${column}  ${ink(inks[severity], severity)}  ${printable(clipped(message))} ${ink("quiet", `(${rule})`)}`,
    ...excerptLines(finding).map((each) => `      ${ink("quiet", "|")} ${each}`),
    ...(mending ? [`      ${printable(clipped(mending))}`] : []),
  ].join("\n");
}

/** More than any sentence of ours has, unless it quotes a name as long as a file. */
const LONGEST = 1_000;

function clipped(sentence: string): string {
  return sentence.length > LONGEST ? `${sentence.slice(0, LONGEST)}…` : sentence;
}

/** As much of a line as is shown, in columns of a terminal. */
const SHOWN = 96;

/** As many characters on either side of a place as could ever be shown: a line may have a hundred thousand. */
const NEAR = 4 * SHOWN;

/** The line, cut to what is near the place, and the caret under it. */
function excerptLines({ excerpt, column }: Finding): string[] {
  if (excerpt.trim() === "") return [];
  const place = column - 1;
  const text = excerpt.slice(Math.max(0, place - NEAR), place + NEAR).replaceAll("\t", " ");
  const before = printable(text.slice(0, Math.min(place, NEAR))).trimStart();
  const start = stringWidth(before) > SHOWN / 2 ? `…${tail(before, SHOWN / 2)}` : before;
  const after = head(printable(text.slice(Math.min(place, NEAR))), SHOWN - stringWidth(start));
  return [start + after, `${" ".repeat(stringWidth(start))}^`];
}

/** The start of a text, as wide as there is room. */
function head(text: string, room: number): string {
  let shown = "";
  for (const character of text) {
    if (stringWidth(shown + character) > room) return `${shown}…`;
    shown += character;
  }
  return shown;
}

/** The end of a text, as wide as there is room. */
function tail(text: string, room: number): string {
  let shown = "";
  for (const character of [...text].reverse()) {
    if (stringWidth(character + shown) > room) return shown;
    shown = character + shown;
  }
  return shown;
}

/** How many there are of each kind, as a sentence; of which some have one right answer. */
export function countsText(findings: readonly Finding[], ink: Ink): string {
  const errors = findings.filter(isError).length;
  const warnings = findings.length - errors;
  const fixable = findings.filter(({ fix }) => fix).length;
  const rest = fixable > 0 ? ` --fix mends ${fixable} of them.` : "";
  return ink(errors > 0 ? "bad" : "strong", `${countsOf(errors, warnings)}.${rest}`);
}

/** As `2 errors and 1 warning`; empty when there are none. */
export function countsOf(errors: number, warnings: number): string {
  return [
    ...(errors > 0 ? [counted(errors, "error")] : []),
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
  ].join(" and ");
}

export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
