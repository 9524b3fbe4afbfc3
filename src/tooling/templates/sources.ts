import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Part } from "../../message/accepted.ts";
import { type CustomMessageSource, customMessageSources } from "../../trigger/custom-message-event.ts";
import type { Finding } from "./finding.ts";
import { isLanguageTag, type MessagesSettings } from "./settings.ts";

/** The files of a message's folder, by the part that each writes. */
export const partFiles: Readonly<Record<Part, string>> = {
  subject: "subject.txt.hbs",
  email: "email.html.hbs",
  sms: "sms.txt.hbs",
};

/** A message's folder name and its trigger source: `forgot-password`, `CustomMessage_ForgotPassword`. */
export const messageFolders: Readonly<Record<string, CustomMessageSource>> = Object.fromEntries(
  customMessageSources.map((source) => [
    source
      .replace("CustomMessage_", "")
      .replace(/(?<=[a-z])[A-Z]/g, "-$&")
      .toLowerCase(),
    source,
  ]),
);

/** What a template is for: it decides which values it may use. */
export interface TemplateSource {
  /** Relative to the project's folder. */
  readonly file: string;
  readonly text: string;
  readonly suffix: "html" | "txt";
}

export interface PartSource extends TemplateSource {
  readonly locale: string;
  readonly source: CustomMessageSource;
  readonly part: Part;
}

export interface PartialSource extends TemplateSource {
  readonly name: string;
}

export interface TemplateSources {
  readonly parts: readonly PartSource[];
  readonly partials: readonly PartialSource[];
  readonly offered: Readonly<Partial<Record<CustomMessageSource, readonly string[]>>>;
  readonly findings: readonly Finding[];
}

/** All templates of the locales offered, and what is missing or misplaced among the folders. */
export function templateSources(root: string, settings: MessagesSettings): TemplateSources {
  const findings: Finding[] = [];
  const found = (file: string, message: string, mending: string) =>
    findings.push({ rule: "folders", severity: "error", file, line: 1, column: 1, message, mending });

  for (const folder of foldersIn(root, "templates").filter((name) => !name.startsWith("_"))) {
    if (isLanguageTag(folder)) continue;
    found(`templates/${folder}`, `The folder "${folder}" is no language tag.`, languageTagMending(folder));
  }
  const messages = new Set(settings.locales.flatMap((locale) => foldersIn(root, `templates/${locale}`)));
  for (const named of Object.keys(settings.messages)) {
    if (!messages.has(named)) {
      found(
        "templates/messages.json",
        `No locale has a folder "${named}".`,
        "Add the folder or remove the entry.",
      );
    }
  }
  const parts: PartSource[] = [];
  const offered: Partial<Record<CustomMessageSource, readonly string[]>> = {};
  for (const message of [...messages].sort()) {
    const source = Object.hasOwn(messageFolders, message) ? messageFolders[message] : undefined;
    const locales = settings.messages[message] ?? settings.locales;
    if (!source) {
      const known = Object.keys(messageFolders).join(", ");
      found(
        `templates/${locales[0]}/${message}`,
        `"${message}" is no message of Cognito's.`,
        `Name it one of: ${known}.`,
      );
      continue;
    }
    if (!locales.includes(settings.default)) {
      found(
        "templates/messages.json",
        `"${message}" is not offered in the default locale ${settings.default}.`,
        "Offer it there: it is what all others fall back to.",
      );
    }
    offered[source] = locales;
    for (const locale of locales) {
      for (const [part, name] of Object.entries(partFiles) as [Part, string][]) {
        const file = `templates/${locale}/${message}/${name}`;
        if (existsSync(join(root, file))) parts.push({ ...read(root, file), locale, source, part });
        else
          found(
            file,
            "This part of the message is missing.",
            `Add it, or do not offer ${message} in ${locale} (templates/messages.json).`,
          );
      }
    }
  }
  return { parts, partials: partialSources(root), offered, findings };
}

function partialSources(root: string): PartialSource[] {
  return filesIn(root, "templates/_brand")
    .filter((name) => /\.(html|txt)\.hbs$/.test(name))
    .map((name) => ({
      ...read(root, `templates/_brand/${name}`),
      name: name.replace(/\.(html|txt)\.hbs$/, ""),
    }));
}

function read(root: string, file: string): TemplateSource {
  const text = readFileSync(join(root, file), "utf8").replace(/^\ufeff/, "");
  return { file, text, suffix: file.endsWith(".html.hbs") ? "html" : "txt" };
}

function foldersIn(root: string, folder: string): string[] {
  return entriesIn(root, folder, true);
}

function filesIn(root: string, folder: string): string[] {
  return entriesIn(root, folder, false);
}

function entriesIn(root: string, folder: string, folders: boolean): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() === folders && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();
}

function languageTagMending(folder: string): string {
  const general = 'Name it by a language tag such as "de", "pt-BR" or "zh-Hant".';
  try {
    const [canonical = ""] = Intl.getCanonicalLocales(folder.replaceAll("_", "-"));
    return isLanguageTag(canonical) ? `Name it "${canonical}".` : general;
  } catch {
    return general;
  }
}
