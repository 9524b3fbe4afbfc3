import { readFileSync, writeFileSync } from "node:fs";
import { type Setting, settings } from "../../src/parameter/settings.ts";

const BEGIN = "<!-- npm run docs makes what follows -->";
const END = "<!-- end of what is made -->";

/** The table of docs/operations.md that is made of the table of settings. */
export function settingsReference(): string {
  const all = Object.entries(settings) as [string, Setting][];
  const rows = [...all.filter(([, each]) => !each.isPlain), ...all.filter(([, each]) => each.isPlain)].map(
    ([name, setting]) => `| \`${name}\` | ${setting.about} | ${defaultOf(setting)} | ${readersOf(setting)} |`,
  );
  const first = rows.findIndex((row) => row.startsWith("| `POWERTOOLS_"));
  const line = "| *read by Powertools, or before a store can be: the value itself* | | | |";
  return [
    "| variable | what it decides | default | read by |",
    "|---|---|---|---|",
    ...rows.toSpliced(first, 0, line),
  ].join("\n");
}

function defaultOf({ kind }: Setting): string {
  if (kind.is === "word") return `\`${kind.words[0]}\``;
  if (kind.is === "number") return String(kind.default);
  if (kind.default) return `\`${kind.default}\``;
  return kind.optional ? "none" : "none: it has to be set";
}

function readersOf({ readBy }: Setting): string {
  return readBy?.map((trigger) => trigger.replace("-", " ")).join(", ") ?? "all";
}

/** What stands in a page between the marks. */
export function madeIn(page: string): string {
  const [, rest = ""] = readFileSync(page, "utf8").split(BEGIN);
  return (rest.split(END)[0] ?? "").trim();
}

/** Puts a text between the marks of a page. */
export function writeInto(page: string, text: string): void {
  const [head = "", rest = ""] = readFileSync(page, "utf8").split(BEGIN);
  writeFileSync(page, `${head}${BEGIN}\n\n${text}\n\n${END}${rest.split(END)[1] ?? ""}`);
}
