/**
 * What the build knows of languages, so that nothing at run time needs `Intl`. All keys are lower case.
 * Made by src/tooling/templates/locale-table.ts from CLDR, as Node's ICU has it.
 */
export interface LocaleTable {
  /** The locales that any message is offered in, by their tags in lower case. */
  readonly offered: Readonly<Record<string, OfferedLocale>>;
  /** Other names of the languages offered: `iw` for `he`, `deu` for `de`, `sh` for `sr-latn`. */
  readonly aliases: Readonly<Record<string, string>>;
  /** The script that a language is likely written in, and the regions where it is another (`zh-tw`: `hant`). */
  readonly scripts: Readonly<Record<string, string>>;
  /** The locales of a language in a script (`pt-latn`), nearest first, for when a look-up finds none. */
  readonly kin: Readonly<Record<string, readonly string[]>>;
}

export interface OfferedLocale {
  /** The tag in its canonical form: `zh-Hant`. */
  readonly tag: string;
  readonly script: string;
  readonly dir: "ltr" | "rtl";
}
