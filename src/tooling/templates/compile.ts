import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "../../log/fault.ts";
import type { Brand } from "../../message/brand.ts";
import type { CompiledTemplates } from "../../message/compiled.ts";
import { check } from "../check/check.ts";
import { type Copy, readCopy } from "../check/copy.ts";
import { type Finding, hasErrors } from "../check/finding.ts";
import type { CheckedPart, Project } from "../check/project.ts";
import { inlinedPart } from "../check/written.ts";
import { markedFiles } from "../output/marked-files.ts";
import { writeOutput } from "../output/write-output.ts";
import { localeTable } from "./locale-table.ts";
import { GENERATED, indexModule, indexTypes, localeModule, type PrecompiledMessages } from "./modules.ts";
import { precompiled } from "./precompile.ts";
import type { BrandSettings } from "./settings.ts";

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
  if (compiled.modules) writeGenerated(join(root, "generated"), compiled.modules);
  return { findings: compiled.findings, files: Object.keys(compiled.modules ?? {}) };
}

const mark = {
  path: /^(?:templates\.(?:js|d\.ts)|locale\/[^/]+\.cjs)$/,
  isIn: (text: string) => text.startsWith(GENERATED),
};

/** Writes the modules into a folder in which others may generate files too. */
function writeGenerated(folder: string, modules: Readonly<Record<string, string>>): void {
  const { [PACKAGE]: own = "", ...others } = modules;
  const isThere = hasModules(folder);
  const files = new Map(Object.entries(isThere ? others : { [PACKAGE]: own, ...others }));
  writeOutput(folder, { files, ours: () => markedFiles(folder, mark, "locale") });
}

const PACKAGE = "package.json";

/** Whether the folder has a package.json, ours or not, that makes its files ES modules. */
function hasModules(folder: string): boolean {
  const file = join(folder, PACKAGE);
  if (!existsSync(file)) return false;
  try {
    if (JSON.parse(readFileSync(file, "utf8")).type === "module") return true;
  } catch {}
  throw new SetupError(
    'generated/package.json is not ours, and makes generated/templates.js no ES module: add "type": "module" to it, or move it.',
  );
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
    [PACKAGE]: '{ "type": "module" }\n',
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
