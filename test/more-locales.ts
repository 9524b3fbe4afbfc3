import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Copies of the shipped languages under tags of regions, until there are enough; or with a word of its own in each
 * email, so that none is checked by what is known of another. How many files that adds.
 */
export function withMoreLocales(
  project: string,
  { count, isAlike }: { readonly count: number; readonly isAlike: boolean },
): number {
  const messages = join(project, "templates/messages.json");
  const settings = JSON.parse(readFileSync(messages, "utf8")) as { locales: string[] };
  const shipped = settings.locales;
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const tags = letters
    .flatMap((a) =>
      letters.flatMap((b) => shipped.map((language) => [language, `${language}-${a}${b}`] as const)),
    )
    .filter(([, tag]) => Intl.getCanonicalLocales(tag)[0] === tag)
    .slice(0, count - shipped.length);
  for (const [language, tag] of tags) {
    const folder = join(project, "templates", tag);
    cpSync(join(project, "templates", language), folder, { recursive: true });
    for (const file of filesIn(folder).filter((each) => !isAlike && each.endsWith(".html.hbs"))) {
      writeFileSync(file, readFileSync(file, "utf8").replace("<p>", `<p>${tag.slice(-2)} `));
    }
  }
  settings.locales = [...shipped, ...tags.map(([, tag]) => tag)];
  writeFileSync(messages, JSON.stringify(settings));
  return tags.reduce((files, [, tag]) => files + filesIn(join(project, "templates", tag)).length, 0);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
