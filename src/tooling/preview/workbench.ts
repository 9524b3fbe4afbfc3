import type { CompiledTemplates, MessageSpecs } from "../../message/compiled.ts";
import type { MetadataSchema } from "../../trigger/client-metadata.ts";
import { type CustomMessageSource, customMessageSources } from "../../trigger/custom-message-event.ts";
import { type Checked, check, checkInSteps } from "../check/check.ts";
import { type Copy, readCopy } from "../check/copy.ts";
import type { CheckedPart } from "../check/project.ts";
import { withPauses } from "../check/steps.ts";
import { inlinedPart } from "../check/written.ts";
import { localeTable } from "../templates/locale-table.ts";
import { precompiled, specOf } from "../templates/precompile.ts";
import { localeFolders, partNames } from "../templates/sources.ts";

/** A project as it was last saved, checked and ready to be looked at. */
export interface Workbench {
  readonly copy: Copy;
  readonly checked: Checked;
  /** The schema of the client metadata; without one no metadata is seen, as in the Lambda. */
  readonly schema: MetadataSchema | undefined;
  /** All languages that there is a message in: those offered, as messages.json lists them, then the drafts. */
  readonly locales: readonly string[];
  /** The messages that there are in any language, in Cognito's order. */
  readonly sources: readonly CustomMessageSource[];
  /** Whether a message has all its parts, and each can be compiled as it is saved now. */
  readonly isWritable: (locale: string, source: CustomMessageSource) => boolean;
  /** A message's templates as the Lambda has them, or how they were when they last could be compiled. */
  readonly message: (locale: string, source: CustomMessageSource) => WorkbenchMessage | undefined;
  /** All that the trigger needs, with this one message in it, offered or not. */
  readonly templates: (locale: string, source: CustomMessageSource, specs: MessageSpecs) => CompiledTemplates;
}

/** The templates of a message. */
export interface WorkbenchMessage {
  readonly specs: MessageSpecs;
  /** Whether what is saved now cannot be compiled, and this is how it was before. */
  readonly isFormer: boolean;
}

/** What is kept from one look at a project to the next. */
export type Memory = Map<string, { readonly texts: string; readonly specs: MessageSpecs }>;

/** How far a project has been looked at. */
export interface Progress {
  readonly languages: number;
  /** From 0 to 1. */
  readonly share: number;
}

/** What is known before, and who wants to know how far it has come. */
interface Looking {
  readonly before?: Workbench | undefined;
  readonly told?: (progress: Progress) => void;
}

/** A project's folder, read, checked and made ready; what has not changed since it was looked at before is kept. */
export async function workbenchOf(
  root: string,
  memory: Memory,
  { before, told }: Looking = {},
): Promise<Workbench> {
  const copy = await readCopy(root, before?.copy);
  const languages = localeFolders(copy.files).size;
  const steps = checkInSteps(copy, before && { copy: before.copy, project: before.checked.project });
  const checked = await withPauses(steps, (share) => told?.({ languages, share }));
  return workbenchFrom(copy, memory, checked);
}

/** The same of a copy that has been read. Only what has changed is compiled anew, when it is looked at. */
export function workbenchFrom(copy: Copy, memory: Memory, checked = check(copy)): Workbench {
  const { project, sound } = checked;
  const writable = new Map(sound.parts.map((part) => [keyOf(part), part]));
  const { settings, brands, metadata } = project;
  const written = new Set(project.parts.map(({ locale }) => locale));
  const drafts = [...written].filter((locale) => !settings.locales.includes(locale)).sort();
  const has = new Set(project.parts.map(({ source }) => source));
  return {
    copy,
    checked,
    schema: copy.metadata && "schema" in copy.metadata ? copy.metadata.validator : undefined,
    locales: [...settings.locales, ...drafts],
    sources: customMessageSources.filter((source) => has.has(source)),
    isWritable: (locale, source) => partNames.every((part) => writable.has(`${source} ${locale} ${part}`)),
    message: (locale, source) => {
      const key = `${source} ${locale}`;
      const parts = partNames
        .map((part) => writable.get(`${key} ${part}`))
        .filter((part) => part !== undefined);
      const before = memory.get(key);
      if (parts.length < partNames.length) {
        return before && { specs: before.specs, isFormer: true };
      }
      const texts = parts.map((part) => precompiledOnce(part, checked)).join("\n");
      const now = before?.texts === texts ? before : { texts, specs: specsOf(parts, checked) };
      memory.set(key, now);
      return { specs: now.specs, isFormer: false };
    },
    templates: (locale, source, specs) => ({
      defaultLocale: locale,
      offered: { [source]: "all" },
      locales: localeTable([locale]),
      brands,
      metadataKeys: [...metadata.keys()],
      load: async () => ({ messages: { [source]: specs } }),
    }),
  };
}

function keyOf({ source, locale, part }: Pick<CheckedPart, "source" | "locale" | "part">): string {
  return `${source} ${locale} ${part}`;
}

const compiled = new WeakMap<CheckedPart, string>();

function precompiledOnce(part: CheckedPart, { project }: Checked): string {
  const text = compiled.get(part) ?? precompiled(inlinedPart(part, project), part.suffix);
  compiled.set(part, text);
  return text;
}

function specsOf(parts: readonly CheckedPart[], checked: Checked): MessageSpecs {
  const specs = parts.map((part) => [part.part, specOf(precompiledOnce(part, checked))] as const);
  return Object.fromEntries(specs) as MessageSpecs;
}
