import { readFileSync, writeFileSync } from "node:fs";

/** The part of a page that a command makes, between two marks of which the first names the command. */
const MADE = /(<!-- npm run .* makes what follows -->\n)(.*?)(<!-- end of what is made -->)/s;

/** Returns the text between the marks in a page. */
export function madeIn(page: string): string {
  return (MADE.exec(readFileSync(page, "utf8"))?.[2] ?? "").trim();
}

/** Puts a text between the marks of a page. */
export function writeInto(page: string, text: string): void {
  const before = readFileSync(page, "utf8");
  if (!MADE.test(before)) throw new Error(`${page} has no marks between which a command may write.`);
  writeFileSync(
    page,
    before.replace(MADE, (_, begin: string, __, end: string) => `${begin}\n${text}\n\n${end}`),
  );
}
