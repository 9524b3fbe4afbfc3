import { lineAt, placeAt } from "../place.ts";
import type { CheckedPart, Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";
import { translateMarks } from "../unfinished.ts";
import { at } from "../visits.ts";

export const untranslated: Rule = {
  name: "untranslated",
  severity: "error",
  protects:
    "{{! translate }} stands beside each text of a new language that is still in another one: a person would get half of a message in a language that they may not read.",
  mending: "Translate the line, then remove its {{! translate }}.",
  example: {
    file: "templates/de/forgot-password/subject.txt.hbs",
    to: "{{! translate }}Your code to choose a new {{brand.name}} password",
  },
  check: (project) => project.parts.flatMap((part) => casesOf(part, project)),
};

/** One for each file, at its first line that waits. */
function casesOf(part: CheckedPart, project: Project): Case[] {
  const marks = translateMarks(part, project).map(({ node }) => at(node, project));
  return [...Map.groupBy(marks, ({ file }) => file)].map(([file, own]) => {
    const text = project.files.get(file) ?? "";
    const places = own.map(({ index }) => placeAt(text, index));
    const first = Math.min(...own.map(({ index }) => index));
    const line = lineAt(text, first);
    const start = first - placeAt(text, first).column + 1;
    return {
      file,
      index: start + (line.length - line.trimStart().length),
      part,
      message: waiting([...new Set(places.map((place) => place.line))].sort((a, b) => a - b)),
    };
  });
}

/** As many line numbers as are listed: whoever has begun looks for the marks. */
const LISTED = 12;

/** `3 lines wait to be translated: 1, 2 and 5.` */
function waiting(lines: readonly number[]): string {
  if (lines.length === 1) return "This line waits to be translated.";
  const listed = lines.slice(0, LISTED).join(", ");
  return `${lines.length} lines wait to be translated: ${listed}${lines.length > LISTED ? " and more" : ""}.`;
}
