import type { Brand } from "../../message/brand.ts";
import type { CompiledTemplates } from "../../message/compiled-templates.ts";
import type { BrandSettings } from "./brands.ts";
import { catalogSchema } from "./catalog-schema.ts";
import { indexModule, indexTypes, localeModule, type PrecompiledMessages } from "./index-module.ts";
import { localeTable } from "./locale-table.ts";
import { partNames } from "./message-sources.ts";
import { precompiled } from "./precompiled.ts";
import { localesOf, type Message, type Project, treeIn } from "./project.ts";

/**
 * Returns the files of generated/ by name: the modules, and the schema of the catalogs for editors. Expects a project
 * that was checked and has no errors.
 */
export function compiledModules(project: Project): Readonly<Record<string, string>> {
  const { settings, brands, metadata } = project;
  const offered = project.messages
    .map((message) => ({ message, locales: localesOf(message, project) }))
    .filter(({ locales }) => locales.length > 0);
  const locales = project.locales.filter((tag) => offered.some((each) => each.locales.includes(tag)));
  const data = {
    defaultLocale: settings.default,
    offered: Object.fromEntries(
      offered.map(({ message, locales: tags }) => [
        message.source,
        tags.length === locales.length ? ("all" as const) : tags,
      ]),
    ),
    locales: localeTable(locales),
    brands: { ...brands, brands: mapped(brands.brands, compiledBrand) },
    metadataKeys: [...metadata.keys()],
  } satisfies Omit<CompiledTemplates, "load">;
  const messagesIn = (locale: string) =>
    offered.filter((each) => each.locales.includes(locale)).map(({ message }) => message);
  return {
    "package.json": '{ "type": "module" }\n',
    "templates.js": indexModule(data, locales),
    "templates.d.ts": indexTypes,
    "catalog.schema.json": `${JSON.stringify(catalogSchema(project), null, 2)}\n`,
    ...Object.fromEntries(
      locales.map((locale) => [
        `locale/${locale}.cjs`,
        localeModule(precompiledMessages(messagesIn(locale), locale, project)),
      ]),
    ),
  };
}

/** Returns a brand without the fields that only the checker reads. */
function compiledBrand({ hosts: _, ...brand }: BrandSettings): Brand {
  return brand;
}

function precompiledMessages(
  messages: readonly Message[],
  locale: string,
  project: Project,
): PrecompiledMessages {
  return Object.fromEntries(
    messages.map(({ source, parts }) => [
      source,
      Object.fromEntries(
        partNames.map((part) => [
          part,
          precompiled(treeIn(locale, parts[part], project), parts[part].suffix),
        ]),
      ) as PrecompiledMessages[string],
    ]),
  );
}

function mapped<T, U>(record: Readonly<Record<string, T>>, to: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}
