import { fileURLToPath } from "node:url";
import { SetupError } from "../../log/fault.ts";
import { templatesIn } from "../check/copy.ts";
import { counted } from "../check/report/report-text.ts";
import { addFiles } from "../templates/add-files.ts";
import { didYouMean } from "../templates/did-you-mean.ts";
import { isLanguage, isLanguageTag, languageName, tagMeantBy } from "../templates/language-tag.ts";
import { type NewCopy, newLocale, newMessage } from "../templates/new-copy.ts";
import { readMessages } from "../templates/settings.ts";
import { folderOf, localeFolders, messageFolders } from "../templates/sources.ts";
import { commandLine } from "../terminal/command-line.ts";

/** `new locale`: the messages of the default locale, to be translated. Nothing that is there is touched. */
export async function newLocaleCommand(tag: string): Promise<number> {
  const locale = languageTag(tag);
  const { files, settings } = ofProject();
  const reference = settings.default;
  const lost = `templates/${reference}/ has no messages to begin with. In a clone, \`git checkout -- templates/${reference}\` brings them back; else make another language the default in templates/messages.json.`;
  if (locale === reference) {
    throw new SetupError(
      localeFolders(files).has(locale)
        ? `"${locale}" is the default locale: its messages are those that a new locale begins with. Name another.`
        : lost,
    );
  }
  const copy = newLocale(files, reference, locale);
  if (copy.files.size === 0) {
    throw new SetupError(
      copy.kept.length > 0
        ? `templates/${locale}/ has every message of templates/${reference}/ already.`
        : lost,
    );
  }
  addFiles(process.cwd(), copy.files);
  console.log(`${written(copy)}
1. In each line that ends with {{! translate }}, put the text into ${languageName(locale)} and remove the mark.
2. \`${commandLine("check")}\` lists what is left to do, and says what is wrong.${
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
    throw new SetupError(
      copy.kept.length > 0
        ? `Every locale has the message "${message}" already.`
        : `There is no copy of "${message}" to begin with. In a clone, bring it back: git checkout -- "templates/*/${message}"`,
    );
  }
  addFiles(process.cwd(), copy.files);
  const rest = `
In each line that ends with {{! translate }}, put the text into the folder's language and remove the mark:
until then no build takes it. \`${commandLine("check")}\` lists what is left to do. To offer the message in some of the locales
alone, name them in templates/messages.json: "messages": { "${message}": ["${settings.default}"] }`;
  console.log(
    `${written(copy)}${copy.marks > 0 ? rest : `\n\`${commandLine("check")}\` says what is wrong with it, if anything is.`}`,
  );
  return 0;
}

function ofProject() {
  const files = templatesIn(process.cwd());
  if (files.size === 0)
    throw new SetupError("There are no templates here: go to the project's folder first.");
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

function written({ files, marks, kept }: NewCopy): string {
  const names = [...files.keys()].map((file) => `  ${file}`);
  const rest = marks > 0 ? `, with ${counted(marks, "line")} to translate` : "";
  const there =
    kept.length > 0
      ? [
          `${counted(kept.length, "file")} ${kept.length === 1 ? "was" : "were"} there, and left as ${kept.length === 1 ? "it was" : "they were"}.`,
        ]
      : [];
  return [`${counted(files.size, "file")} written${rest}:`, ...names, ...there].join("\n");
}
