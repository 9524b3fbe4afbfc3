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
import { type Before, onSameGround, readParts } from "./kept.ts";
import { conflictAt } from "./merge-conflict.ts";
import { indexAt } from "./place.ts";
import type { Case } from "./rule.ts";
import { atOnce, type Steps } from "./steps.ts";
import { tooLargeToRead } from "./too-large.ts";
import { tooLargeWithPartials } from "./written-out.ts";

/** What could not be read, and the rule that says so. */
export interface UnreadCase extends Case {
  readonly rule: "settings" | "metadata-schema" | "too-large" | "syntax" | "unclosed-block";
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
  readonly others: readonly string[];
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
export function projectOf(copy: Copy): Project {
  return atOnce(projectInSteps(copy));
}

/** The same in steps; what is as it was in the copy before is the very same. */
export function* projectInSteps(copy: Copy, before?: Before): Steps<Project> {
  const { files, others = [], metadata } = copy;
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
    all.map((source) => withTree(source, unread));
  const former = onSameGround(copy, before);
  const kept = former && readParts(former);
  const partials = former?.partials ?? byName(trees(sources.partials));
  const scopes = new Map<string, Scope>();
  const scope = (source: PartSource): Scope => {
    const key = `${source.source} ${source.part}`;
    const known = scopes.get(key) ?? scopeOf(source, brands, keys);
    scopes.set(key, known);
    return known;
  };
  const read = (source: PartSource): CheckedPart => {
    const part = { ...withTree(source, unread), scope: scope(source) };
    return bounded(part, partials, unread);
  };
  const parts: CheckedPart[] = [];
  for (const source of sources.parts) {
    const part = kept?.get(source.file);
    const isKept = part?.text === source.text && part.isOffered === source.isOffered;
    parts.push(isKept ? part : read(source));
    yield parts.length / sources.parts.length;
  }
  return {
    files,
    others,
    settings,
    brands,
    samples,
    metadata: bounds,
    parts: canJudge ? parts : [],
    partials,
    offered: sources.offered,
    unread,
  };
}

function readOr<T>(read: Read<T>, unread: UnreadCase[], otherwise: T): T {
  if ("value" in read) return read.value;
  unread.push(...read.unread.map((each) => ({ ...each, rule: "settings" as const })));
  return otherwise;
}

/** A source with its tree; emptied where it cannot be read, so that it is there all the same: one finding is enough. */
function withTree<S extends PartSource | PartialSource>(source: S, unread: UnreadCase[]) {
  const part: PartSource | PartialSource = source;
  const place = { file: source.file, part: "locale" in part ? part : undefined };
  // A rule of its own tells it.
  if (conflictAt(source.text) !== undefined) return { ...source, text: "", tree: NOTHING };
  const oversize = tooLargeToRead(source);
  if (oversize) {
    unread.push({ ...oversize, ...place, rule: "too-large" });
    return { ...source, text: "", tree: NOTHING };
  }
  const read = parsed(source);
  if ("tree" in read) return { ...source, tree: read.tree };
  unread.push({ ...read.fault, ...place });
  return { ...source, tree: NOTHING };
}

/** A part; emptied where its partials make it too large to be looked at. */
function bounded(part: CheckedPart, partials: Project["partials"], unread: UnreadCase[]): CheckedPart {
  const oversize = tooLargeWithPartials(part, partials[part.suffix]);
  if (!oversize) return part;
  const emptied = { ...part, text: "", tree: NOTHING };
  unread.push({ ...oversize, rule: "too-large", part: emptied });
  return emptied;
}

const NOTHING = { type: "Program", body: [] } as unknown as hbs.AST.Program;

function byName(partials: readonly CheckedPartial[]): Project["partials"] {
  const of = (suffix: "html" | "txt") =>
    new Map(partials.flatMap((each) => (each.suffix === suffix ? [[each.name, each] as const] : [])));
  return { html: of("html"), txt: of("txt") };
}
