import { lengths } from "../../message/rejections.ts";
import { SHARED, valuesIn } from "./catalog.ts";
import { SCHEMA_COMMENT } from "./index-module.ts";
import { messageNames } from "./message-sources.ts";
import { printableIn } from "./printable-in.ts";
import type { Message, Project } from "./project.ts";
import { stringId, usedStrings } from "./used-strings.ts";

/** The JSON Schema of one string; editors know `patternErrorMessage`. */
interface StringSchema {
  readonly type: "string";
  readonly description: string;
  readonly pattern: string;
  readonly patternErrorMessage: string;
  readonly maxLength?: number;
}

/**
 * Returns the JSON Schema of a project's catalogs, for editors: the keys that its structures use, and for each the
 * source's text, the values that it may print, and the length that Cognito accepts of a subject or an SMS.
 */
export function catalogSchema(project: Project): object {
  const sections = new Map<string, Record<string, StringSchema>>([[SHARED, {}]]);
  for (const message of project.messages) {
    for (const { id, key } of usedStrings(message, project)) {
      const [section = ""] = id.split(".");
      sections.set(section, { ...sections.get(section), [key]: stringSchema(message, key, project) });
    }
  }
  // The strings of a message that is left to Cognito may stay.
  const unused = messageNames.filter((name) => !sections.has(name)).map((name) => [name, {}] as const);
  const properties = [...sections].map(([section, keys]) => [section, group(keys)] as const);
  return {
    $comment: SCHEMA_COMMENT,
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "The strings of one language",
    ...group(Object.fromEntries([...properties, ...unused])),
  };
}

function group(properties: Readonly<Record<string, object>>): object {
  return { type: "object", properties, additionalProperties: false };
}

function stringSchema(message: Message, key: string, project: Project): StringSchema {
  const id = stringId(message.name, key, project);
  const source = project.catalogs.get(project.settings.source)?.strings.get(id);
  const parts = Object.values(message.parts).filter(({ pieces }) =>
    pieces.some((piece) => piece.is === "string" && piece.key === key),
  );
  const names = printableIn(parts);
  const values = names.map((name) => `{{${name}}}`).join(", ");
  const limited = parts.find(({ part }) => part !== "email");
  return {
    type: "string",
    description: `${source ? `In the source language: ${source.value}\n` : ""}Values: ${values}`,
    pattern: `^(?:(?!\\{\\{)[\\s\\S]|\\{\\{ ?(?:${names.join("|").replaceAll(".", "\\.")}) ?\\}\\})*$`,
    patternErrorMessage: `The values are: ${values}`,
    // As written: the names of values are longer than the least that they print.
    ...(limited && {
      maxLength: lengths[limited.part].most + (source ? valuesIn(source).join("{{}}").length + 4 : 0),
    }),
  };
}
