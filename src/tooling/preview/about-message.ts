import type { Finding } from "../check/finding.ts";
import { SHARED } from "../templates/catalog.ts";
import { parentOf } from "../templates/language-tag.ts";
import { partNames } from "../templates/messages.ts";
import { placeAt } from "../templates/place.ts";
import type { Message } from "../templates/project.ts";
import { stringIn, usedStrings } from "../templates/strings.ts";
import type { Workbench } from "./workbench.ts";

/** A file of a message. */
export interface SourceFile {
  readonly file: string;
  /** The lines that concern the message, each with its number. */
  readonly lines: readonly { readonly number: number; readonly text: string }[];
  /** Whether other messages have it too, as a partial. */
  readonly isShared: boolean;
}

/** The whole of a file. */
export function wholeFile(file: string, text: string, isShared: boolean): SourceFile {
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
  return { file, lines: lines.map((line, index) => ({ number: index + 1, text: line })), isShared };
}

/** What is found about no single message: about settings, and about what messages share. */
export function sharedFindings({ checked: { findings, project } }: Workbench): readonly Finding[] {
  const names = new Set(project.messages.map(({ name }) => name));
  return findings.filter((finding) => !names.has(messageOf(finding) ?? ""));
}

/** The message that a finding is about, where it is about a single one. */
function messageOf({ file, key }: Finding): string | undefined {
  if (key === undefined) return /^templates\/messages\/([^/.]+)\./.exec(file)?.[1];
  const [section] = key.split(".");
  return section === SHARED ? undefined : section;
}

/** What is found about a message in a language, and about the files and strings that it shares with others. */
export function findingsAbout(bench: Workbench, locale: string, message: Message): readonly Finding[] {
  const { findings, project } = bench.checked;
  const used = new Set(usedStrings(message, project).map(({ id }) => id));
  const files = new Set(structureFiles(message));
  const own = localesAround(locale);
  return findings.filter((finding) => {
    const { key, file } = finding;
    if (finding.locale !== undefined && !own.includes(finding.locale)) return false;
    if (key !== undefined) return used.has(key) || messageOf(finding) === message.name;
    return files.has(file) || finding.locale !== undefined;
  });
}

/** The files of a message: the strings that it uses in a language, its structures, and their partials. */
export function filesOf(bench: Workbench, locale: string, message: Message): readonly SourceFile[] {
  const { project } = bench.checked;
  const used = usedStrings(message, project).flatMap(({ id }) => stringIn(locale, id, project) ?? []);
  const about = findingsAbout(bench, locale, message);
  const catalogs = localesAround(locale).flatMap((tag) => {
    const { file } = project.catalogs.get(tag) ?? {};
    const text = file === undefined ? undefined : project.files.get(file);
    if (file === undefined || text === undefined) return [];
    const numbers = new Set([
      ...used.filter((string) => string.file === file).map((string) => placeAt(text, string.index()).line),
      ...about.filter((finding) => finding.file === file).map(({ line }) => line),
    ]);
    const whole = wholeFile(file, text, false);
    const lines = whole.lines.filter(({ number }) => numbers.has(number));
    return lines.length === 0 ? [] : [{ ...whole, lines }];
  });
  const structures = structureFiles(message).flatMap((file) => {
    const text = project.files.get(file);
    return text === undefined ? [] : [wholeFile(file, text, file.startsWith("templates/partials/"))];
  });
  return [...catalogs, ...structures];
}

/** Whether a message is offered in a language, or somebody has begun to write it there. */
export function isMeant({ checked: { project } }: Workbench, locale: string, message: Message): boolean {
  if (project.locales.includes(locale)) return true;
  const strings = project.catalogs.get(locale)?.strings.values() ?? [];
  return [...strings].some(({ section, value }) => section === message.name && value !== "");
}

function structureFiles({ parts }: Message): readonly string[] {
  return [...new Set(partNames.flatMap((part) => parts[part].files))];
}

/** A language and those that it inherits strings from: es-MX, es. */
function localesAround(locale: string): readonly string[] {
  const parent = parentOf(locale);
  return parent === undefined ? [locale] : [locale, ...localesAround(parent)];
}
