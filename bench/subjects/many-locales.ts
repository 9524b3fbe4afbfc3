import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isLanguage, isLanguageTag } from "../../src/tooling/templates/language-tag.ts";

/** Language tags in their canonical form, as many as wanted, of every language that CLDR has a region for. */
export function tags(count: number): string[] {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const languages = letters.flatMap((first) => letters.map((second) => first + second));
  const known = languages.filter(
    (tag) => new Intl.Locale(tag).maximize().region !== undefined && isLanguage(tag),
  );
  const regions = ["CH", "US", "GB", "IN"];
  const all = known.flatMap((language) => [language, ...regions.map((region) => `${language}-${region}`)]);
  const canonical = all.filter(isLanguageTag);
  return [...new Set(["en", "de", "de-CH", ...canonical])].slice(0, count);
}

/** Makes a copy of the project at `root` whose message is offered in so many locales. */
export function projectWith(count: number, root: string, copy: string): void {
  for (const part of ["templates/_brand", "templates/en", "templates/de", "triggers"]) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  const locales = tags(count);
  for (const locale of locales.filter((tag) => tag !== "en" && tag !== "de")) {
    const from = locale.startsWith("de-") ? "de" : "en";
    mkdirSync(join(copy, "templates", locale), { recursive: true });
    cpSync(
      join(root, "templates", from, "forgot-password"),
      join(copy, "templates", locale, "forgot-password"),
      { recursive: true },
    );
  }
  const messages = JSON.parse(readFileSync(join(root, "templates/messages.json"), "utf8"));
  const others = readdirSync(join(root, "templates/en")).filter((message) => message !== "forgot-password");
  const exceptions = Object.fromEntries(others.map((message) => [message, ["en", "de"]]));
  writeFileSync(
    join(copy, "templates/messages.json"),
    JSON.stringify({ ...messages, locales, messages: exceptions }),
  );
}
