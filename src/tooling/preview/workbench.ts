import type { CompiledTemplates, MessageSpecs } from "../../message/compiled-templates.ts";
import type { CustomMessageSource } from "../../trigger/custom-message-event.ts";
import type { MetadataSchema } from "../../trigger/metadata.ts";
import { type Checked, check } from "../check/check.ts";
import { type Finding, isError } from "../check/finding.ts";
import { localeTable } from "../templates/locale-table.ts";
import { partNames } from "../templates/messages.ts";
import { missingStrings } from "../templates/offered.ts";
import { precompiled, specOf } from "../templates/precompile.ts";
import { type Message, treeIn } from "../templates/project.ts";
import { readTemplateSources, type TemplateSources } from "../templates/template-sources.ts";

/** A project as it was last saved, checked and ready to be shown. */
export interface Workbench {
  readonly templateSources: TemplateSources;
  readonly checked: Checked;
  /** The schema of the client metadata; without one no metadata is seen, as in the Lambda. */
  readonly schema: MetadataSchema | undefined;
  /** All languages that have a catalog: those offered, the default first, then the others. */
  readonly locales: readonly string[];
  /** The messages, in Cognito's order; none while settings or the schema cannot be read. */
  readonly messages: readonly Message[];
  /** A message's templates as the Lambda has them, or how they were when they last could be compiled. */
  readonly specs: (locale: string, message: Message) => WorkbenchSpecs | undefined;
  /** All that the trigger needs, with this one message in it, offered or not. */
  readonly templates: (locale: string, source: CustomMessageSource, specs: MessageSpecs) => CompiledTemplates;
}

/** The templates of a message. */
export interface WorkbenchSpecs {
  readonly specs: MessageSpecs;
  /** Whether what is saved now cannot be compiled, and this is how it was before. */
  readonly isFormer: boolean;
}

/** The templates that could last be compiled, by message and language. */
export type Memory = Map<string, MessageSpecs>;

/** Reads and checks a project's folder. */
export async function workbenchOf(root: string, memory: Memory, previous?: Workbench): Promise<Workbench> {
  return workbenchFrom(await readTemplateSources(root, previous?.templateSources), memory);
}

/** The same of sources that have been read. A message is compiled when it is shown. */
export function workbenchFrom(templateSources: TemplateSources, memory: Memory = new Map()): Workbench {
  const checked = check(templateSources);
  const { project } = checked;
  const { metadata } = templateSources;
  const messages = unreadableFindings(checked).length > 0 ? [] : project.messages;
  const others = [...project.catalogs.keys()].filter((tag) => !project.locales.includes(tag)).sort();
  return {
    templateSources,
    checked,
    schema: metadata && "validator" in metadata ? metadata.validator : undefined,
    locales: [...project.locales, ...others],
    messages,
    specs: (locale, message) => {
      const key = `${message.name} ${locale}`;
      const isBroken = project.violations.templates.some(({ file }) =>
        partNames.some((part) => message.parts[part].files.includes(file)),
      );
      if (isBroken || missingStrings(message, locale, project).length > 0) {
        const specs = memory.get(key);
        return specs && { specs, isFormer: true };
      }
      const specs = specsOf(locale, message, checked);
      memory.set(key, specs);
      return { specs, isFormer: false };
    },
    templates: (locale, source, specs) => ({
      defaultLocale: locale,
      offered: { [source]: "all" },
      locales: localeTable([locale]),
      brands: project.brands,
      metadataKeys: [...project.metadata.keys()],
      load: async () => ({ messages: { [source]: specs } }),
    }),
  };
}

/** What keeps every message from being shown: settings, or a schema, that cannot be read. */
export function unreadableFindings({ project, findings }: Checked): readonly Finding[] {
  const { settings, metadata } = project.violations;
  const files = new Set([...settings, ...metadata].map(({ file }) => file));
  return findings.filter((finding) => isError(finding) && files.has(finding.file));
}

function specsOf(locale: string, { parts }: Message, { project }: Checked): MessageSpecs {
  const specs = partNames.map((part) => {
    const tree = treeIn(locale, parts[part], project);
    return [part, specOf(precompiled(tree, parts[part].suffix))] as const;
  });
  return Object.fromEntries(specs) as MessageSpecs;
}
