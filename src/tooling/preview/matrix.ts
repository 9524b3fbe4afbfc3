import type { CustomMessageSource } from "../../trigger/custom-message-event.ts";
import { isError } from "../check/finding.ts";
import { isUnfinished } from "../check/unfinished.ts";
import { partNames } from "../templates/sources.ts";
import { findingsAbout } from "./about-message.ts";
import type { Workbench } from "./workbench.ts";

/** How a message stands in a language. */
export const cellStates = ["failing", "missing", "warned", "clean", "draft", "not offered"] as const;
export type CellState = (typeof cellStates)[number];

export interface Cell {
  readonly locale: string;
  readonly source: CustomMessageSource;
  readonly state: CellState;
  readonly errors: number;
  readonly warnings: number;
  /** The parts that are not there, of a message that has some or should have them all. */
  readonly missing: readonly string[];
}

/** A language with all messages. */
export interface MatrixRow {
  readonly locale: string;
  readonly isDefault: boolean;
  /** The part of what the default language has that is here and finished, from 0 to 1. */
  readonly complete: number;
  readonly cells: readonly Cell[];
}

/** Messages by languages: the report of what is missing. Made once of a bench, for it is filtered letter by letter. */
export function matrixOf(bench: Workbench): readonly MatrixRow[] {
  const rows = matrices.get(bench) ?? rowsOf(bench);
  matrices.set(bench, rows);
  return rows;
}

const matrices = new WeakMap<Workbench, readonly MatrixRow[]>();

function rowsOf(bench: Workbench): readonly MatrixRow[] {
  const { project } = bench.checked;
  const { settings, offered } = project;
  const unfinished = unfinishedParts(bench);
  const parts = new Map(project.parts.map((part) => [`${part.locale} ${part.source} ${part.part}`, part]));
  const inDefault = project.parts.filter(({ locale }) => locale === settings.default);
  return bench.locales.map((locale) => {
    // Of what is offered in it; of a draft, that may be anything.
    const isDraft = !settings.locales.includes(locale);
    const wanted = inDefault.filter(({ source }) => isDraft || offered[source]?.includes(locale));
    const done = wanted.filter(({ source, part }) => {
      const here = parts.get(`${locale} ${source} ${part}`);
      return here && !unfinished.has(here.file);
    });
    return {
      locale,
      isDefault: locale === settings.default,
      complete: wanted.length === 0 ? 0 : done.length / wanted.length,
      cells: bench.sources.map((source) => {
        const missing = partNames.filter((part) => !parts.has(`${locale} ${source} ${part}`));
        const isOffered = offered[source]?.includes(locale) ?? false;
        const about = findingsAbout(bench, locale, source);
        const errors = about.filter(isError).length;
        const counts = { errors, warnings: about.length - errors, missing };
        return { locale, source, ...counts, state: stateOf(counts, isOffered) };
      }),
    };
  });
}

function stateOf(
  { errors, warnings, missing }: Pick<Cell, "errors" | "warnings" | "missing">,
  isOffered: boolean,
): CellState {
  if (!isOffered) return missing.length === partNames.length ? "not offered" : "draft";
  if (missing.length > 0) return "missing";
  if (errors > 0) return "failing";
  return warnings > 0 ? "warned" : "clean";
}

/** The files that wait for somebody to write or translate them. */
function unfinishedParts({ checked: { sound, findings } }: Workbench): ReadonlySet<string> {
  const empty = sound.parts.filter((part) => isUnfinished(part, sound)).map(({ file }) => file);
  const waiting = new Set(["untranslated", "left-in-reference"]);
  return new Set([...empty, ...findings.filter(({ rule }) => waiting.has(rule)).map(({ file }) => file)]);
}
