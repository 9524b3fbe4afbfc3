import type { Part } from "../../message/rejections.ts";
import type { CustomMessageSource } from "../../trigger/custom-message-event.ts";
import { BRANDS, type BrandsSettings, readBrands } from "./brands.ts";
import { type Catalog, catalogFile, catalogTags, readCatalog } from "./catalog.ts";
import { isLanguage, isLanguageTag, parentOf } from "./is-language-tag.ts";
import { LANGUAGES, type Languages, readLanguages } from "./languages.ts";
import { direction } from "./locale-table.ts";
import { localized } from "./localized.ts";
import { messageNames, messageSources, partNames } from "./message-sources.ts";
import { offeredLocales } from "./offered-locales.ts";
import { type ParsedTemplate, parseTemplate } from "./parse-template.ts";
import { indexAt } from "./place.ts";
import { type Records, readRecords, recordsFile } from "./records.ts";
import { readSamples, SAMPLES, type Samples } from "./samples.ts";
import { scopeOf } from "./scope.ts";
import { readSettings, SETTINGS, type Settings } from "./settings.ts";
import type { SettingsFile } from "./settings-file.ts";
import { type Structure, structureOf } from "./structure.ts";
import type { Files, TemplateSources } from "./template-sources.ts";
import { isRequired, stringId, stringIn, usedStrings } from "./used-strings.ts";
import type { Violation } from "./violation.ts";
import { withOriginLine } from "./with-origin-line.ts";

/** A message with the structures of its parts. */
export interface Message {
  /** `forgot-password` */
  readonly name: string;
  readonly source: CustomMessageSource;
  readonly parts: Readonly<Record<Part, Structure>>;
}

export interface Partial extends ParsedTemplate {
  readonly name: string;
}

/** The sources in templates/, read and parsed. A file that cannot be read is empty here, and in `violations`. */
export interface Project {
  readonly files: Files;
  readonly settings: Settings;
  readonly brands: BrandsSettings;
  readonly samples: Samples;
  readonly languages: Languages;
  /** The keys of the client metadata, each with its JSON Schema. */
  readonly metadata: ReadonlyMap<string, unknown>;
  /** The catalogs by language tag. */
  readonly catalogs: ReadonlyMap<string, Catalog>;
  readonly records: ReadonlyMap<string, Records>;
  readonly partials: Readonly<Record<"html" | "txt", ReadonlyMap<string, Partial>>>;
  readonly messages: readonly Message[];
  /** The languages offered, the default one first. */
  readonly locales: readonly string[];
  /** The files and parts that cannot be read, by kind of file. */
  readonly violations: Readonly<
    Record<"settings" | "metadata" | "catalogs" | "templates", readonly Violation[]>
  >;
}

/** Reads and parses the sources. Pure. Reuses the parts of `previous` whose texts are unchanged. */
export function projectOf({ files, metadata: schema }: TemplateSources, previous?: Project): Project {
  const isUnchanged = (file: string) => previous?.files.get(file) === files.get(file);
  const setting = <T>(file: string, known: T | undefined, read: (all: Files) => SettingsFile<T>) =>
    previous && known !== undefined && isUnchanged(file)
      ? { value: known, violations: previous.violations.settings.filter((each) => each.file === file) }
      : read(files);
  const settings = setting(SETTINGS, previous?.settings, readSettings);
  const brands = setting(BRANDS, previous?.brands, readBrands);
  const samples = setting(SAMPLES, previous?.samples, readSamples);
  const languages = setting(LANGUAGES, previous?.languages, readLanguages);
  // A project of one language may have no catalog, and all of its text in the structures.
  const { source, default: first } = settings.value;
  const tags = [...new Set([...catalogTags(files), source, first])].filter(
    (tag) => isLanguageTag(tag) && isLanguage(tag),
  );
  const catalogs = new Map(
    tags.map((tag) => {
      const known = isUnchanged(catalogFile(tag)) ? previous?.catalogs.get(tag) : undefined;
      return [tag, known ?? readCatalog(tag, files.get(catalogFile(tag)) ?? "{}")];
    }),
  );
  const records = tags.map((tag) => {
    const read = () => readRecords(files, tag);
    return [tag, setting(recordsFile(tag), previous?.records.get(tag), read)] as const;
  });
  const properties = Object.entries((schema && "schema" in schema ? schema.schema.properties : {}) ?? {});
  const isSameMetadata =
    previous?.metadata.size === properties.length &&
    properties.every(([key, value]) => previous.metadata.get(key) === value);
  const metadata = isSameMetadata ? previous.metadata : new Map(properties);
  const partials = {
    html: partialsIn(files, "html", previous),
    txt: partialsIn(files, "txt", previous),
  };
  const hasSameScope = brands.value === previous?.brands && metadata === previous.metadata;
  const structure = (message: string, source: CustomMessageSource, part: Part): Structure => {
    const file = templateOf(message, part, files);
    const own = partials[file.suffix];
    const known = hasSameScope
      ? previous.messages.find(({ name }) => name === message)?.parts[part]
      : undefined;
    const isSame = (name: string) => own.get(name) === previous?.partials[file.suffix].get(name);
    if (known?.text === file.text && [...known.includes].every(isSame)) return known;
    const scope = scopeOf({ source, part }, brands.value, [...metadata.keys()]);
    const parsed = structureOf({ ...parseTemplate(file), message, source, part, scope }, own);
    return part === "sms" ? { ...parsed, inlined: withOriginLine(parsed.inlined, brands.value) } : parsed;
  };
  const messages = messageNames
    .filter((name) => files.has(`templates/messages/${name}.html.hbs`))
    .map((name): Message => {
      const source = messageSources[name] as CustomMessageSource;
      const parts = partNames.map((part) => [part, structure(name, source, part)]);
      return { name, source, parts: Object.fromEntries(parts) as Message["parts"] };
    });
  const templates = [
    ...messages.flatMap(({ parts }) => Object.values(parts)),
    ...partials.html.values(),
    ...partials.txt.values(),
  ];
  const sources = {
    settings: settings.value,
    catalogs,
    records: new Map(records.map(([tag, { value }]) => [tag, value])),
  };
  return {
    files,
    ...sources,
    brands: brands.value,
    samples: samples.value,
    languages: languages.value,
    metadata,
    partials,
    messages,
    locales: offeredLocales(sources),
    violations: {
      settings: [
        ...[settings, brands, samples, languages].flatMap(({ violations }) => violations),
        ...records.flatMap(([, { violations }]) => violations),
      ],
      metadata: schema && "unreadable" in schema ? [schema.unreadable] : [],
      catalogs: [...catalogs.values()].flatMap(({ violations }) => violations),
      templates: templates.flatMap(({ violation }) => violation ?? []),
    },
  };
}

/** Returns the template of a part; without a file, its text is `{{t "subject"}}` or `{{t "sms"}}`. */
function templateOf(message: string, part: Part, files: Files) {
  const suffix = part === "email" ? "html" : "txt";
  const file = `templates/messages/${message}${part === "email" ? "" : `.${part}`}.${suffix}.hbs`;
  return { file, suffix, text: files.get(file) ?? `{{t "${part}"}}` } as const;
}

function partialsIn(
  files: Files,
  suffix: "html" | "txt",
  previous: Project | undefined,
): ReadonlyMap<string, Partial> {
  const pattern = new RegExp(`^templates/partials/([^/]+)\\.${suffix}\\.hbs$`);
  return new Map(
    [...files].flatMap(([file, text]) => {
      const [, name] = pattern.exec(file) ?? [];
      if (name === undefined) return [];
      const known = previous?.partials[suffix].get(name);
      return [
        [name, known?.text === text ? known : { ...parseTemplate({ file, text, suffix }), name }] as const,
      ];
    }),
  );
}

/**
 * Whether a language requires a catalog and has none: other languages have one, and messages print strings. A project
 * of one language may have all of its text in the structures.
 */
export function isCatalogMissing(tag: string, { files, catalogs, messages }: Project): boolean {
  const hasFile = (each: string | undefined): boolean =>
    each !== undefined && (files.has(catalogFile(each)) || hasFile(parentOf(each)));
  return (
    !hasFile(tag) &&
    [...catalogs.values()].some(({ strings }) => strings.size > 0) &&
    messages.some(({ parts }) =>
      Object.values(parts).some(
        ({ file, pieces }) => files.has(file) && pieces.some(({ is }) => is === "string"),
      ),
    )
  );
}

/** Returns the languages in which a message is offered: those that have every string that it requires. */
export function localesOf(message: Message, project: Project): readonly string[] {
  const required = usedStrings(message, project).filter((used) => used.isRequired);
  return project.locales.filter((locale) => required.every(({ id }) => stringIn(locale, id, project)));
}

/**
 * Returns the tree of a part with the strings of a language. With `gaps: "source"`, a required string that is missing
 * is that of the source, or empty if it is missing there too.
 */
export function treeIn(
  locale: string,
  structure: Structure,
  project: Project,
  { gaps }: { readonly gaps?: "source" } = {},
): hbs.AST.Program {
  const filled = new Set(gaps === "source" ? structure.pieces.filter(isRequired).map(({ key }) => key) : []);
  return localized(structure, {
    stringOf: (key) => {
      const id = stringId(structure.message, key, project);
      return (
        stringIn(locale, id, project) ??
        (filled.has(key) ? stringIn(project.settings.source, id, project) : undefined)
      );
    },
    textOf: (file) => project.files.get(file) ?? "",
    dir: direction(locale),
  });
}

/** Returns the place of a character of a text, from which Handlebars may have stripped white space. */
export function placeInText(
  { value, original, loc }: hbs.AST.ContentStatement,
  at: number,
  project: Pick<Project, "files">,
): Pick<Violation, "file" | "index"> {
  const { file, index } = placeOf({ loc }, project);
  const stripped =
    String(original).length === value.length ? 0 : String(original).indexOf(value.slice(0, 99));
  return { file, index: index + Math.max(0, stripped) + at };
}

/** Returns the place of a node of a structure or a string. */
export function placeOf(
  { loc }: Pick<hbs.AST.Node, "loc">,
  { files }: Pick<Project, "files">,
): Pick<Violation, "file" | "index"> {
  const { source: file, start } = loc as hbs.AST.SourceLocation & { source: string };
  const text = files.get(file);
  return {
    file,
    index: text === undefined ? 0 : indexAt(text, { line: start.line, column: start.column + 1 }),
  };
}
