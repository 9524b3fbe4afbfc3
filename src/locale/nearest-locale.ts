import { type LanguageRange, languageRange } from "./language-range.ts";
import type { LocaleTable, OfferedLocale } from "./locale-table.ts";

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
  offered: Offered,
  table: LocaleTable,
): OfferedLocale | undefined {
  const { language, script, rest } = canonical(range, table);
  const wanted = script ?? own(table.scripts, `${language}-${rest[0]}`) ?? own(table.scripts, language);
  const locales = wanted === undefined ? undefined : own(table.written, wanted);
  if (!locales) return undefined;
  const { dir } = locales;
  const tags = ` ${locales.tags} `;
  const small = tags.toLowerCase();
  const tagged = (tag: string): string | undefined => {
    const at = small.indexOf(` ${tag} `) + 1;
    const found = tags.slice(at, at + tag.length);
    return at > 0 && isOfferedIn(found, offered) ? found : undefined;
  };
  for (let kept = rest; ; kept = shorter(kept)) {
    const tag = tagged([language, wanted, ...kept].join("-")) ?? tagged([language, ...kept].join("-"));
    if (tag) return { tag, dir };
    if (kept.length === 0) break;
  }
  const kin = locales.tags.split(" ").filter((tag) => languageOf(tag) === language);
  const tag = kin.find((each) => isOfferedIn(each, offered));
  return tag === undefined ? undefined : { tag, dir };
}

/** The locales in which something is offered; `all` of the table's. */
export type Offered = readonly string[] | "all";

function isOfferedIn(tag: string, offered: Offered): boolean {
  return offered === "all" || offered.includes(tag);
}

function languageOf(tag: string): string {
  return tag.split("-", 1)[0] as string;
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
