import { type Checked, check } from "./check.ts";
import type { Copy } from "./copy.ts";
import { type Edit, edited } from "./edit.ts";
import { bareValue } from "./rules/bare-value.ts";
import { brokenHtml } from "./rules/broken-html.ts";
import { cssSyntax } from "./rules/css-syntax.ts";
import { structureRules } from "./rules/table.ts";

/** What became of a file. */
export interface Change {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** A fix may bring another finding to light, but no row of them goes on for long. */
const MOST_ROUNDS = 10;

/** Nor are fixes that bring errors looked for one by one for long. */
const MOST_TRIES = 40;

/** A mended copy, what was changed, and what is left to say of it. */
export interface Fixed {
  readonly copy: Copy;
  readonly changes: readonly Change[];
  readonly checked: Checked;
}

/**
 * A copy with the one right answer put in wherever there is one, until there is none; nothing is reworded. An
 * answer that would bring an error with it is left out, and no longer told as one.
 */
export function fixed(copy: Copy): Fixed {
  let now: Mended = { copy, checked: check(copy) };
  const tries = { left: MOST_TRIES };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { characters, values } = fixesOf(now.checked);
    const before = now;
    now = withFixes(now, characters, tries);
    // Characters first: what stands in a tag decides what is a tag, and so what is to be put around a value.
    if (now === before) now = withFixes(now, values, tries);
    if (now === before) break;
  }
  const changes = [...now.copy.files].flatMap(([file, after]) => {
    const before = copy.files.get(file) ?? "";
    return after === before ? [] : [{ file, before, after }];
  });
  const findings = now.checked.findings.map(({ fix: _, ...finding }) => finding);
  return { copy: now.copy, changes, checked: { ...now.checked, findings } };
}

/** Where we are in mending. */
interface Mended {
  readonly copy: Copy;
  readonly checked: Checked;
}

interface Fix {
  readonly file: string;
  readonly edit: Edit;
}

function fixesOf({ findings }: Checked): {
  readonly characters: readonly Fix[];
  readonly values: readonly Fix[];
} {
  const all = findings.flatMap(({ rule, file, fix }) => (fix ? [{ rule, file, edit: fix }] : []));
  const some = (are: readonly Fix[]) => [...Map.groupBy(are, ({ file }) => file).values()].flatMap(apart);
  return {
    characters: some(all.filter(({ rule }) => rule !== bareValue.name)),
    values: some(all.filter(({ rule }) => rule === bareValue.name)),
  };
}

/** The fixes of a file from top to bottom; of two that overlap, the second waits for another time. */
function apart(fixes: readonly Fix[]): Fix[] {
  let done = -1;
  return [...fixes]
    .sort((a, b) => a.edit.start - b.edit.start)
    .filter(({ edit }) => {
      const isApart = edit.start >= done;
      if (isApart) done = edit.end;
      return isApart;
    });
}

/** The same with fixes made: all, or those that bring no error, which are looked for half by half. */
function withFixes(before: Mended, fixes: readonly Fix[], tries: { left: number }): Mended {
  if (fixes.length === 0 || tries.left === 0) return before;
  const files = new Map(before.copy.files);
  for (const [file, own] of Map.groupBy(fixes, (fix) => fix.file)) {
    const edits = own.map(({ edit }) => edit);
    files.set(file, edited(files.get(file) ?? "", edits));
  }
  const copy = { ...before.copy, files };
  const checked = check(copy);
  if (!isWorse(checked, before.checked)) return { copy, checked };
  tries.left -= 1;
  if (fixes.length === 1) return before;
  // The later ones first: those before them stay where they are.
  const middle = Math.ceil(fixes.length / 2);
  return withFixes(withFixes(before, fixes.slice(middle), tries), fixes.slice(0, middle), tries);
}

/** Whether a rule tells of more errors in a file than it did. */
function isWorse(now: Checked, before: Checked): boolean {
  const known = errorsOf(before);
  return [...errorsOf(now)].some(([key, count]) => count > (known.get(key) ?? 0));
}

/**
 * What they tell was there: with such a character in it, a style, a tag or what stands between braces was only
 * read as something else. What is sent is the same with the fix and without.
 */
const broughtToLight: ReadonlySet<string> = new Set(
  [...structureRules, brokenHtml, cssSyntax].map(({ name }) => name),
);

function errorsOf({ findings }: Checked): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, file, severity } of findings) {
    const key = `${rule} ${file}`;
    if (severity === "error" && !broughtToLight.has(rule)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
