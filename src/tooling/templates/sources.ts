import type { Part } from "../../message/accepted.ts";
import { type CustomMessageSource, customMessageSources } from "../../trigger/custom-message-event.ts";
import type { Files } from "../check/copy.ts";
import { isLanguageTag } from "./language-tag.ts";
import type { MessagesSettings } from "./settings.ts";

/** The files of a message's folder, by the part that each writes. */
export const partFiles: Readonly<Record<Part, string>> = {
  subject: "subject.txt.hbs",
  email: "email.html.hbs",
  sms: "sms.txt.hbs",
};

export const partNames = Object.keys(partFiles) as readonly Part[];

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
  /** Not so: a draft, which no build takes. */
  readonly isOffered: boolean;
}

export interface PartialSource extends TemplateSource {
  readonly name: string;
}

export interface TemplateSources {
  /** Those of the messages offered, and drafts of others. */
  readonly parts: readonly PartSource[];
  readonly partials: readonly PartialSource[];
  /** The locales in which each message is offered. */
  readonly offered: Readonly<Partial<Record<CustomMessageSource, readonly string[]>>>;
}

/** The templates among the files of a project. Files that are none, or in a folder of no name, are left out. */
export function templateSources(files: Files, settings: MessagesSettings): TemplateSources {
  const folders = localeFolders(files);
  const tags = new Set([...folders.keys()].filter(isLanguageTag));
  const offered: Partial<Record<CustomMessageSource, readonly string[]>> = {};
  const messages = new Set(settings.locales.flatMap((locale) => [...(folders.get(locale) ?? [])]));
  for (const message of [...messages].sort()) {
    const source = sourceOf(message);
    if (source) offered[source] = settings.messages[message] ?? settings.locales;
  }
  const parts: PartSource[] = [];
  const partials: PartialSource[] = [];
  for (const [file, text] of files) {
    const [, folder = "", message = "", name = ""] = file.split("/");
    const suffix = file.endsWith(".html.hbs") ? "html" : "txt";
    const [, partial] = /^templates\/_brand\/([^/]+)\.(?:html|txt)\.hbs$/.exec(file) ?? [];
    if (partial) partials.push({ file, text, suffix, name: partial });
    const source = sourceOf(message);
    const part = partNames.find((each) => partFiles[each] === name);
    if (!source || !part || !tags.has(folder) || file.split("/").length > 4) continue;
    const isOffered = offered[source]?.includes(folder) ?? false;
    parts.push({ file, text, suffix, locale: folder, source, part, isOffered });
  }
  return { parts, partials, offered };
}

/** The folders of locales, and those of messages within each: all that are there, whatever their names. */
export function localeFolders(files: Files): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>();
  for (const file of files.keys()) {
    const [top, folder = "", message, name] = file.split("/");
    if (top !== "templates" || folder.startsWith("_") || message === undefined) continue;
    const messages = folders.get(folder) ?? new Set();
    if (name !== undefined) messages.add(message);
    folders.set(folder, messages);
  }
  return folders;
}

/** The trigger source of a message's folder. */
export function sourceOf(folder: string): CustomMessageSource | undefined {
  return Object.hasOwn(messageFolders, folder) ? messageFolders[folder] : undefined;
}

/** The folder of a trigger source's message. */
export function folderOf(source: CustomMessageSource): string {
  return Object.keys(messageFolders).find((folder) => messageFolders[folder] === source) as string;
}
