import { check } from "../../../src/tooling/check/check.ts";
import type { Finding } from "../../../src/tooling/check/finding.ts";
import { changed, shipped } from "./shipped.ts";

type Changes = Readonly<Record<string, string>>;

const SETTINGS = "templates/messages.json";
const LAYOUT_OF = "forgot-password";

/** What is found in the shipped copy with other files, as `file:line:column severity: message (rule)`. */
export function found(files: Changes): string[] {
  return findingsOf(files).map(
    ({ file, line, column, severity, message, rule }) =>
      `${file}:${line}:${column} ${severity}: ${message} (${rule})`,
  );
}

/** The same as findings. Of the shipped copy those languages and messages alone that the files are about. */
export function findingsOf(files: Changes): readonly Finding[] {
  const own = Object.keys(files).map((file) => file.split("/"));
  const isShared = own.some(([, folder]) => folder === "_brand");
  const locales = isShared ? ["en", "de", "ar"] : [...new Set(["en", ...own.flatMap(([, tag = ""]) => tag)])];
  const messages = new Set([LAYOUT_OF, ...own.flatMap(([, , message]) => message ?? [])]);
  const offered = locales.filter((tag) => shipped.files.has(`templates/${tag}/${LAYOUT_OF}/email.html.hbs`));
  const copy = changed({ [SETTINGS]: JSON.stringify({ default: "en", locales: offered }), ...files });
  const isKept = (file: string) => {
    const [, folder = "", message] = file.split("/");
    return (
      message === undefined || folder === "_brand" || (locales.includes(folder) && messages.has(message))
    );
  };
  return check({ ...copy, files: new Map([...copy.files].filter(([file]) => isKept(file))) }).findings;
}

/** A shipped file with a text in it changed. */
export function edited(file: string, from: string, to: string): Changes {
  const text = shipped.files.get(file) ?? "";
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  return { [file]: text.replace(from, () => to) };
}
