import { readFileSync, writeFileSync } from "node:fs";

const BEGIN = "<!-- npm run bench -- --write makes what follows -->";
const END = "<!-- end of what is made -->";

/** Puts a text in the place that a page keeps for it. */
export function writeInto(page: string, text: string): void {
  const before = readFileSync(page, "utf8");
  const [head, rest] = before.split(BEGIN);
  const [, tail] = rest?.split(END) ?? [];
  if (tail === undefined) throw new Error(`${page} has no place between "${BEGIN}" and "${END}".`);
  writeFileSync(page, `${head}${BEGIN}\n\n${text}\n\n${END}${tail}`);
}
