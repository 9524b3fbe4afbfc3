import { type Copy, readCopy } from "../../../src/tooling/check/copy.ts";
import type { Example } from "../../../src/tooling/check/rule.ts";
import { repository } from "../../project.ts";

/** The copy that we ship. */
export const shipped: Copy = await readCopy(repository);

/** Files by their paths: a text replaces or adds one, `null` removes it, or a folder with all that is in it. */
export type Changes = Readonly<Record<string, string | null>>;

/** The shipped copy with other files, and other keys of the client metadata. */
export function changed(files: Changes, metadata: Readonly<Record<string, unknown>> = {}): Copy {
  const texts = new Map(shipped.files);
  for (const [file, text] of Object.entries(files)) {
    if (text !== null) texts.set(file, text);
    else for (const each of texts.keys()) if (`${each}/`.startsWith(`${file}/`)) texts.delete(each);
  }
  const { metadata: schema } = shipped;
  if (!schema || !("schema" in schema)) throw new Error("triggers/client-metadata.ts does not read");
  const properties = { ...schema.schema.properties, ...metadata };
  return { files: texts, metadata: { schema: { properties } } };
}

const SETTINGS = "templates/messages.json";
const ALWAYS = { locale: "en", message: "forgot-password" };

/**
 * The same, and of what is shipped those languages and messages alone that the files are about, beside one
 * English message: it is checked in a twentieth of the time. What all share is seen in three languages.
 */
export function smallCopy(files: Changes, metadata: Readonly<Record<string, unknown>> = {}): Copy {
  const paths = Object.keys(files).map((file) => file.split("/"));
  const shared = paths.some(([, folder]) => folder === "_brand") ? ["de", "ar"] : [];
  const locales = new Set([ALWAYS.locale, ...shared, ...paths.flatMap(([, locale = ""]) => locale)]);
  const messages = new Set([ALWAYS.message, ...paths.flatMap(([, , message]) => message ?? [])]);
  const offered = [...locales].filter((each) =>
    shipped.files.has(`templates/${each}/${ALWAYS.message}/sms.txt.hbs`),
  );
  const settings = JSON.stringify({ default: ALWAYS.locale, locales: offered });
  const copy = changed({ [SETTINGS]: settings, ...files }, metadata);
  const isKept = (file: string) => {
    const [, folder = "", message] = file.split("/");
    return !message || folder === "_brand" || (locales.has(folder) && messages.has(message));
  };
  return { ...copy, files: new Map([...copy.files].filter(([file]) => isKept(file))) };
}

/** The text of a shipped file. */
export function shippedText(file: string): string {
  const text = shipped.files.get(file);
  if (text === undefined) throw new Error(`${file} is not shipped`);
  return text;
}

/** A shipped file with a text in it replaced. */
export function edited(file: string, from: string, to: string): Record<string, string> {
  const text = shippedText(file);
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  // Not a text as replacement: a dollar in it would mean something.
  return { [file]: text.replace(from, () => to) };
}

/** As much of the shipped copy as a rule's example needs, with the example in it. */
export function withExample({ file, from, to, metadata }: Example): Copy {
  return smallCopy(from === undefined ? { [file]: to } : edited(file, from, to), metadata);
}
