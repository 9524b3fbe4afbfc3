import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Language tags in their canonical form, as many as wanted: de-CH, which is asked for, is among them. */
export function tags(count: number): string[] {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const all = ["de", "en", "fr", "es"].flatMap((language) =>
    letters.flatMap((first) => letters.map((second) => `${language}-${first}${second}`)),
  );
  const canonical = all.filter((tag) => Intl.getCanonicalLocales(tag)[0] === tag);
  return ["en", "de", ...canonical].slice(0, count);
}

/** Makes a copy of the project at `root` whose message is offered in so many locales. */
export function projectWith(count: number, root: string, copy: string): void {
  for (const part of ["templates/_brand", "templates/en", "templates/de", "triggers"]) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  const locales = tags(count);
  for (const locale of locales.filter((tag) => tag.includes("-"))) {
    const from = locale.startsWith("de-") ? "de" : "en";
    mkdirSync(join(copy, "templates", locale), { recursive: true });
    cpSync(
      join(root, "templates", from, "forgot-password"),
      join(copy, "templates", locale, "forgot-password"),
      { recursive: true },
    );
  }
  const messages = JSON.parse(readFileSync(join(root, "templates/messages.json"), "utf8"));
  writeFileSync(join(copy, "templates/messages.json"), JSON.stringify({ ...messages, locales }));
}
