import { type LanguageRange, languageRange } from "./language-range.ts";
import type { LocaleTable, OfferedLocale } from "./locale-table.ts";

/**
 * Returns the locale among `offered` that is nearest to a range, or `undefined`.
 *
 * It is the look-up of RFC 4647 §3.4 (the range, then the range without its last subtag …). The table adds other names
 * of a language (`iw`, `no`), and the script that a region implies, so that `zh-TW` finds `zh-Hant`.
 * A locale in another script is never served, since the person may not be able to read it. If the look-up finds none,
 * another region of the same language and script is served (`pt-BR` for `pt-PT`).
 */
export function nearestLocale(
  range: LanguageRange,
  offered: Offered,
  table: LocaleTable,
): OfferedLocale | undefined {
  const { language, script, rest } = canonical(range, table);
  const inScript = script ?? own(table.scripts, `${language}-${rest[0]}`) ?? own(table.scripts, language);
  const locales = inScript === undefined ? undefined : own(table.written, inScript);
  if (!locales) return undefined;
  const { dir } = locales;
  const tags = ` ${locales.tags} `;
  const lower = tags.toLowerCase();
  const tagged = (tag: string): string | undefined => {
    const at = lower.indexOf(` ${tag} `) + 1;
    const found = tags.slice(at, at + tag.length);
    return at > 0 && isOfferedIn(found, offered) ? found : undefined;
  };
  for (let subtags = rest; ; subtags = shorter(subtags)) {
    const tag =
      tagged([language, inScript, ...subtags].join("-")) ?? tagged([language, ...subtags].join("-"));
    if (tag) return { tag, dir };
    if (subtags.length === 0) break;
  }
  const tag = locales.tags
    .split(" ")
    .find((each) => languageOf(each) === language && isOfferedIn(each, offered));
  return tag === undefined ? undefined : { tag, dir };
}

/** The locales in which a message is offered: tags, or all of the table. */
export type Offered = readonly string[] | "all";

function isOfferedIn(tag: string, offered: Offered): boolean {
  return offered === "all" || offered.includes(tag);
}

function languageOf(tag: string): string {
  return tag.split("-", 1)[0] as string;
}

/** Returns the range with the table's name of the language. */
function canonical(range: LanguageRange, table: LocaleTable): LanguageRange {
  const alias = languageRange(own(table.aliases, range.language));
  return alias ? { language: alias.language, script: range.script ?? alias.script, rest: range.rest } : range;
}

/** Removes the last subtag, and the single letter that introduces it. */
function shorter(subtags: readonly string[]): readonly string[] {
  const rest = subtags.slice(0, -1);
  return rest.at(-1)?.length === 1 ? rest.slice(0, -1) : rest;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
