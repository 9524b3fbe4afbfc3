import { SHARED } from "../../templates/catalog.ts";
import { didYouMean } from "../../templates/did-you-mean.ts";
import type { Project } from "../../templates/project.ts";
import { usedStrings } from "../../templates/used-strings.ts";
import type { Violation } from "../../templates/violation.ts";
import { misspeltKeys } from "../required-strings.ts";
import type { Rule } from "../rule.ts";
import { placeOfString } from "./string-rules.ts";

/** Rules about unused strings and files. */
export const unusedRules: readonly Rule[] = [
  {
    name: "unknown-key",
    severity: "warning",
    protects: "Translators would work on a string that no message prints.",
    suggestion: "Print it in a structure, or remove it.",
    example: { file: "templates/locales/en.json", from: '"help":', to: '"hlep": "Help",\n    "help":' },
    check: unknownKeys,
  },
  {
    name: "unused-partial",
    severity: "warning",
    protects: "No message includes this partial: editing it changes nothing.",
    suggestion: "Include it in a message, or remove it.",
    example: { file: "templates/partials/sale.html.hbs", to: "<p>{{brand.name}}</p>" },
    check: (project) => {
      const { partials, messages } = project;
      if (!isComplete(project)) return [];
      const used = new Set(
        messages.flatMap(({ parts }) => Object.values(parts).flatMap(({ files }) => files)),
      );
      return [...partials.html.values(), ...partials.txt.values()]
        .filter(({ file }) => !used.has(file))
        .map(({ file }) => ({ file, index: 0, message: "No message includes this partial." }));
    },
  },
];

/** Whether every message can be read. One that cannot may use what the others do not. */
function isComplete({ messages, files }: Project): boolean {
  const emails = new Set(messages.map(({ parts }) => parts.email.file));
  return [...files.keys()].every(
    (file) => !/^templates\/messages\/.*\.html\.hbs$/.test(file) || emails.has(file),
  );
}

/** Returns unknown keys in sections whose messages can be read; a message that cannot may print the key. */
function unknownKeys(project: Project): Violation[] {
  const { catalogs, messages, settings } = project;
  const source = catalogs.get(settings.source);
  const misspelt = misspeltKeys(project);
  const used = new Set(messages.flatMap((message) => usedStrings(message, project).map(({ id }) => id)));
  const isJudged = (section: string) =>
    section === SHARED ? isComplete(project) : messages.some(({ name }) => name === section);
  return [...catalogs.values()].flatMap(({ tag, strings }) =>
    [...strings.values()]
      // A key that the source has too is reported in the source alone.
      .filter(
        ({ id, section }) =>
          isJudged(section) && !used.has(id) && (source?.tag === tag || !source?.strings.has(id)),
      )
      // Another rule reports misspelt keys.
      .filter((string) => !misspelt.has(string))
      .map((string) => {
        const { id, key, section } = string;
        const place = placeOfString(string, tag);
        if (source && used.has(`${SHARED}.${key}`)) {
          const message = `"${key}" is read from "${SHARED}", where the source language has it.`;
          return {
            ...place,
            message,
            suggestion: `Move it to "${SHARED}", or write it in "${section}" of ${source.file} too.`,
          };
        }
        const near = [...used]
          .filter((each) => each.startsWith(`${section}.`))
          .map((each) => each.slice(section.length + 1));
        const nearest = didYouMean(
          key,
          near.filter((each) => !strings.has(`${section}.${each}`)),
        );
        return {
          ...place,
          message: `No message prints "${id}".`,
          suggestion: nearest
            ? `Did you mean "${nearest}"?`
            : `Print it in the structure, {{t "${key}"}}, or remove it.`,
        };
      }),
  );
}
