import { METADATA_SCHEMA } from "../templates/metadata-schema.ts";
import { canBePrinted, type Scope, scopeOf } from "../templates/scope.ts";
import {
  type BrandsSettings,
  type MessagesSettings,
  type Read,
  readBrands,
  readMessages,
  readSamples,
  type Samples,
} from "../templates/settings.ts";
import {
  type PartialSource,
  type PartSource,
  type TemplateSources,
  templateSources,
} from "../templates/sources.ts";
import { parsed } from "../templates/syntax.ts";
import { type Bounds, boundsOf } from "./bounds.ts";
import type { Copy, Files } from "./copy.ts";
import { indexAt } from "./place.ts";
import type { Case } from "./rule.ts";

/** What could not be read, and the rule that says so. */
export interface UnreadCase extends Case {
  readonly rule: "settings" | "metadata-schema" | "syntax" | "unclosed-block";
}

/** A template of a message, with its tree and the names that it may print. */
export interface CheckedPart extends PartSource {
  readonly tree: hbs.AST.Program;
  readonly scope: Scope;
}

export interface CheckedPartial extends PartialSource {
  readonly tree: hbs.AST.Program;
}

/** What the rules look at. What cannot be read is empty here, and told by `unread`. */
export interface Project {
  readonly files: Files;
  readonly settings: MessagesSettings;
  readonly brands: BrandsSettings;
  readonly samples: Samples;
  /** The bounds of each key of the client metadata. */
  readonly metadata: ReadonlyMap<string, Bounds>;
  /** Offered parts and drafts; the rules that look at what is written see only those that the first rules let through. */
  readonly parts: readonly CheckedPart[];
  readonly partials: Readonly<Record<"html" | "txt", ReadonlyMap<string, CheckedPartial>>>;
  readonly offered: TemplateSources["offered"];
  readonly unread: readonly UnreadCase[];
}

/** All partials, of text and of HTML. */
export function everyPartial({ partials }: Project): readonly CheckedPartial[] {
  return [...partials.html.values(), ...partials.txt.values()];
}

/** A copy as the rules look at it. */
export function projectOf({ files, metadata }: Copy): Project {
  const unread: UnreadCase[] = [];
  const settings = readOr(readMessages(files), unread, { default: "en", locales: [], messages: {} });
  const brands = readOr(readBrands(files), unread, { default: "", brands: {}, clients: {} });
  const samples = readOr(readSamples(files), unread, {});
  if (metadata && "unread" in metadata) {
    const { message, mending, ...place } = metadata.unread;
    const file = METADATA_SCHEMA;
    const index = indexAt(files.get(file) ?? "", place);
    unread.push({ rule: "metadata-schema", file, index, message, mending });
  }
  const bounds = boundsOf(metadata && "schema" in metadata ? metadata.schema : {});
  const sources = templateSources(files, settings);
  const keys = [...bounds.keys()].filter(canBePrinted);
  // With settings that cannot be read, every name would be unknown: one finding is enough.
  const canJudge = unread.length === 0;
  const trees = <S extends PartSource | PartialSource>(all: readonly S[]) =>
    all.map((source) => ({ ...source, tree: treeOf(source, unread) }));
  const partials = trees(sources.partials);
  const parts = trees(sources.parts).map((part) => ({ ...part, scope: scopeOf(part, brands, keys) }));
  return {
    files,
    settings,
    brands,
    samples,
    metadata: bounds,
    parts: canJudge ? parts : [],
    partials: {
      html: new Map(partials.flatMap((each) => (each.suffix === "html" ? [[each.name, each]] : []))),
      txt: new Map(partials.flatMap((each) => (each.suffix === "txt" ? [[each.name, each]] : []))),
    },
    offered: sources.offered,
    unread,
  };
}

function readOr<T>(read: Read<T>, unread: UnreadCase[], otherwise: T): T {
  if ("value" in read) return read.value;
  unread.push(...read.unread.map((each) => ({ ...each, rule: "settings" as const })));
  return otherwise;
}

/** A tree; an empty one for what cannot be read, so that it is there all the same: one finding is enough. */
function treeOf(source: PartSource | PartialSource, unread: UnreadCase[]): hbs.AST.Program {
  const read = parsed(source);
  if ("tree" in read) return read.tree;
  const part = "part" in source ? source : undefined;
  unread.push({ ...read.fault, file: source.file, part });
  return { type: "Program", body: [] } as unknown as hbs.AST.Program;
}
