import type { Brand } from "../../message/brand.ts";
import type { CompiledTemplates } from "../../message/compiled.ts";
import { check } from "../check/check.ts";
import { type Copy, readCopy } from "../check/copy.ts";
import { type Finding, hasErrors } from "../check/finding.ts";
import type { CheckedPart, Project } from "../check/project.ts";
import { inlinedPart } from "../check/written.ts";
import { localeTable } from "./locale-table.ts";
import { indexModule, indexTypes, localeModule, type PrecompiledMessages } from "./modules.ts";
import { precompiled } from "./precompile.ts";
import type { BrandSettings } from "./settings.ts";
import { writeFolder } from "./write-folder.ts";

/**
 * Turns templates/ into the modules of generated/, or says what is wrong with it. With an error nothing is
 * written: what was there stays as it was.
 *
 * @param root the project's folder
 * @returns what was found, and the files of generated/ (none when there was an error)
 */
export async function compile({
  root,
}: {
  root: string;
}): Promise<{ findings: readonly Finding[]; files: readonly string[] }> {
  const compiled = compiledModules(await readCopy(root));
  if (compiled.modules) writeFolder(`${root}/generated`, compiled.modules);
  return { findings: compiled.findings, files: Object.keys(compiled.modules ?? {}) };
}

/** The modules by their file names, not written yet; without them when a finding is an error. */
export function compiledModules(copy: Copy): {
  findings: readonly Finding[];
  modules?: Readonly<Record<string, string>>;
} {
  const { project, findings } = check(copy);
  return hasErrors(findings) ? { findings } : { findings, modules: modulesOf(project) };
}

function modulesOf(project: Project): Readonly<Record<string, string>> {
  const { settings, brands, metadata } = project;
  const parts = project.parts.filter(({ isOffered }) => isOffered);
  const offered = new Set(Object.values(project.offered).flat());
  const locales = settings.locales.filter((locale) => offered.has(locale));
  const data = {
    defaultLocale: settings.default,
    offered: Object.fromEntries(
      Object.entries(project.offered).map(([source, tags]) => [
        source,
        tags.length === locales.length ? ("all" as const) : tags,
      ]),
    ),
    locales: localeTable(locales),
    brands: { ...brands, brands: mapped(brands.brands, sent) },
    metadataKeys: [...metadata.keys()],
  } satisfies Omit<CompiledTemplates, "load">;
  return {
    "package.json": '{ "type": "module" }\n',
    "templates.js": indexModule(data, locales),
    "templates.d.ts": indexTypes,
    ...Object.fromEntries(
      locales.map((locale) => [`locale/${locale}.cjs`, localeModule(messagesIn(locale, parts, project))]),
    ),
  };
}

/** What a message may print of a brand; the rest is for the checker. */
function sent({ hosts: _, ...brand }: BrandSettings): Brand {
  return brand;
}

function messagesIn(locale: string, parts: readonly CheckedPart[], project: Project): PrecompiledMessages {
  const own = Object.groupBy(
    parts.filter((part) => part.locale === locale),
    ({ source }) => source,
  );
  const text = (part: CheckedPart) => precompiled(inlinedPart(part, project), part.suffix);
  return mapped(own, (all = []) =>
    Object.fromEntries(all.map((part) => [part.part, text(part)])),
  ) as PrecompiledMessages;
}

function mapped<T, U>(record: Readonly<Record<string, T>>, to: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}
