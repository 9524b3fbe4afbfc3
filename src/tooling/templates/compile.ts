import type { Part } from "../../message/accepted.ts";
import type { CompiledTemplates, MessageSpecs, TemplateSpec } from "../../message/compiled.ts";
import { checkTemplate, type ParsedPartial } from "./check-template.ts";
import { type Finding, hasErrors } from "./finding.ts";
import { localeTable } from "./locale-table.ts";
import { metadataKeys } from "./metadata-keys.ts";
import { indexModule, indexTypes, localeModule, type PrecompiledMessages } from "./modules.ts";
import { precompiled, specOf } from "./precompile.ts";
import { scopeOf } from "./scope.ts";
import { readBrands, readMessages } from "./settings.ts";
import { type PartSource, type TemplateSources, templateSources } from "./sources.ts";
import { parsed } from "./syntax.ts";
import { tried } from "./trial.ts";
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
  const compiled = await compiledModules(root);
  if (compiled.modules) writeFolder(`${root}/generated`, compiled.modules);
  return { findings: compiled.findings, files: Object.keys(compiled.modules ?? {}) };
}

/** The modules by their file names, not written yet; without them when a finding is an error. */
export async function compiledModules(
  root: string,
): Promise<{ findings: readonly Finding[]; modules?: Readonly<Record<string, string>> }> {
  const messages = readMessages(root);
  const brands = readBrands(root);
  const metadata = await metadataKeys(root);
  const settings = [...messages.findings, ...brands.findings, ...metadata.findings];
  if (!messages.value || !brands.value || hasErrors(settings)) return { findings: settings };

  const sources = templateSources(root, messages.value);
  const templates = [
    ...sources.findings,
    ...checked(sources, (part) => scopeOf(part, brands.value as CompiledTemplates["brands"], metadata.keys)),
  ];
  if (hasErrors(templates)) return { findings: templates };

  const texts = new Map(sources.parts.map((source) => [source.file, precompiled(source, sources.partials)]));
  const text = ({ file }: { file: string }) => texts.get(file) as string;
  const offered = Object.values(sources.offered).flat();
  const locales = messages.value.locales.filter((locale) => offered.includes(locale));
  const data = {
    defaultLocale: messages.value.default,
    offered: Object.fromEntries(
      Object.entries(sources.offered).map(([source, tags]) => [
        source,
        tags.length === locales.length ? "all" : tags,
      ]),
    ),
    locales: localeTable(locales),
    brands: brands.value,
    metadataKeys: metadata.keys,
  };
  const specs = new Map(sources.parts.map((part) => [part.file, specOf(text(part))]));
  const byMessage = (part: PartSource): MessageSpecs =>
    messageSpecs(sources.parts, part, ({ file }) => specs.get(file) as TemplateSpec);
  const findings = tried(sources.parts, byMessage, data);
  if (hasErrors(findings)) return { findings };
  return {
    findings,
    modules: {
      "package.json": '{ "type": "module" }\n',
      "templates.js": indexModule(data, locales),
      "templates.d.ts": indexTypes,
      ...Object.fromEntries(
        locales.map((locale) => [
          `locale/${locale}.cjs`,
          localeModule(precompiledMessages(sources.parts, locale, text)),
        ]),
      ),
    },
  };
}

/** What is wrong with the templates, each finding once however often its partial is included. */
function checked(
  sources: TemplateSources,
  scope: (part: PartSource) => ReturnType<typeof scopeOf>,
): Finding[] {
  const findings: Finding[] = [];
  const partials = { html: new Map<string, ParsedPartial>(), txt: new Map<string, ParsedPartial>() };
  for (const source of sources.partials) {
    const result = parsed(source);
    if ("finding" in result) findings.push(result.finding);
    // A partial that cannot be read is there all the same: one finding is enough.
    partials[source.suffix].set(source.name, { source, tree: "tree" in result ? result.tree : empty });
  }
  for (const part of sources.parts) {
    const result = parsed(part);
    if ("finding" in result) findings.push(result.finding);
    else findings.push(...checkTemplate(part, result.tree, scope(part), partials[part.suffix]));
  }
  const once = new Map(
    findings.map((finding) => [
      JSON.stringify([finding.rule, finding.file, finding.line, finding.column, finding.message]),
      finding,
    ]),
  );
  return [...once.values()];
}

const empty = { type: "Program", body: [] } as unknown as hbs.AST.Program;

function messageSpecs<T>(
  parts: readonly PartSource[],
  { locale, source }: PartSource,
  spec: (part: PartSource) => T,
): Record<Part, T> {
  const own = parts.filter((each) => each.locale === locale && each.source === source);
  return Object.fromEntries(own.map((each) => [each.part, spec(each)])) as Record<Part, T>;
}

function precompiledMessages(
  parts: readonly PartSource[],
  locale: string,
  text: (part: PartSource) => string,
): PrecompiledMessages {
  const own = parts.filter((each) => each.locale === locale);
  const subjects = own.filter(({ part }) => part === "subject");
  return Object.fromEntries(subjects.map((subject) => [subject.source, messageSpecs(own, subject, text)]));
}
