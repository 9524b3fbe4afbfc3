import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../project.ts";

/** The blocks of a language on a page of docs/. */
export function fences(page: string, language: string): string[] {
  const text = readFileSync(join(repository, "docs", page), "utf8");
  const found = text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"));
  return [...found].map(([, code = ""]) => code);
}

/** Returns the text below a heading of a page, up to the next heading. */
export function section(page: string, heading: string): string {
  const text = readFileSync(join(repository, "docs", page), "utf8");
  const [, after = ""] = text.split(`\n## ${heading}\n`);
  return after.split("\n## ")[0] ?? "";
}
