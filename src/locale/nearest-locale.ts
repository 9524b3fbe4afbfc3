import { type LanguageRange, languageRange } from "./language-range.ts";
import type { LocaleTable, OfferedLocale } from "./table.ts";

/**
 * The locale among `offered` that is nearest to what a range states, or `undefined`.
 *
 * RFC 4647 §3.4 look-up (the range, then the range without its last subtag …), with two helps from the
 * table: other names of a language (`iw`, `no`), and the script that a region implies, so that `zh-TW` finds
 * `zh-Hant`. A locale in another script is another text to its reader and is never served; when look-up
 * finds none, another region of the same language and script is (`pt-PT` is served `pt-BR`).
 */
export function nearestLocale(
  range: LanguageRange,
  offered: readonly string[],
  table: LocaleTable,
): OfferedLocale | undefined {
  const { language, script, rest } = canonical(range, table);
  const wanted = script ?? own(table.scripts, `${language}-${rest[0]}`) ?? own(table.scripts, language);
  if (wanted === undefined) return undefined;
  const served = (tag: string): OfferedLocale | undefined => {
    const locale = own(table.offered, tag);
    return locale?.script === wanted && offered.includes(locale.tag) ? locale : undefined;
  };
  for (let kept = rest; ; kept = shorter(kept)) {
    const found = served([language, wanted, ...kept].join("-")) ?? served([language, ...kept].join("-"));
    if (found) return found;
    if (kept.length === 0) break;
  }
  for (const tag of own(table.kin, `${language}-${wanted}`) ?? []) {
    const found = served(tag);
    if (found) return found;
  }
  return undefined;
}

/** The range under the language's name that we offer it by. */
function canonical(range: LanguageRange, table: LocaleTable): LanguageRange {
  const alias = languageRange(own(table.aliases, range.language));
  return alias ? { language: alias.language, script: range.script ?? alias.script, rest: range.rest } : range;
}

/** Without the last subtag, and then without a single letter that introduced it. */
function shorter(subtags: readonly string[]): readonly string[] {
  const kept = subtags.slice(0, -1);
  return kept.at(-1)?.length === 1 ? kept.slice(0, -1) : kept;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
