import { expect, test } from "vitest";
import { check } from "../../../src/tooling/check/check.ts";
import { checksum } from "../../../src/tooling/templates/records.ts";
import type { Files } from "../../../src/tooling/templates/template-sources.ts";
import { shipped, shippedText } from "./shipped.ts";

const EN = "templates/locales/en.json";
const record = { source: "Hi", translation: checksum("öpper") };

/** Three messages in three languages and a region. */
const start: Files = new Map([
  ...[...shipped.files].filter(
    ([file]) => !/messages\/(?!forgot|sign-up|admin)|locales\/(?:fr|ja)/.test(file),
  ),
  ["templates/locales/de-CH.json", '{"forgot-password":{"intro":"öpper"}}'],
  ["templates/sources/de-CH.json", JSON.stringify({ "forgot-password": { intro: record } })],
]);

/** What is added to strings, and inserted anywhere: what is too long, has no place there, or breaks a file. */
const pieces = [
  "x".repeat(99),
  "{{code}}1",
  "{{name}}",
  "’",
  "\n",
  "\u202e",
  "<b>",
  '{{t "new"}}',
  "{{> button}}",
  "{",
  '"',
];

/** The same numbers below a bound in each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The files with one more changed as somebody might: a string, a setting, any place of a text; or one removed. */
function edited(files: Files, below: (bound: number) => number): Files {
  const one = <T>(all: readonly T[]) => all[below(all.length)] as T;
  const all = [...start.keys()];
  const file = one(below(3) === 0 ? all : all.filter((each) => each.includes("locales")));
  const text = files.get(file) ?? (start.get(file) as string);
  const strings: Record<string, Record<string, string>> = /locales/.test(file) ? readable(text) : {};
  const section = one(Object.keys(strings));
  if (below(30) === 0) return new Map([...files].filter(([name]) => name !== file));
  if (file.endsWith("settings.json")) {
    const settings = { source: one(["en", "de"]), default: one(["en", "de"]), drafts: one([[], ["ar"]]) };
    return new Map([...files, [file, JSON.stringify(settings)]]);
  }
  if (section !== undefined && below(8) > 0) {
    const key = one(["sms", "subject", one([...Object.keys(strings[section] ?? {}), "new"])]);
    const english = readable(shippedText(EN))[section]?.[key];
    const value = one(["", english, `${strings[section]?.[key]}${one(pieces)}`]);
    return new Map([
      ...files,
      [file, JSON.stringify({ ...strings, [section]: { ...strings[section], [key]: value } }, null, 2)],
    ]);
  }
  const at = below(text.length);
  return new Map([...files, [file, text.slice(0, at) + one(pieces) + text.slice(at)]]);
}

function readable(text: string): Record<string, Record<string, string>> {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

test("after any changes, what is found is what is found without knowing how it was before", () => {
  const below = numbers(3);
  let files = start;
  let { project } = check({ ...shipped, files });
  for (let step = 0; step < 40; step += 1) {
    files = edited(below(4) === 0 ? start : files, below);
    const now = check({ ...shipped, files }, project);
    const afresh = check({ ...shipped, files });
    expect({ step, ...now, project: now.project.violations }).toEqual({
      step,
      ...afresh,
      project: afresh.project.violations,
    });
    ({ project } = now);
  }
});
