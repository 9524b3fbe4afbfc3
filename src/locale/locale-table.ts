/**
 * The data about languages that the run time needs, so that it does not load `Intl`. All keys are lower case.
 * src/tooling/templates/locale-table.ts makes it from the CLDR in Node's ICU.
 *
 * Its values are strings rather than objects, because a function loads all of it at every start.
 */
export interface LocaleTable {
  /** The locales that any message is offered in, by script. */
  readonly written: Readonly<Record<string, WrittenLocales>>;
  /** Other names of the languages offered: `iw` is `he`, `deu` is `de`, `sh` is `sr-latn`. */
  readonly aliases: Readonly<Record<string, string>>;
  /** The likely script of a language, and of the regions where it differs (`zh-tw`: `hant`). */
  readonly scripts: Readonly<Record<string, string>>;
}

export interface WrittenLocales {
  readonly dir: "ltr" | "rtl";
  /** Canonical tags, separated by spaces; of each language the one of its likely region first. */
  readonly tags: string;
}

export interface OfferedLocale {
  /** The canonical tag: `zh-Hant`. */
  readonly tag: string;
  readonly dir: "ltr" | "rtl";
}

/** Returns the locale with this canonical tag, or `undefined` when no message is offered in it. */
export function offeredLocale(tag: string, { written }: LocaleTable): OfferedLocale | undefined {
  const locales = Object.values(written).find(({ tags }) => ` ${tags} `.includes(` ${tag} `));
  return locales && { tag, dir: locales.dir };
}
