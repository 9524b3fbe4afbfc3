import type { LocaleTable, WrittenLocales } from "../../locale/locale-table.ts";

const letters = [..."abcdefghijklmnopqrstuvwxyz"];
const pairs = letters.flatMap((a) => letters.map((b) => a + b));
const codes = [...pairs, ...pairs.flatMap((pair) => letters.map((c) => pair + c))];

/** Two codes of one language: CLDR's canonical one is `no`; apps send either. */
const NORWEGIAN = ["no", "nb"] as const;

/**
 * Returns the data of CLDR, as in Node's ICU, that the look-up of these locales needs: likely subtags (UTS #35 §4.3)
 * and aliases (§3.2.1) of their languages.
 */
export function localeTable(tags: readonly string[]): LocaleTable {
  const locales = tags.map((tag) => ({ tag, locale: new Intl.Locale(tag).maximize() }));
  const languages = [...new Set(locales.map(({ locale }) => locale.language))];
  return {
    written: written(locales),
    aliases: aliases(languages),
    scripts: Object.assign({}, ...languages.map(scripts)),
  };
}

const directions = new Map<string, "ltr" | "rtl">();

/** Returns the direction in which a locale is written. Memoized, since ICU is slow. */
export function direction(tag: string): "ltr" | "rtl" {
  const known = directions.get(tag) ?? directionOf(tag);
  directions.set(tag, known);
  return known;
}

/** Calls `getTextInfo`, which is not in TypeScript's library yet. */
function directionOf(tag: string): "ltr" | "rtl" {
  const locale = new Intl.Locale(tag) as Intl.Locale & { getTextInfo(): { direction: "ltr" | "rtl" } };
  return locale.getTextInfo().direction;
}

let everyAlias: ReadonlyMap<string, string> | undefined;

/** Returns every code of two or three letters that has another canonical form in CLDR, with that form. */
function allAliases(): ReadonlyMap<string, string> {
  everyAlias ??= new Map(
    codes.flatMap((code) => {
      const canonical = Intl.getCanonicalLocales(code)[0] ?? code;
      return canonical === code ? [] : [[code, canonical.toLowerCase()] as const];
    }),
  );
  return everyAlias;
}

function aliases(languages: readonly string[]): Record<string, string> {
  const known = [...allAliases()].filter(([, name]) => languages.includes(name.split("-")[0] as string));
  const norwegian = NORWEGIAN.filter((code) => languages.includes(code));
  const other = norwegian.length === 1 ? NORWEGIAN.filter((code) => code !== norwegian[0]) : [];
  return Object.fromEntries([...known, ...other.map((code) => [code, norwegian[0] as string])]);
}

const knownScripts = new Map<string, Readonly<Record<string, string>>>();

/** Returns the likely script of a language, and of each region whose script is another. Memoized. */
function scripts(language: string): Readonly<Record<string, string>> {
  const known = knownScripts.get(language) ?? allScripts(language);
  knownScripts.set(language, known);
  return known;
}

function allScripts(language: string): Record<string, string> {
  const usual = new Intl.Locale(language).maximize().script ?? "";
  const exceptions = pairs.flatMap((region) => {
    const { script } = new Intl.Locale(`${language}-${region}`).maximize();
    return script && script !== usual ? [[`${language}-${region}`, script.toLowerCase()] as const] : [];
  });
  return Object.fromEntries([[language, usual.toLowerCase()], ...exceptions]);
}

/** Returns the locales of each script: those of a language's likely region first, otherwise in the order given. */
function written(locales: readonly { tag: string; locale: Intl.Locale }[]): Record<string, WrittenLocales> {
  const byScript = Object.groupBy(locales, ({ locale }) => (locale.script ?? "").toLowerCase());
  return Object.fromEntries(
    Object.entries(byScript).map(([script, group = []]) => {
      const tags = [...group.filter(isLikely), ...group.filter((each) => !isLikely(each))].map(
        ({ tag }) => tag,
      );
      return [script, { dir: direction(tags[0] as string), tags: tags.join(" ") }];
    }),
  );
}

function isLikely({ locale: { language, script, region } }: { locale: Intl.Locale }): boolean {
  return new Intl.Locale(`${language}-${script}`).maximize().region === region;
}
