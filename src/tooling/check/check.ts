import { type Catalog, stringAt } from "../templates/catalog.ts";
import { placeAt } from "../templates/place.ts";
import { type Message, type Project, projectOf } from "../templates/project.ts";
import type { TemplateSources } from "../templates/template-sources.ts";
import type { Violation } from "../templates/violation.ts";
import { type Finding, isError } from "./finding.ts";
import type { Rule } from "./rule.ts";
import { messageRules, sourceRules } from "./rules/table.ts";

/** A project, and what is wrong with it. */
export interface Checked {
  readonly project: Project;
  readonly findings: readonly Finding[];
}

/** Checks a project: the one engine for `check` and for everything that builds, replays or shows messages. Pure. */
export function check(sources: TemplateSources): Checked {
  const project = projectOf(sources);
  const found = findingsOf(sourceRules, project);
  const written = findingsOf(messageRules, readable(project, found));
  return { project, findings: inOrder([...found, ...written]) };
}

/** The project with those messages alone whose files have no error; none while its settings have one. */
function readable(project: Project, findings: readonly Finding[]): Project {
  const broken = new Set(findings.filter(isError).map(({ file }) => file));
  const { settings, metadata } = project.violations;
  if ([...settings, ...metadata].some(({ file }) => broken.has(file))) return { ...project, messages: [] };
  const isReadable = ({ parts }: Message) =>
    Object.values(parts).every(({ files }) => !files.some((file) => broken.has(file)));
  return { ...project, messages: project.messages.filter(isReadable) };
}

function findingsOf(rules: readonly Rule[], project: Project): Finding[] {
  const catalogs = new Map([...project.catalogs.values()].map((catalog) => [catalog.file, catalog]));
  const findings = rules.flatMap((rule) =>
    rule.check(project).map((violation) => finding(rule, violation, project, catalogs.get(violation.file))),
  );
  // Many messages meet the same place of a partial.
  return [...new Map(findings.map((each) => [JSON.stringify(each), each])).values()];
}

function finding(
  rule: Rule,
  violation: Violation,
  { files }: Project,
  catalog: Catalog | undefined,
): Finding {
  const { file, index, message } = violation;
  const key = violation.key ?? (catalog && stringAt(catalog, index)?.id);
  const locale = violation.locale ?? catalog?.tag;
  return {
    rule: rule.name,
    severity: violation.severity ?? rule.severity,
    file,
    ...placeAt(files.get(file) ?? "", index),
    ...(key !== undefined && { key }),
    ...(locale !== undefined && { locale }),
    message,
    suggestion: violation.suggestion ?? rule.suggestion,
  };
}

/** By file, from top to bottom. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const byFile = (a: Finding, b: Finding) => (a.file === b.file ? 0 : a.file < b.file ? -1 : 1);
  return findings.toSorted((a, b) => byFile(a, b) || a.line - b.line || a.column - b.column);
}
