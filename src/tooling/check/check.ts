import { type Catalog, stringAt } from "../templates/catalog.ts";
import { parentOf } from "../templates/is-language-tag.ts";
import { LANGUAGES } from "../templates/languages.ts";
import { placeAt } from "../templates/place.ts";
import { isCatalogMissing, type Message, type Project, projectOf } from "../templates/project.ts";
import { SAMPLES } from "../templates/samples.ts";
import type { TemplateSources } from "../templates/template-sources.ts";
import type { Violation } from "../templates/violation.ts";
import { type Finding, isError } from "./finding.ts";
import { findingsAbout } from "./findings-about.ts";
import type { Rule } from "./rule.ts";
import { messageRules, sourceRules, textRules } from "./rules/rules.ts";

/** A project, and what is wrong with it. */
export interface Checked {
  readonly project: Project;
  readonly findings: readonly Finding[];
}

/**
 * Checks a project: the one engine for `check` and for everything that builds, replays or shows messages. Pure.
 *
 * @param previous the project of earlier sources: what is unchanged is not parsed again
 */
export function check(sources: TemplateSources, previous?: Project): Checked {
  return checkProject(projectOf(sources, previous));
}

/** The same of a project that has been read. */
export function checkProject(project: Project): Checked {
  const unreadable = findingsOf(sourceRules, project);
  const read = readable(project, unreadable);
  const texts = read ? findingsOf(textRules, read) : [];
  const sound = read && { ...read, messages: soundMessages(read, texts) };
  const written = sound ? findingsOf(messageRules, sound) : [];
  return { project, findings: counted(inOrder([...unreadable, ...texts, ...written])) };
}

/**
 * Returns the findings about a message in a language without checking the other messages. Only the check of
 * everything adds those messages to a finding about a shared string or partial.
 */
export function checkMessage(project: Project, message: Message, locale: string): readonly Finding[] {
  const { findings } = checkProject({ ...project, messages: [message] });
  return findingsAbout(findings, message, locale, project);
}

/** Returns the project without the files that cannot be read, and without the languages that inherit from them. */
function readable(project: Project, findings: readonly Finding[]): Project | undefined {
  const broken = brokenFiles(findings);
  const { settings, metadata } = project.violations;
  const isNeeded = ({ file }: Violation) => broken.has(file) && file !== SAMPLES && file !== LANGUAGES;
  if ([...settings, ...metadata].some(isNeeded)) return undefined;
  const isRead = (tag: string): boolean => {
    const parent = parentOf(tag);
    return !broken.has(project.catalogs.get(tag)?.file ?? "") && (parent === undefined || isRead(parent));
  };
  const { source, default: first } = project.settings;
  const hasCatalog = (tag: string) => isRead(tag) && !isCatalogMissing(tag, project);
  return {
    ...project,
    catalogs: new Map([...project.catalogs].filter(([tag]) => isRead(tag))),
    locales: project.locales.filter(isRead),
    messages: hasCatalog(source) && hasCatalog(first) ? soundMessages(project, findings) : [],
  };
}

/** Returns the messages whose files have no errors. */
function soundMessages({ messages }: Project, findings: readonly Finding[]): readonly Message[] {
  const broken = brokenFiles(findings);
  return messages.filter(({ parts }) =>
    Object.values(parts).every(({ files }) => !files.some((file) => broken.has(file))),
  );
}

function brokenFiles(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.filter(isError).map(({ file }) => file));
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
  { files, settings, locales }: Project,
  catalog: Catalog | undefined,
): Finding {
  const { file, index, message } = violation;
  const key = violation.key ?? (catalog && stringAt(catalog, index)?.id);
  const locale = violation.locale ?? catalog?.tag;
  // No message is sent in a draft's language.
  const isDraft = catalog && catalog.tag !== settings.source && !locales.includes(catalog.tag);
  return {
    rule: rule.name,
    severity: violation.severity ?? (isDraft ? "warning" : rule.severity),
    file,
    ...placeAt(files.get(file) ?? "", index),
    ...(key !== undefined && { key }),
    ...(locale !== undefined && { locale }),
    message,
    suggestion: violation.suggestion ?? rule.suggestion,
  };
}

/** Returns the findings sorted by file, from top to bottom. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const byFile = (a: Finding, b: Finding) => (a.file === b.file ? 0 : a.file < b.file ? -1 : 1);
  return findings.toSorted((a, b) => byFile(a, b) || a.line - b.line || a.column - b.column);
}

/** Joins the findings of a file that have the same text into one, at the first place, with a count. */
function counted(findings: readonly Finding[]): Finding[] {
  const same = Map.groupBy(findings, ({ line: _, column: __, ...each }) => JSON.stringify(each));
  return [...same.values()].map((all) => {
    const [first] = all as [Finding, ...Finding[]];
    if (all.length === 1) return first;
    const others = [...new Set(all.map(({ line }) => line))].slice(0, 5);
    const more = all.at(-1)?.line === others.at(-1) ? "" : ", …";
    const where = others.length === 1 ? `line ${others[0]}` : `lines ${others.join(", ")}${more}`;
    return { ...first, message: `${first.message} (${all.length} times: ${where}.)` };
  });
}
