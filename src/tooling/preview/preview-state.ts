import type { MetadataSchema } from "../../trigger/metadata.ts";
import { checkMessage, checkProject } from "../check/check.ts";
import { type Finding, isError } from "../check/finding.ts";
import { findingsAbout, messageOf } from "../check/findings-about.ts";
import { localesAround } from "../templates/is-language-tag.ts";
import { partNames } from "../templates/message-sources.ts";
import { type Message, type Project, projectOf } from "../templates/project.ts";
import type { TemplateSources } from "../templates/template-sources.ts";

/** A project as it was last read, ready to be shown. */
export interface PreviewState {
  readonly sources: TemplateSources;
  readonly project: Project;
  /** The schema of the client metadata; without one no metadata is seen, as in the Lambda. */
  readonly schema: MetadataSchema | undefined;
  /** The messages, in Cognito's order; none while settings or the schema cannot be read. */
  readonly messages: readonly Message[];
  /** All languages that have a catalog: those offered, the default first, then the others. */
  readonly locales: readonly string[];
  /** Everything that is found; `undefined` until `checkAll` has been called. */
  readonly findings: () => readonly Finding[] | undefined;
  readonly checkAll: () => readonly Finding[];
  /** The project in which a message can be shown in a language: this one, or the last one in which it could. */
  readonly showable: (message: string, locale: string) => Showable | undefined;
  /** The project in which the strings of a language can be read: this one, or the last one in which they could. */
  readonly readable: (locale: string) => Project;
  /** What both are looked up in. */
  readonly sound: Sound;
}

interface Sound {
  /** By message and language. */
  readonly messages: ReadonlyMap<string, Omit<Showable, "isFormer">>;
  /** By language. */
  readonly projects: ReadonlyMap<string, Project>;
}

export interface Showable {
  readonly project: Project;
  readonly message: Message;
  /** Whether the message cannot be compiled now, and this is how it was. */
  readonly isFormer: boolean;
}

/** Parses what was read; what has not changed since `previous` is not parsed again. */
export function previewState(sources: TemplateSources, previous?: PreviewState): PreviewState {
  const project = projectOf(sources, previous?.project);
  const { metadata } = sources;
  const others = [...project.catalogs.keys()].filter((tag) => !project.locales.includes(tag)).sort();
  const locales = [...project.locales, ...others];
  let findings: readonly Finding[] | undefined;
  const checkAll = () => {
    findings ??= checkProject(project).findings;
    return findings;
  };
  const isReadable = unreadableFindings({ project, checkAll }).length === 0;
  const messages = isReadable ? project.messages : [];
  const sound = soundIn(project, isReadable ? locales : [], previous?.sound);
  return {
    sources,
    project,
    messages,
    schema: metadata && "validator" in metadata ? metadata.validator : undefined,
    locales,
    sound,
    findings: () => findings,
    checkAll,
    showable: (name, locale) => {
      const found = sound.messages.get(`${name} ${locale}`);
      return found && { ...found, isFormer: found.project !== project };
    },
    readable: (locale) => sound.projects.get(locale) ?? project,
  };
}

/** The messages and languages whose files can all be read; of others, the last versions that could be. */
function soundIn(project: Project, locales: readonly string[], previous: Sound | undefined): Sound {
  const { messages, violations, catalogs, settings } = project;
  const broken = new Set(violations.templates.map(({ file }) => file));
  const isRead = (tag: string) => catalogs.get(tag)?.isJson !== false;
  const read = isRead(settings.source) ? locales.filter((each) => localesAround(each).every(isRead)) : [];
  const whole = messages.filter((message) => !structureFiles(message).some((file) => broken.has(file)));
  return {
    messages: new Map([
      ...(previous?.messages ?? []),
      ...whole.flatMap((message) =>
        read.map((locale) => [`${message.name} ${locale}`, { project, message }] as const),
      ),
    ]),
    projects: new Map([...(previous?.projects ?? []), ...read.map((locale) => [locale, project] as const)]),
  };
}

/** What keeps every message from being shown: settings, or a schema, that cannot be read. */
export function unreadableFindings({
  project,
  checkAll,
}: Pick<PreviewState, "project" | "checkAll">): readonly Finding[] {
  const { settings, metadata } = project.violations;
  const files = new Set([...settings, ...metadata].map(({ file }) => file));
  return files.size === 0 ? [] : checkAll().filter((finding) => isError(finding) && files.has(finding.file));
}

/** Rules about what the pages show by themselves: the strings that a language lacks. */
const COUNTED: ReadonlySet<string> = new Set(["missing-string", "untranslated"]);

/** The findings that a page lists. */
export function listed(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ rule }) => !COUNTED.has(rule));
}

/** The findings about a message in a language: of everything where that has been checked, else of the message. */
export function messageFindings(state: PreviewState, message: Message, locale: string): readonly Finding[] {
  const { project, findings } = state;
  const all = findings();
  return listed(all ? findingsAbout(all, message, locale, project) : checkMessage(project, message, locale));
}

/** The findings about no single message: about settings, and about what messages share. */
export function sharedFindings({ messages, checkAll }: PreviewState): readonly Finding[] {
  const names = new Set(messages.map(({ name }) => name));
  return listed(checkAll()).filter((finding) => !names.has(messageOf(finding) ?? ""));
}

/** Whether a message is offered in a language, or somebody has begun to write it there. */
export function isBegun({ project }: PreviewState, { name }: Message, locale: string): boolean {
  if (project.locales.includes(locale)) return true;
  const strings = project.catalogs.get(locale)?.strings.values() ?? [];
  return [...strings].some(({ section, value }) => section === name && value.trim() !== "");
}

function structureFiles({ parts }: Message): readonly string[] {
  return [...new Set(partNames.flatMap((part) => parts[part].files))];
}
