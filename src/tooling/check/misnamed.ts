import { didYouMean } from "../templates/did-you-mean.ts";
import { isLanguage, isLanguageTag, languageOf, tagMeantBy } from "../templates/language-tag.ts";
import { BRANDS, MESSAGES, SAMPLES } from "../templates/settings.ts";
import {
  folderOf,
  localeFolders,
  messageFolders,
  partFiles,
  partNames,
  sourceOf,
} from "../templates/sources.ts";
import type { Project } from "./project.ts";
import { perProject } from "./remembered.ts";

/** Editors of Windows put an ending of their own after a name, or hide it while it is typed. */
const TEXTS = /\.(?:hbs|handlebars|mustache|txt|text|html?|md|json)$/i;

/**
 * Files whose names are not quite right, by the names that they were meant to have: `sms.txt.hbs.txt` where
 * there is no `sms.txt.hbs`.
 */
export const misnamedFiles = perProject(({ files, others }): ReadonlyMap<string, string> => {
  const names = [...files.keys(), ...others].filter((name) => !isRead(name));
  const meant = names.flatMap((name) => {
    const right = fileMeantBy(name);
    return right && !files.has(right) ? [[right, name] as const] : [];
  });
  return new Map(meant.reverse());
});

/** Whether there is something that reads a file of this name. */
export function isRead(file: string): boolean {
  if ([MESSAGES, BRANDS, SAMPLES].includes(file)) return true;
  if (/^templates\/_brand\/[^/]+\.(?:html|txt)\.hbs$/.test(file)) return true;
  const [, , message = "", name = "", ...deeper] = file.split("/");
  return deeper.length === 0 && sourceOf(message) !== undefined && Object.values(partFiles).includes(name);
}

function fileMeantBy(file: string): string | undefined {
  const [ending] = TEXTS.exec(file) ?? [];
  const without = ending && file.slice(0, -ending.length);
  if (without && isRead(without)) return without;
  const [top, locale, message = "", name = "", ...deeper] = file.split("/");
  if (deeper.length > 0 || !sourceOf(message)) return undefined;
  const part = partNames.find((each) => each === name.toLowerCase().split(".")[0]);
  return part && (ending || name === part) ? `${top}/${locale}/${message}/${partFiles[part]}` : undefined;
}

/** The language that a folder was meant for: one that is offered and has no folder, where there is one. */
export function localeMeantBy(folder: string, { files, settings }: Project): string | undefined {
  const tag = tagMeantBy(folder);
  if (!tag) return undefined;
  const isLost = (locale: string) => settings.locales.includes(locale) && !localeFolders(files).has(locale);
  return [tag, languageOf(tag)].find(isLost) ?? tag;
}

/** The languages that have a folder by another name. */
export const misnamedLocales = perProject((project): ReadonlySet<string> => {
  const folders = [...localeFolders(project.files).keys()];
  const wrong = folders.filter((folder) => !isLanguageTag(folder) || !isLanguage(folder));
  return new Set(wrong.flatMap((folder) => localeMeantBy(folder, project) ?? []));
});

/** The message that a folder was meant for: one by nearly that name, or the only one that is not there. */
export function messageMeantBy(locale: string, folder: string, project: Project): string | undefined {
  const near = didYouMean(folder, Object.keys(messageFolders));
  if (near) return near;
  const folders = localeFolders(project.files).get(locale) ?? new Set();
  const unknown = [...folders].filter((each) => !sourceOf(each));
  const lost = Object.entries(project.offered)
    .filter(([, locales]) => locales.includes(locale))
    .map(([source]) => folderOf(source as keyof Project["offered"]))
    .filter((each) => !folders.has(each));
  return unknown.length === 1 && lost.length === 1 ? lost[0] : undefined;
}

/** Whether a message of a language stands in a folder of another name. */
export function isMisnamed(locale: string, message: string, project: Project): boolean {
  const folders = [...(localeFolders(project.files).get(locale) ?? [])];
  return folders.some((each) => !sourceOf(each) && messageMeantBy(locale, each, project) === message);
}
