import { isError } from "../check/finding.ts";
import { missingStrings } from "../templates/offered.ts";
import type { Message } from "../templates/project.ts";
import { usedStrings } from "../templates/strings.ts";
import { findingsAbout, isMeant } from "./about-message.ts";
import type { Workbench } from "./workbench.ts";

/** The state of a message in a language. */
export const cellStates = ["failing", "missing", "warned", "clean", "draft", "not offered"] as const;
export type CellState = (typeof cellStates)[number];

export interface Cell {
  readonly locale: string;
  readonly message: Message;
  readonly state: CellState;
  readonly errors: number;
  readonly warnings: number;
  /** The strings that it requires and the language lacks. */
  readonly missing: readonly string[];
}

/** A language with all messages. */
export interface MatrixRow {
  readonly locale: string;
  readonly isDefault: boolean;
  /** The part of the required strings that is there, from 0 to 1. */
  readonly complete: number;
  readonly cells: readonly Cell[];
}

/** Messages by languages: the report of what is missing. */
export function matrixOf(bench: Workbench): readonly MatrixRow[] {
  const { project } = bench.checked;
  const required = new Set(
    bench.messages.flatMap((message) =>
      usedStrings(message, project).flatMap(({ id, isRequired }) => (isRequired ? [id] : [])),
    ),
  );
  return bench.locales.map((locale) => {
    const cells = bench.messages.map((message): Cell => {
      const missing = missingStrings(message, locale, project);
      const about = findingsAbout(bench, locale, message);
      const errors = about.filter(isError).length;
      const counts = { errors, warnings: about.length - errors, missing };
      return { locale, message, ...counts, state: stateOf(counts, bench, locale, message) };
    });
    const lacking = new Set(cells.flatMap(({ missing }) => missing));
    return {
      locale,
      isDefault: locale === project.settings.default,
      complete: required.size === 0 ? 0 : 1 - lacking.size / required.size,
      cells,
    };
  });
}

function stateOf(
  { errors, warnings, missing }: Pick<Cell, "errors" | "warnings" | "missing">,
  bench: Workbench,
  locale: string,
  message: Message,
): CellState {
  const isOffered = bench.checked.project.locales.includes(locale);
  if (!isOffered) return isMeant(bench, locale, message) ? "draft" : "not offered";
  if (missing.length > 0) return "missing";
  if (errors > 0) return "failing";
  return warnings > 0 ? "warned" : "clean";
}
