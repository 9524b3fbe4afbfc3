import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Writes catalogs for regions of the shipped languages, until there are `count`: each string ends with a unique
 * mark, so that no memoized result of another language applies; or each is empty, and inherits every string.
 */
export function withMoreLocales(
  project: string,
  { count, isInherited }: { readonly count: number; readonly isInherited: boolean },
): void {
  const shipped = ["en", "de", "fr", "ja", "ar"];
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const regions = letters.flatMap((a) => letters.map((b) => a + b));
  const tags = regions
    .flatMap((region) => shipped.map((language) => ({ language, region, tag: `${language}-${region}` })))
    .filter(({ tag }) => Intl.getCanonicalLocales(tag)[0] === tag)
    .slice(0, count - shipped.length);
  const file = (tag: string) => join(project, "templates/locales", `${tag}.json`);
  for (const { language, region, tag } of tags) {
    const strings = readFileSync(file(language), "utf8").replace(/(?=",?$)/gm, ` ${region}`);
    writeFileSync(file(tag), isInherited ? "{}" : strings);
  }
}
