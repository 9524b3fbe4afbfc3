import { languageRange, shownRange } from "./language-range.ts";
import type { LocaleTable, OfferedLocale } from "./locale-table.ts";
import { nearestLocale, type Offered } from "./nearest-locale.ts";

/** The places where a language can be stated, by precedence. */
export type StatedBy = "metadata" | "attribute" | "client" | "project";

/** A language stated in one of them, as free text. */
export interface StatedLocale {
  readonly by: StatedBy;
  readonly text: unknown;
}

/** The locale of a message, and why it was chosen. */
export interface ServedLocale {
  readonly locale: OfferedLocale;
  /** The place that decided, and the tag stated there. */
  readonly by: StatedBy;
  readonly asked: string;
  /** The languages stated before it that are not offered. */
  readonly unmet: readonly { readonly by: StatedBy; readonly asked: string }[];
}

/** Returns the locale of the first stated language that is offered, or `undefined`. */
export function localeServed(
  stated: readonly StatedLocale[],
  offered: Offered,
  table: LocaleTable,
): ServedLocale | undefined {
  const unmet: { by: StatedBy; asked: string }[] = [];
  for (const { by, text } of stated) {
    const range = languageRange(text);
    const locale = range && nearestLocale(range, offered, table);
    if (range && locale) return { asked: shownRange(range), by, locale, unmet };
    if (text !== undefined && text !== "") unmet.push({ by, asked: range ? shownRange(range) : "(no tag)" });
  }
  return undefined;
}
