import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { CallerData } from "./pool-event.ts";

/** Client metadata that has passed its schema. Absent is `undefined`. */
export type Metadata = Readonly<Record<string, string | undefined>>;

/** The schema of the client metadata, by any validator that speaks Standard Schema. */
export type MetadataSchema = StandardSchemaV1<Metadata, Metadata>;

/** What is taken of client metadata at all, before any schema sees it: anyone can send anything. */
export const metadataBounds = { keys: 20, keyLength: 64, valueLength: 512 } as const;

/**
 * The caller's own words in an event: `clientMetadata`, and `validationData`, which is where InitiateAuth's
 * client metadata arrives; the former where both have a key. Strings within {@link metadataBounds} only;
 * `{}` when there are none.
 */
export function clientMetadataOf(event: { readonly request: CallerData }): Readonly<Record<string, string>> {
  const { clientMetadata, validationData } = event.request ?? {};
  const { keys, keyLength, valueLength } = metadataBounds;
  const kept = new Map<string, string>();
  for (const sent of [clientMetadata, validationData] as readonly unknown[]) {
    if (typeof sent !== "object" || sent === null || Array.isArray(sent)) continue;
    // Not Object.entries: it would hold every key of a map made to be large.
    for (const key in sent) {
      if (kept.size === keys) break;
      const value: unknown = Object.hasOwn(sent, key) ? (sent as Record<string, unknown>)[key] : undefined;
      if (typeof value !== "string" || value.length > valueLength || key.length > keyLength) continue;
      if (!kept.has(key)) kept.set(key, value);
    }
  }
  return Object.fromEntries(kept);
}

/** The metadata that a schema accepts, and the keys that it made us drop. */
export interface ValidatedMetadata {
  readonly metadata: Metadata;
  readonly dropped: readonly string[];
}

/**
 * Validates metadata, dropping key by key what does not fit: what an issue names by its first path element
 * is dropped, then the rest is validated once more. An issue without a path drops everything.
 * Never throws: a schema that does counts as one that refuses all.
 */
export async function validated(
  sent: Readonly<Record<string, string>>,
  schema: MetadataSchema | undefined,
): Promise<ValidatedMetadata> {
  if (!schema) return { metadata: {}, dropped: [] };
  const all = { metadata: {}, dropped: Object.keys(sent) };
  try {
    const first = await schema["~standard"].validate(sent);
    if (!first.issues) return { metadata: stringsOf(first.value), dropped: [] };
    const named = new Set(first.issues.map(keyOf));
    if (named.has(undefined)) return all;
    const rest = Object.fromEntries(Object.entries(sent).filter(([key]) => !named.has(key)));
    const second = await schema["~standard"].validate(rest);
    if (second.issues) return all;
    return { metadata: stringsOf(second.value), dropped: Object.keys(sent).filter((key) => named.has(key)) };
  } catch {
    return all;
  }
}

function keyOf({ path }: StandardSchemaV1.Issue): PropertyKey | undefined {
  const first = path?.[0];
  return typeof first === "object" ? first.key : first;
}

/** A schema's types are a promise of the compiler only: what is no string is left out here too. */
function stringsOf(value: unknown): Metadata {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, each]) => typeof each === "string"));
}
