import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SetupError } from "../../log/fault.ts";
import { type Files, templatesIn } from "../check/copy.ts";
import { counted } from "../check/report-text.ts";
import { didYouMean } from "../templates/did-you-mean.ts";
import { isLanguage, isLanguageTag, tagMeantBy } from "../templates/language-tag.ts";
import { type NewCopy, newLocale, newMessage } from "../templates/new-copy.ts";
import { readMessages } from "../templates/settings.ts";
import { folderOf, localeFolders, messageFolders } from "../templates/sources.ts";

/** `new locale`: the messages of the default locale, to be translated. Nothing that is there is touched. */
export async function newLocaleCommand(tag: string): Promise<number> {
  const locale = languageTag(tag);
  const { files, settings } = ofProject();
  const reference = settings.default;
  const copy = newLocale(files, reference, locale);
  if (copy.files.size === 0) {
    throw new SetupError(`templates/${locale}/ has every message of templates/${reference}/ already.`);
  }
  write(copy.files);
  console.log(`${written(copy)}
1. In each line that ends with {{! translate }}, put the text into ${nameOf(locale)} and remove the mark.
2. \`check\` lists what is left to do, and says what is wrong.${
    settings.locales.includes(locale)
      ? ""
      : `
3. When it finds nothing more there, add "${locale}" to \`locales\` in templates/messages.json: from the next
   build on, people get it.`
  }`);
  return 0;
}

/** `new message`: a message for each locale that lacks it. Nothing that is there is touched. */
export async function newMessageCommand(name: string): Promise<number> {
  const message = messageNamed(name);
  const { files, settings } = ofProject();
  const locales = settings.messages[message] ?? settings.locales;
  const shipped = templatesIn(fileURLToPath(new URL("../../..", import.meta.url)));
  const copy = newMessage(files, shipped, { message, reference: settings.default, locales });
  if (copy.files.size === 0) {
    const isThere = locales.every((locale) => localeFolders(files).get(locale)?.has(message));
    throw new SetupError(
      isThere
        ? `Every locale has a folder "${message}" already.`
        : `There is no copy of "${message}" to begin with. In a clone, bring it back: git checkout -- templates`,
    );
  }
  write(copy.files);
  const rest = `
In each line that ends with {{! translate }}, put the text into the folder's language and remove the mark:
until then no build takes it. \`check\` lists what is left to do. To offer the message in some of the locales
alone, name them in templates/messages.json: "messages": { "${message}": ["${settings.default}"] }`;
  console.log(
    `${written(copy)}${copy.marks > 0 ? rest : "\n`check` says what is wrong with it, if anything is."}`,
  );
  return 0;
}

function ofProject() {
  const files = templatesIn(process.cwd());
  const read = readMessages(files);
  if ("value" in read) return { files, settings: read.value };
  const { file, message, mending } = read.unread[0] as (typeof read.unread)[0];
  throw new SetupError([`${file}: ${message}`, mending].filter(Boolean).join(" "));
}

function languageTag(text: string): string {
  if (isLanguageTag(text) && isLanguage(text)) return text;
  const meant = tagMeantBy(text);
  throw new SetupError(
    `"${text}" is no language tag. ${meant ? `Did you mean "${meant}"?` : 'Write one such as "it", "pt-BR" or "zh-Hant".'}`,
  );
}

/** A message by its folder or by Cognito's name of it. */
function messageNamed(name: string): string {
  const bySource = Object.values(messageFolders).find((source) =>
    [source, source.split("_")[1]].includes(name),
  );
  if (bySource) return folderOf(bySource);
  if (Object.hasOwn(messageFolders, name)) return name;
  const known = Object.keys(messageFolders);
  const meant = didYouMean(name, known);
  throw new SetupError(
    `"${name}" is no message of Cognito's. ${meant ? `Did you mean "${meant}"?` : `The messages are: ${known.join(", ")}.`}`,
  );
}

function nameOf(locale: string): string {
  return new Intl.DisplayNames("en", { type: "language" }).of(locale) ?? locale;
}

/** Nothing is overwritten: what is there already was left out, and a file that has come since is an error. */
function write(files: Files): void {
  for (const [file, text] of files) {
    mkdirSync(dirname(join(process.cwd(), file)), { recursive: true });
    writeFileSync(join(process.cwd(), file), text, { flag: "wx" });
  }
}

function written({ files, marks }: NewCopy): string {
  const names = [...files.keys()].map((file) => `  ${file}`);
  const rest = marks > 0 ? `, with ${counted(marks, "line")} to translate` : "";
  return [`${counted(files.size, "file")} written${rest}:`, ...names].join("\n");
}
