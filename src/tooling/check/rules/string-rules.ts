import { BRANDS } from "../../templates/brands.ts";
import { type CatalogString, catalogFile, SHARED, valuesIn } from "../../templates/catalog.ts";
import { languageAndTag, languageName } from "../../templates/is-language-tag.ts";
import { type Project, placeInText } from "../../templates/project.ts";
import { previousSource } from "../../templates/records.ts";
import { isUntranslated, stringIn } from "../../templates/used-strings.ts";
import type { Violation } from "../../templates/violation.ts";
import { commandLine } from "../../terminal/command-line.ts";
import { perProject } from "../per-project.ts";
import { isPartOf, misspeltKeys, requiredStrings, unwritten } from "../required-strings.ts";
import type { Rule } from "../rule.ts";
import { isRead, stringUses, textPieces, textsIn, type Use, usedStringsOf } from "../string-uses.ts";

/** Rules about whether every language has the strings of the messages, and people can read them. */
export const stringRules: readonly Rule[] = [
  {
    name: "missing-string",
    severity: "error",
    protects:
      "A message is in one language, never in two: where a string is missing, people get the message in the next language.",
    suggestion: "Write it.",
    example: { file: "templates/locales/en.json", from: '"help": "Do you need help?"', to: '"help": ""' },
    check: (project) => [
      ...missingInSourceOrDefault(project),
      ...missingElsewhere(project),
      ...unwrittenMessages(project),
    ],
  },
  {
    name: "untranslated",
    severity: "warning",
    protects:
      "A string that is still in the source language counts as missing: a message is never a mixture.",
    suggestion:
      "Translate it; where the text is right in both languages, record it with the command `translated`.",
    example: {
      file: "templates/locales/de.json",
      from: "Brauchen Sie Hilfe?",
      to: "Do you need help?",
    },
    check: untranslated,
  },
  {
    name: "out-of-date",
    severity: "warning",
    protects: "A translation has to match the source: this one was made from an earlier text.",
    suggestion:
      "Translate the new text; where the translation is still right, record it with the command `translated`.",
    example: {
      file: "templates/sources/de.json",
      to: '{ "shared": { "help": { "source": "Need help?", "translation": "7756c20d9e7aaecf" } } }',
    },
    check: outOfDate,
  },
  {
    name: "different-values",
    severity: "warning",
    protects: "Each language has to state the same: without a value, its readers miss a fact.",
    suggestion: "Print the same values as the source.",
    example: {
      file: "templates/locales/de.json",
      from: "für Ihr Konto bei {{brand.name}}",
      to: "für Ihr Konto",
    },
    check: differentValues,
  },
  {
    name: "braces",
    severity: "error",
    protects: "A value is written {{name}}. With other braces people read the braces.",
    suggestion: "Write {{name}}, without anything else inside.",
    example: {
      file: "templates/locales/de.json",
      from: "Guten Tag {{name}},",
      to: "Guten Tag {name},",
    },
    check: (project) =>
      textsToRead(project).flatMap((text) => [
        ...[...(text.shown ?? "").matchAll(/\{{2,}[^{}]*\}*|\}{2,}/g)].map(({ 0: typed, index }) => ({
          ...text.placeAt(index),
          message: `"${typed}" is not a value.`,
        })),
        ...[...text.text.matchAll(SINGLE)].flatMap(({ 0: typed, 1: name = "", index }) =>
          text.names.has(name) && !TYPED.test(typed)
            ? [
                {
                  ...text.placeAt(index),
                  message: `"${typed}" is mailed as it is typed.`,
                  suggestion: `Write {{${name}}}.`,
                },
              ]
            : [],
        ),
      ]),
  },
  {
    name: "typed-placeholder",
    severity: "error",
    protects:
      "Cognito replaces a placeholder such as {####} with the code. {{code}} prints the placeholder of this message; one typed by hand may belong to another message, and in an address it is encoded and not replaced.",
    suggestion: "Write {{code}}.",
    example: {
      file: "templates/locales/de.json",
      from: '"sms": "{{code}} ist',
      to: '"sms": "{{code}} oder {####} ist',
    },
    check: (project) => [
      ...textsToRead(project).flatMap((text) =>
        [...text.text.matchAll(TYPED_ANYWHERE)].map(({ 0: typed, index }) => ({
          ...text.placeAt(index),
          ...wordingFor(typed),
        })),
      ),
      ...[...(project.files.get(BRANDS) ?? "").matchAll(TYPED_ANYWHERE)].map(({ 0: typed, index }) => ({
        file: BRANDS,
        index,
        ...wordingFor(typed),
        suggestion: "Leave it out: messages print the code by themselves.",
      })),
    ],
  },
  {
    name: "markup-as-text",
    severity: "error",
    protects: "Strings are plain text: people would see <b> or &eacute; as it is typed.",
    suggestion:
      "Write the letter itself, without markup; bold text needs a line of its own in the structure.",
    example: {
      file: "templates/locales/de.json",
      from: "Brauchen Sie Hilfe?",
      to: "Brauchen Sie <b>Hilfe</b>?",
    },
    check: (project) =>
      textsToRead(project).flatMap((text) =>
        text.shown === undefined
          ? []
          : [...text.shown.matchAll(text.isHtml ? ESCAPED_TWICE : MARKUP)]
              .slice(0, 1)
              .map(({ 0: typed, index }) => ({
                ...text.placeAt(index),
                message: `People would read "${typed}".`,
              })),
      ),
  },
];

const SINGLE = /(?<!\{)\{ {0,2}([\p{L}_][\p{L}\p{M}\p{N}_.-]*) {0,2}\}(?!\})/gu;

/** Braces and number signs, also as entities and in addresses. */
const OPEN = String.raw`(?:\{|%7b|&#0*123;|&#x0*7b;|&lcub;|&lbrace;)`;
const CLOSE = String.raw`(?:\}|%7d|&#0*125;|&#x0*7d;|&rcub;|&rbrace;)`;
const HASH = "(?:#|%23|&#0*35;|&#x0*23;|&num;)";
const TYPED_ANYWHERE = new RegExp(
  String.raw`(?<!\{)${OPEN}(?:${HASH}{4}|username|##[^#{}]{1,60}##)${CLOSE}(?!\})`,
  "gi",
);
const TYPED = new RegExp(TYPED_ANYWHERE.source, "i");

const TAG = String.raw`\/?(?:a|b|i|u|s|q|p|em|strong|br|hr|div|span|h[1-6]|[uo]l|li|img|table|t[rdh]|font|center|small|big|su[bp]|code|pre|bd[io]|mark|style|script)`;
const MARKUP = new RegExp(String.raw`<${TAG}(?:[\s/][^<>]*)?>|&(?:[a-z]\w{1,30}|#\d+|#x[\da-f]+);`, "gi");
const ESCAPED_TWICE = new RegExp(
  String.raw`&lt;${TAG}(?:[\s/][^<>&]*)?&gt;|&amp;(?:[a-z]\w{1,30}|#\d+|#x[\da-f]+);`,
  "gi",
);

function wordingFor(typed: string): Pick<Violation, "message" | "suggestion"> {
  const message = `"${typed}" is typed by hand: people may read it as it is.`;
  if (/username/i.test(typed)) return { message, suggestion: "Write {{username}}, in an invitation." };
  return /[a-z]{3}/i.test(typed.replace(/&\w+;|%\w\w/g, ""))
    ? { message, suggestion: "Remove it: these messages bring a code, not a link." }
    : { message };
}

/** A text in a catalog or a structure. */
interface TextToRead {
  readonly text: string;
  /** The text as people see it; `undefined` where markup is markup. */
  readonly shown: string | undefined;
  /** Whether it is HTML, where an entity is a character. */
  readonly isHtml: boolean;
  /** The names of values that it may print. */
  readonly names: { has(name: string): boolean };
  readonly placeAt: (index: number) => Pick<Violation, "file" | "index" | "key" | "locale">;
}

const textsToRead = perProject((project): readonly TextToRead[] => [
  ...usedStringsOf(project).flatMap(({ string, locale, uses }) =>
    string.segments.flatMap((segment): TextToRead[] => {
      if (!("text" in segment)) return [];
      const { text } = segment;
      return [
        {
          text,
          shown: text,
          isHtml: false,
          names: { has: (name) => uses.some(({ structure }) => structure.scope.has(name)) },
          placeAt: (index) => ({
            file: string.file,
            index: string.index(segment.at + index),
            key: string.id,
            locale,
          }),
        },
      ];
    }),
  ),
  ...textPieces(project).flatMap(({ structure, piece }) => {
    const isHtml = structure.suffix === "html";
    const names = structure.scope;
    const placeIn = (at: number) => (index: number) => placeInText(piece.node, at + index, project);
    const shown = textsIn(piece, structure).filter(({ context }) => isRead(context));
    return [
      { text: piece.node.value, shown: undefined, isHtml, names, placeAt: placeIn(0) },
      ...shown.map(({ at, text }) => ({ text: "", shown: text, isHtml, names, placeAt: placeIn(at) })),
    ];
  }),
]);

/** Returns the errors: strings missing in the source or the default language. */
function missingInSourceOrDefault(project: Project): Violation[] {
  const { source, default: first } = project.settings;
  return [...new Set([source, first])].flatMap((locale) =>
    [...requiredStrings(project)].flatMap(([key, messages]) => {
      if (stringIn(locale, key, project) || unwritten(project).get(locale)?.ids.has(key)) return [];
      const own = project.catalogs.get(locale)?.strings.get(key);
      const place = own ? placeOfString(own, locale) : placeOfMissing(key, locale, messages, project);
      const message = `"${key}" is missing, and ${messages.join(", ")} cannot be written without it.`;
      const suggestion = hasSourceText(locale, key, project)
        ? translate(locale, key)
        : suggestionFor(key, project);
      return [{ suggestion, ...place, message, key, locale }];
    }),
  );
}

/** Returns the place for a missing string: at a misspelt key, or at a message whose part could have a file. */
function placeOfMissing(key: string, locale: string, [message]: readonly string[], project: Project) {
  const file = catalogFile(locale);
  const misspelt = misspeltAs(key, locale, project);
  if (misspelt) return misspelt;
  const [section, part] = key.split(".");
  const isPart = section === message && (part === "subject" || part === "sms");
  if (project.files.has(file) || !isPart) return { file, index: 0 };
  const suggestion = `Write it in templates/messages/${message}.${part}.txt.hbs, or as "${part}" of "${message}" in ${file}.`;
  return { file: `templates/messages/${message}.html.hbs`, index: 0, suggestion };
}

function misspeltAs(key: string, locale: string, project: Project) {
  const [string] =
    [...misspeltKeys(project)].find(
      ([{ file }, missing]) => missing === key && file === catalogFile(locale),
    ) ?? [];
  return (
    string && {
      file: string.file,
      index: keyIndexOf(string, project),
      suggestion: `Write "${key.split(".")[1]}" in place of "${string.key}".`,
    }
  );
}

/** Returns the index of a string's key in its file. */
function keyIndexOf({ file, key, index }: CatalogString, { files }: Project): number {
  return (files.get(file) ?? "").lastIndexOf(`"${key}"`, index() - 1);
}

/** Returns the warnings: strings missing in other languages, in which messages are then not offered. */
function missingElsewhere(project: Project): Violation[] {
  const { settings, catalogs } = project;
  return [...requiredStrings(project)].flatMap(([key, messages]): Violation[] => {
    const without = otherLocales(project).filter(
      (locale) =>
        !stringIn(locale, key, project) &&
        !hasSourceText(locale, key, project) &&
        !unwritten(project).get(locale)?.ids.has(key),
    );
    const source = catalogs.get(settings.source)?.strings.get(key);
    if (!source) return [];
    const wordingIn = (locales: readonly string[]) => {
      const message = `"${key}" is missing in ${locales.map(languageAndTag).join(", ")}. Not offered there: ${messages.join(", ")}.`;
      return { message, key, severity: "warning" as const };
    };
    const misspelt = without.flatMap((locale) => {
      const place = misspeltAs(key, locale, project);
      return place ? [{ ...place, ...wordingIn([locale]), locale }] : [];
    });
    const others = without.filter((each) => !misspelt.some(({ locale }) => locale === each));
    if (others.length === 0) return misspelt;
    const files = others.filter((tag) => !isPartOf(others, tag)).map(catalogFile);
    const suggestion = `Write it in ${files.slice(0, 3).join(", ")}${files.length > 3 ? " and the others" : ""}.`;
    return [...misspelt, { file: source.file, index: source.index(), ...wordingIn(others), suggestion }];
  });
}

/** Returns one violation for each language in which most of a message is missing. */
function unwrittenMessages(project: Project): Violation[] {
  const all = [...unwritten(project)].filter(([, { ids }]) => ids.size > 0);
  const tags = all.map(([tag]) => tag);
  return all
    .filter(([tag]) => !isPartOf(tags, tag))
    .map(([locale, { ids, messages }]) => {
      const file = catalogFile(locale);
      const same = [...ids].filter((id) => hasSourceText(locale, id, project)).length;
      const counted = ids.size === 1 ? "1 string is" : `${ids.size} strings are`;
      const untranslated =
        same > 0 ? `, ${same} of them the same text as in ${languageName(project.settings.source)}` : "";
      return {
        file,
        index: 0,
        locale,
        ...(locale !== project.settings.default && { severity: "warning" as const }),
        message: `${counted} missing in ${languageAndTag(locale)}${untranslated}. Not offered there: ${messages.join(", ")}.`,
        suggestion: `Write ${ids.size === 1 ? "it" : "them"} in ${file}.`,
      };
    });
}

function otherLocales({ settings, locales }: Project): readonly string[] {
  return locales.filter((tag) => tag !== settings.source && tag !== settings.default);
}

/** Returns the suggestion for a text equal to the source's. */
function translate(locale: string, key: string): string {
  return `Translate it; where the text is right in both languages, record it: ${recorded(locale, key)}`;
}

function recorded(locale: string, key: string): string {
  return commandLine(`translated --locale ${locale} ${key}`);
}

function suggestionFor(id: string, { catalogs, settings }: Project): string {
  const [section = "", key = ""] = id.split(".");
  const isInSource = catalogs.get(settings.source)?.strings.has(id);
  if (!isInSource && [...catalogs.values()].some(({ strings }) => strings.has(id)))
    return `Write it; where only some languages need it, print it inside {{#if (t "${key}")}}…{{/if}}.`;
  if (section === SHARED) return "Write it.";
  return `Write "${key}" in "${section}"${isInSource ? "" : `, or in "${SHARED}" for all messages`}.`;
}

function hasSourceText(locale: string, id: string, project: Project): boolean {
  const own = project.catalogs.get(locale)?.strings.get(id);
  return own !== undefined && isUntranslated(locale, own, project);
}

function untranslated(project: Project): Violation[] {
  return otherLocales(project).flatMap((locale) =>
    [...stringUses(project).keys()].flatMap((id) => {
      const own = project.catalogs.get(locale)?.strings.get(id);
      // The text that a region inherits may be the source's, as English is in en-GB.
      const served = stringIn(locale, id, project);
      if (unwritten(project).get(locale)?.ids.has(id)) return [];
      if (
        !own ||
        own.value.trim() === "" ||
        own.value === served?.value ||
        !isUntranslated(locale, own, project)
      )
        return [];
      const messages = served ? [] : (requiredStrings(project).get(id) ?? []);
      const loss =
        messages.length > 0 ? `. Not offered in ${languageAndTag(locale)}: ${messages.join(", ")}` : "";
      const message = `"${id}" is the same text as in the source${loss}.`;
      return [{ ...placeOfString(own, locale), message, suggestion: translate(locale, id) }];
    }),
  );
}

export function placeOfString(string: CatalogString, locale: string) {
  return { file: string.file, index: string.index(), key: string.id, locale };
}

function outOfDate(project: Project): Violation[] {
  const source = project.catalogs.get(project.settings.source)?.strings;
  return [...project.catalogs.values()].flatMap(({ tag, strings }) =>
    [...strings.values()].flatMap((string) => {
      const now = source?.get(string.id);
      // The source may have records from before it was the source.
      if (now === string) return [];
      const previous = previousSource(project.records.get(tag), string, now);
      if (previous === undefined || !now) return [];
      const message = `The source was "${previous}" when this was translated, and is "${now.value}" now.`;
      const suggestion = `Translate the new text; where the translation is still right, record it: ${recorded(tag, string.id)}`;
      return [{ ...placeOfString(string, tag), message, suggestion }];
    }),
  );
}

function differentValues(project: Project): Violation[] {
  const source = project.catalogs.get(project.settings.source)?.strings;
  return usedStringsOf(project).flatMap(({ string, locale, uses }) => {
    const original = source?.get(string.id);
    if (!original || original === string || string.value.trim() === "" || original.value === string.value)
      return [];
    // Another rule reports a message without its code.
    const values = (each: CatalogString) =>
      new Set(valuesIn(each).filter((name) => name !== "code" && name !== "username"));
    const [own, expected] = [values(string), values(original)];
    const missing = [...expected].filter((name) => !own.has(name));
    const added = [...own].filter((name) => !expected.has(name));
    const list = (names: readonly string[]) => names.map((name) => `{{${name}}}`).join(", ");
    const message = [
      ...(missing.length > 0 ? [`The source prints ${list(missing)} here.`] : []),
      ...(added.length > 0 ? [`The source does not print ${list(added)} here.`] : []),
    ].join(" ");
    if (message === "" || isMistyped(string, uses) || isMistyped(original, uses)) return [];
    return [{ ...placeOfString(string, locale), message }];
  });
}

/** Whether a string has a misspelt name or other braces, which another rule reports. */
function isMistyped(string: CatalogString, uses: readonly Use[]): boolean {
  const isKnown = (name: string) => uses.some(({ structure }) => structure.scope.has(name));
  const typed = string.segments.map((each) => ("text" in each ? each.text : "")).join("");
  return (
    /\{\{|\}\}/.test(typed) ||
    [...typed.matchAll(SINGLE)].some(({ 1: name = "" }) => isKnown(name)) ||
    valuesIn(string).some((name) => !isKnown(name))
  );
}
