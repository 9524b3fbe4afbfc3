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
 * Returns the JSON Schema of a project's catalogs, for editors. It has the keys that the structures use, each with
 * the source's text, the values that the string may print and the length that Cognito accepts.
 */
export function catalogSchema(project: Project): object {
  const sections = new Map<string, Record<string, StringSchema>>([[SHARED, {}]]);
  for (const message of project.messages) {
    for (const { id, key } of usedStrings(message, project)) {
      const [section = ""] = id.split(".");
      sections.set(section, { ...sections.get(section), [key]: stringSchema(message, key, project) });
    }
  }
  // A catalog may contain strings of a message that has no structure, so that Cognito writes it.
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
    // The limit is for the text that is sent, which may be shorter than the names of its values.
    ...(limited && {
      maxLength: lengths[limited.part].most + (source ? valuesIn(source).join("{{}}").length + 4 : 0),
    }),
  };
}
