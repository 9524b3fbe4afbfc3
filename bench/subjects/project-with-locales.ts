import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isLanguage, isLanguageTag } from "../../src/tooling/templates/is-language-tag.ts";

/** Returns so many language tags in their canonical form, of the languages with a region in CLDR. */
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

/** Copies the project at `root`, with its message in so many locales, each with its own words. */
export function projectWithLocales(count: number, root: string, copy: string): void {
  for (const part of ["templates", "triggers"])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  const locales = join(copy, "templates/locales");
  for (const file of readdirSync(locales)) if (!/^(?:en|de)\.json$/.test(file)) rmSync(join(locales, file));
  for (const tag of tags(count).filter((each) => each !== "en" && each !== "de")) {
    const from = tag.startsWith("de-") ? "de" : "en";
    const catalog: Record<string, Record<string, string>> = JSON.parse(
      readFileSync(join(locales, `${from}.json`), "utf8"),
    );
    const own = ["shared", "forgot-password"].map((section) => [
      section,
      changed(catalog[section] ?? {}, tag),
    ]);
    writeFileSync(join(locales, `${tag}.json`), JSON.stringify(Object.fromEntries(own)));
  }
}

/** Makes each string differ from the source language's, or it would count as missing. */
function changed(strings: Readonly<Record<string, string>>, tag: string): Record<string, string> {
  return Object.fromEntries(Object.entries(strings).map(([key, value]) => [key, `${value} ${tag}`]));
}
