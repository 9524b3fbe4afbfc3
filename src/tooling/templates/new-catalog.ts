import { type Catalog, valuesIn } from "./catalog.ts";

/** A catalog to be translated, and the amount of work. */
export interface NewCatalog {
  readonly text: string;
  readonly strings: number;
  readonly words: number;
}

/** Returns a catalog with every key of the source and no text; `{}` for a region, which inherits its parent's strings. */
export function newCatalog(source: Catalog, isRegion: boolean): NewCatalog {
  if (isRegion) return { text: "{}\n", strings: 0, words: 0 };
  const sections: Record<string, Record<string, string>> = {};
  for (const { section, key } of source.strings.values()) {
    sections[section] ??= {};
    sections[section][key] = "";
  }
  const strings = [...source.strings.values()];
  const words = strings.reduce(
    (sum, each) => sum + each.value.split(/\s+/).length - valuesIn(each).length,
    0,
  );
  return { text: `${JSON.stringify(sections, null, 2)}\n`, strings: strings.length, words };
}
