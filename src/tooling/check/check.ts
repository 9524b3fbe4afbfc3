import type { Copy } from "./copy.ts";
import { type Finding, isError } from "./finding.ts";
import { formFacts } from "./form-facts.ts";
import type { Before } from "./kept.ts";
import { conflictAt } from "./merge-conflict.ts";
import { lineAt, placeAt } from "./place.ts";
import { type CheckedPart, everyPartial, type Project, projectInSteps } from "./project.ts";
import { writtenFiles } from "./refused-characters.ts";
import { perProject } from "./remembered.ts";
import type { Case, Rule, Severity } from "./rule.ts";
import { mergeConflict } from "./rules/merge-conflict.ts";
import { structureRules, writingRules } from "./rules/table.ts";
import { asShare, atOnce, type Steps } from "./steps.ts";
import { visits } from "./visits.ts";

/** A copy, and what the rules say of it. */
export interface Checked {
  readonly project: Project;
  /** The same with those parts alone that can be compiled. */
  readonly sound: Project;
  readonly findings: readonly Finding[];
}

/** What is wrong with a copy: the one engine, for `check` and for everything that builds, replays or shows messages. */
export function check(copy: Copy): Checked {
  return atOnce(checkInSteps(copy));
}

/**
 * The same in steps. The rules about what is written look at those parts alone of which the others let all through.
 * Where the copy before is given, nothing is looked at anew that has not changed since.
 */
export function* checkInSteps(copy: Copy, before?: Before): Steps<Checked> {
  const project = yield* asShare(projectInSteps(copy, before), 0, SHARES.read);
  const structure = yield* asShare(casesInSteps(structureRules, project), SHARES.read, SHARES.structure);
  const parts = project.parts.filter(soundness(structure, project));
  // What has been looked at for one need not be looked at again for the other: mostly they are the same.
  const sound = parts.length === project.parts.length ? project : { ...project, parts };
  yield* asShare(factsInSteps(sound), SHARES.structure, SHARES.facts);
  const writing = yield* asShare(casesInSteps(writingRules, sound), SHARES.facts, 1);
  const findings = findingsOf([...structure, ...writing], { project, sound });
  return { project, sound, findings: inOrder(findings, copy) };
}

/** How much is done after each stage: about what share of the time it takes, of 500 languages. */
const SHARES = { read: 0.25, structure: 0.35, facts: 0.7 } as const;

/** What takes longest, part by part: the rules ask for it of all parts at once. */
function* factsInSteps(project: Project): Steps<void> {
  for (const [index, part] of project.parts.entries()) {
    formFacts(part, project);
    yield index / project.parts.length;
  }
}

/** A case, the rule that it is one of, and how bad that is by itself: in a draft as in what is offered. */
interface Told extends Case {
  readonly rule: Rule;
  readonly severity: Severity;
}

function* casesInSteps(rules: readonly Rule[], project: Project): Steps<Told[]> {
  const cases: Told[] = [];
  for (const [index, rule] of rules.entries()) {
    const told = rule
      .check(project)
      .filter(({ file }) => rule === mergeConflict || !conflicts(project).has(file))
      .map((each): Told => ({ ...each, rule, severity: each.severity ?? rule.severity }));
    for (const each of told) cases.push(each);
    yield (index + 1) / rules.length;
  }
  return cases;
}

/** Of two versions in one file, nothing else is to be said before there is one. */
const conflicts = perProject(
  ({ files }): ReadonlySet<string> =>
    new Set([...files].flatMap(([file, text]) => (conflictAt(text) === undefined ? [] : [file]))),
);

/**
 * Whether a part can be written: nothing is wrong with its structure, nor with that of a partial, as the part
 * includes it. That another part, or a draft, includes a partial wrongly says nothing of this one.
 */
function soundness(structure: readonly Told[], project: Project) {
  const shared = new Set(everyPartial(project).map(({ file }) => file));
  const errors = structure.filter(isError);
  const parts = new Set<Case["part"]>(errors.map(({ part }) => part));
  const files = new Set(errors.flatMap(({ file, part }) => (part && shared.has(file) ? [] : [file])));
  return (part: CheckedPart): boolean =>
    !parts.has(part) &&
    !files.has(part.file) &&
    visits(part, project).every(
      (visit) => visit.is !== "partial" || !visit.included || !files.has(visit.included.file),
    );
}

function findingsOf(cases: readonly Told[], checked: Pick<Checked, "project" | "sound">): Finding[] {
  const { project } = checked;
  const unseen = unseenFiles(checked);
  const own = Map.groupBy(once(cases.map(lowered)), ({ file }) => file);
  return [...own].flatMap(([file, told]) => {
    const text = project.files.get(file) ?? "";
    const isSafe = isSafeToEdit(text) && !unseen.has(file);
    return told.map((each) => finding(each, text, isSafe));
  });
}

/** The files of parts that cannot be written, partials among them: where those stand there, nobody has looked at. */
function unseenFiles({ project, sound }: Pick<Checked, "project" | "sound">): ReadonlySet<string> {
  const seen = new Set(sound.parts);
  const unseen = project.parts.filter((part) => !seen.has(part));
  const partials = project.unread.length > 0 ? everyPartial(project) : [];
  return new Set([
    ...unseen.flatMap((part) => writtenFiles(part, project)),
    ...partials.map(({ file }) => file),
  ]);
}

/** What is not offered stops no build. */
function lowered(each: Told): Told {
  return each.part && !each.part.isOffered ? { ...each, severity: "warning" } : each;
}

/** Each case once, at its worst, however many parts come by it: what many share is about none of them. */
function once(cases: readonly Told[]): Told[] {
  const unlike = new Map<string, Told>();
  for (const each of cases) {
    const key = `${each.rule.name} ${each.file} ${each.index} ${each.message}`;
    const before = unlike.get(key);
    const worst = !before || (before.severity === "warning" && each.severity === "error") ? each : before;
    const isShared = before && (!before.part || each.part !== before.part);
    unlike.set(key, isShared ? { ...worst, part: undefined } : worst);
  }
  return [...unlike.values()];
}

function finding(each: Told, text: string, isSafe: boolean): Finding {
  const { rule, file, index, part, message, mending = rule.mending, severity, fix } = each;
  return {
    rule: rule.name,
    severity,
    file,
    ...placeAt(text, index),
    ...(part && { locale: part.locale, source: part.source }),
    message,
    excerpt: lineAt(text, index),
    mending,
    ...(fix && isSafe && { fix }),
  };
}

/** File by file as the copy lists them, from top to bottom. */
function inOrder(findings: readonly Finding[], { files }: Copy): Finding[] {
  const order = new Map([...files.keys()].map((file, index) => [file, index]));
  const orderOf = ({ file }: Finding) => order.get(file) ?? order.size;
  return [...findings].sort((a, b) => orderOf(a) - orderOf(b) || a.line - b.line || a.column - b.column);
}

/**
 * Whether a file may be changed for its author. Written back, what is no UTF-8 would be lost for good; and where
 * quotes are escaped, what is text and what is handed to a partial is not told apart for certain.
 */
function isSafeToEdit(text: string): boolean {
  return !/\ufffd|\\["']/.test(text);
}
