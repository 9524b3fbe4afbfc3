import { catalogFile, SHARED } from "../../templates/catalog.ts";
import type { Project } from "../../templates/project.ts";
import { stringIn, usedStrings } from "../../templates/strings.ts";
import type { Violation } from "../../templates/violation.ts";
import type { Rule } from "../rule.ts";

/** Whether every language has the strings that the messages use. */
export const stringRules: readonly Rule[] = [
  {
    name: "missing-string",
    severity: "error",
    protects:
      "A message is written in one language, never in two: where a string is missing, people get the message in the next language in line.",
    suggestion: "Write it.",
    example: { file: "templates/locales/en.json", from: '"help": "Do you need help?"', to: '"help": ""' },
    check: (project) => [...missingInSourceOrDefault(project), ...missingElsewhere(project)],
  },
];

/** The strings that messages require, with the names of the messages. */
function required(project: Project): ReadonlyMap<string, readonly string[]> {
  const all = project.messages.flatMap((message) =>
    usedStrings(message, project)
      .filter(({ isRequired }) => isRequired)
      .map(({ id }) => ({ id, message: message.name })),
  );
  return new Map(
    [...Map.groupBy(all, ({ id }) => id)].map(([id, uses]) => [id, uses.map(({ message }) => message)]),
  );
}

function missingInSourceOrDefault(project: Project): Violation[] {
  const { source, default: first } = project.settings;
  return [...new Set([source, first])].flatMap((locale) =>
    [...required(project)]
      .filter(([id]) => !stringIn(locale, id, project))
      .map(([key, messages]) => ({
        file: catalogFile(locale),
        index: project.catalogs.get(locale)?.strings.get(key)?.index() ?? 0,
        message: `"${key}" is missing, and ${messages.join(", ")} cannot be written without it.`,
        suggestion: suggestionFor(key),
        key,
        locale,
      })),
  );
}

function missingElsewhere(project: Project): Violation[] {
  const { settings, catalogs, locales } = project;
  const others = locales.filter((tag) => tag !== settings.source && tag !== settings.default);
  return [...required(project)].flatMap(([key, messages]) => {
    const lacking = others.filter((locale) => !stringIn(locale, key, project));
    const source = catalogs.get(settings.source)?.strings.get(key);
    if (lacking.length === 0 || !source) return [];
    const message = `"${key}" is missing in ${lacking.join(", ")}: ${messages.join(", ")} is not offered there.`;
    return [{ file: source.file, index: source.index(), message, key, severity: "warning" as const }];
  });
}

function suggestionFor(id: string): string {
  const [section = "", key = ""] = id.split(".");
  return section === SHARED
    ? "Write it."
    : `Write "${key}" in "${section}", or in "${SHARED}" for all messages.`;
}
