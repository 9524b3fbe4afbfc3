/**
 * What the build knows of languages, so that nothing at run time needs `Intl`. All keys are lower case.
 * Made by src/tooling/templates/locale-table.ts from CLDR, as Node's ICU has it.
 *
 * Texts rather than objects: a function loads the whole of it at every start, however many the locales.
 */
export interface LocaleTable {
  /** The locales that any message is offered in, by the script that they are written in. */
  readonly written: Readonly<Record<string, WrittenLocales>>;
  /** Other names of the languages offered: `iw` for `he`, `deu` for `de`, `sh` for `sr-latn`. */
  readonly aliases: Readonly<Record<string, string>>;
  /** The script that a language is likely written in, and the regions where it is another (`zh-tw`: `hant`). */
  readonly scripts: Readonly<Record<string, string>>;
}

export interface WrittenLocales {
  readonly dir: "ltr" | "rtl";
  /** Tags in their canonical form, with a space between; of a language, the one of its likely region first. */
  readonly tags: string;
}

export interface OfferedLocale {
  /** The tag in its canonical form: `zh-Hant`. */
  readonly tag: string;
  readonly dir: "ltr" | "rtl";
}

/** The locale with this tag in its canonical form; `undefined` when no message is offered in it. */
export function offeredLocale(tag: string, { written }: LocaleTable): OfferedLocale | undefined {
  const locales = Object.values(written).find(({ tags }) => ` ${tags} `.includes(` ${tag} `));
  return locales && { tag, dir: locales.dir };
}
