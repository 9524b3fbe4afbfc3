import { languageRange, shownRange } from "./language-range.ts";
import type { LocaleTable, OfferedLocale } from "./locale-table.ts";
import { nearestLocale, type Offered } from "./nearest-locale.ts";

/** Where an event can state a language, the first that can be met deciding. */
export type StatedBy = "metadata" | "attribute" | "client" | "project";

/** A language stated by one of them; free text. */
export interface Wish {
  readonly by: StatedBy;
  readonly text: unknown;
}

/** The locale of a message, and how it came to be. */
export interface ServedLocale {
  readonly locale: OfferedLocale;
  /** Who was followed, and the tag that they asked for. */
  readonly by: StatedBy;
  readonly asked: string;
  /** Wishes before it that no locale offered could meet. */
  readonly unmet: readonly { readonly by: StatedBy; readonly asked: string }[];
}

/** The first wish that a locale offered can meet; `undefined` when none can. */
export function localeServed(
  wishes: readonly Wish[],
  offered: Offered,
  table: LocaleTable,
): ServedLocale | undefined {
  const unmet: { by: StatedBy; asked: string }[] = [];
  for (const { by, text } of wishes) {
    const range = languageRange(text);
    const locale = range && nearestLocale(range, offered, table);
    if (range && locale) return { asked: shownRange(range), by, locale, unmet };
    if (text !== undefined && text !== "") unmet.push({ by, asked: range ? shownRange(range) : "(no tag)" });
  }
  return undefined;
}
