import type { CustomMessageSource } from "../../trigger/custom-message-event.ts";
import { type Finding, isError } from "../check/finding.ts";
import type { CheckedPart } from "../check/project.ts";
import { visits } from "../check/visits.ts";
import { partNames, type TemplateSource } from "../templates/sources.ts";
import type { Workbench } from "./workbench.ts";

/** What is said of no single message: of settings, and of what messages share. */
export function sharedFindings({ checked }: Workbench): readonly Finding[] {
  return checked.findings.filter(({ locale }) => locale === undefined);
}

/** The files of a message: its own, and the partials that it includes. */
export function filesOf(
  bench: Workbench,
  locale: string,
  source: CustomMessageSource,
): readonly TemplateSource[] {
  const { project } = bench.checked;
  const own = indexOf(bench).parts.get(`${locale} ${source}`) ?? [];
  const parts = partNames.flatMap((name) => own.filter(({ part }) => part === name));
  const partials = parts.flatMap((part) =>
    visits(part, project).flatMap((visit) =>
      visit.is === "partial" && visit.included ? [visit.included] : [],
    ),
  );
  return [...new Map([...parts, ...partials].map((each) => [each.file, each])).values()];
}

/**
 * What is said of a message: of itself, and of the files that it shares with others. Where it cannot be made and
 * none of that says why, it is what stops all that is said elsewhere: a partial that is missing is told once.
 */
export function findingsAbout(
  bench: Workbench,
  locale: string,
  source: CustomMessageSource,
): readonly Finding[] {
  const { findings, shared } = indexOf(bench);
  const own = findings.get(`${locale} ${source}`) ?? [];
  if (shared.length === 0) return own;
  const files = new Set(filesOf(bench, locale, source).map(({ file }) => file));
  const all = [...own, ...shared.filter(({ file }) => files.has(file))];
  const isExplained =
    bench.isWritable(locale, source) || all.some(isError) || !isMeant(bench, locale, source);
  return isExplained ? all : [...all, ...shared.filter((each) => isError(each) && !all.includes(each))];
}

/** Whether a language has a message, or should have it. */
export function isMeant(bench: Workbench, locale: string, source: CustomMessageSource): boolean {
  const isOffered = bench.checked.project.offered[source]?.includes(locale) ?? false;
  return isOffered || indexOf(bench).parts.has(`${locale} ${source}`);
}

/** By language and message; there may be thousands, which are asked for one by one. */
interface Index {
  readonly parts: ReadonlyMap<string, readonly CheckedPart[]>;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly shared: readonly Finding[];
}

const indices = new WeakMap<Workbench, Index>();

function indexOf(bench: Workbench): Index {
  const { project, findings } = bench.checked;
  const index = indices.get(bench) ?? {
    parts: Map.groupBy(project.parts, ({ locale, source }) => `${locale} ${source}`),
    findings: Map.groupBy(findings, ({ locale, source }) => `${locale} ${source}`),
    shared: sharedFindings(bench),
  };
  indices.set(bench, index);
  return index;
}
