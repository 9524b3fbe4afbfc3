import { type Catalog, type CatalogString, SHARED } from "./catalog.ts";
import { parentOf } from "./is-language-tag.ts";
import type { Message } from "./project.ts";
import { isRecorded, type Records } from "./records.ts";
import type { Piece, StringPiece } from "./structure.ts";

/** The parts of a project that the look-up of strings reads. */
export interface StringSources {
  readonly settings: { readonly source: string };
  readonly catalogs: ReadonlyMap<string, Catalog>;
  readonly records: ReadonlyMap<string, Records>;
}

/** A string that a message uses. */
export interface UsedString {
  readonly key: string;
  /** The section and key in every catalog: `forgot-password.intro`, `shared.greeting`. */
  readonly id: string;
  /** Whether it is printed outside of `{{#if (t "key")}}`. */
  readonly isRequired: boolean;
}

/** Returns the strings that a message uses, each once, in the order of subject, email and SMS. */
export function usedStrings(
  { name, parts }: Pick<Message, "name" | "parts">,
  sources: StringSources,
): readonly UsedString[] {
  const used = new Map<string, boolean>();
  for (const { pieces } of Object.values(parts)) {
    for (const piece of pieces) {
      if (piece.is !== "string" && piece.is !== "string condition") continue;
      used.set(piece.key, isRequired(piece) || used.get(piece.key) === true);
    }
  }
  return [...used].map(([key, isRequired]) => ({ key, id: stringId(name, key, sources), isRequired }));
}

/** Whether a piece prints a string outside of `{{#if (t "key")}}`. */
export function isRequired(piece: Piece): piece is StringPiece {
  return piece.is === "string" && !piece.testedKeys.includes(piece.key);
}

/** Returns the id of a message's key: in `shared` if the source catalog has it only there, otherwise in the message. */
export function stringId(message: string, key: string, { settings, catalogs }: StringSources): string {
  const source = catalogs.get(settings.source)?.strings;
  const [own, shared] = [`${message}.${key}`, `${SHARED}.${key}`];
  return source?.has(shared) && !source.has(own) ? shared : own;
}

/**
 * Returns the string of a locale, its own or its parent's (es-MX, es); `undefined` if it is missing.
 */
export function stringIn(locale: string, id: string, sources: StringSources): CatalogString | undefined {
  for (let tag: string | undefined = locale; tag !== undefined; tag = parentOf(tag)) {
    const own = ownString(tag, id, sources);
    if (own) return own;
  }
  return undefined;
}

/** Returns the string of a catalog without its parents; `undefined` if it is missing, empty or not translated. */
export function ownString(tag: string, id: string, sources: StringSources): CatalogString | undefined {
  const own = sources.catalogs.get(tag)?.strings.get(id);
  return own && own.value.trim() !== "" && !isUntranslated(tag, own, sources) ? own : undefined;
}

/** Whether a catalog has the source's text, and that is not recorded as a translation. */
export function isUntranslated(tag: string, string: CatalogString, sources: StringSources): boolean {
  const { settings, catalogs, records } = sources;
  if (tag === settings.source) return false;
  const source = catalogs.get(settings.source)?.strings.get(string.id);
  return source !== undefined && source.value === string.value && !isRecorded(records.get(tag), string);
}
