import type { Copy } from "./copy.ts";
import type { Finding } from "./finding.ts";
import { lineAt, placeAt } from "./place.ts";
import { type CheckedPart, type Project, projectOf } from "./project.ts";
import type { Case, Rule } from "./rule.ts";
import { structureGroups, writingGroups } from "./rules/table.ts";
import { at, visits } from "./visits.ts";

/** A copy, and what the rules say of it. */
export interface Checked {
  readonly project: Project;
  /** The same with those parts alone that can be compiled. */
  readonly sound: Project;
  readonly findings: readonly Finding[];
}

/**
 * What is wrong with a copy: the one engine, for `check` and for everything that builds, replays or shows
 * messages. The rules about what is written look at those parts alone of which the others let all through.
 */
export function check(copy: Copy): Checked {
  const project = projectOf(copy);
  const structure = findingsOf(Object.values(structureGroups).flat(), project);
  const unsound = new Set(structure.flatMap(({ severity, file }) => (severity === "error" ? [file] : [])));
  const isSound = (part: CheckedPart) =>
    !unsound.has(part.file) &&
    visits(part, project).every(({ node }) => !unsound.has(at(node, project).file));
  const sound = { ...project, parts: project.parts.filter(isSound) };
  const findings = [...structure, ...findingsOf(Object.values(writingGroups).flat(), sound)];
  return { project, sound, findings: inOrder(findings, copy) };
}

function findingsOf(rules: readonly Rule[], project: Project): Finding[] {
  return rules.flatMap((rule) => once(rule.check(project)).map((each) => finding(rule, each, project)));
}

/** Each case once, however many parts come by it: what many share is about none of them. */
function once(cases: readonly Case[]): Case[] {
  const unlike = new Map<string, Case>();
  for (const each of cases) {
    const key = `${each.file} ${each.index} ${each.message}`;
    const before = unlike.get(key);
    if (!before) unlike.set(key, each);
    else if (before.part && each.part !== before.part) unlike.set(key, { ...before, part: undefined });
  }
  return [...unlike.values()];
}

function finding(rule: Rule, each: Case, { files }: Project): Finding {
  const { file, index, part, message, mending = rule.mending, severity = rule.severity, fix } = each;
  const text = files.get(file) ?? "";
  return {
    rule: rule.name,
    // What is not offered stops no build.
    severity: part && !part.isOffered ? "warning" : severity,
    file,
    ...placeAt(text, index),
    ...(part && { locale: part.locale, source: part.source }),
    message,
    excerpt: lineAt(text, index),
    mending,
    ...(fix && { fix }),
  };
}

/** File by file as the copy lists them, from top to bottom. */
function inOrder(findings: readonly Finding[], { files }: Copy): Finding[] {
  const order = new Map([...files.keys()].map((file, index) => [file, index]));
  const orderOf = ({ file }: Finding) => order.get(file) ?? order.size;
  return [...findings].sort((a, b) => orderOf(a) - orderOf(b) || a.line - b.line || a.column - b.column);
}
