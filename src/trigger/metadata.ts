import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { CallerData } from "./pool-event.ts";

/** Client metadata that has passed its schema. A key that is missing or was dropped is `undefined`. */
export type Metadata = Readonly<Record<string, string | undefined>>;

/** The schema of the client metadata, by any validator that implements Standard Schema. */
export type MetadataSchema = StandardSchemaV1<Metadata, Metadata>;

/** The limits of client metadata before the schema, since anyone can send anything; lengths in UTF-16 units. */
const limits = { keys: 20, keyLength: 64, valueLength: 512 } as const;

/**
 * Returns what the caller sent: `clientMetadata`, and `validationData`, where the client metadata of InitiateAuth
 * arrives. The former wins where both have a key. At most 20 strings, of 512 characters at most, with keys of 64
 * at most; everything else is left out.
 */
export function clientMetadataOf(event: { readonly request: CallerData }): Readonly<Record<string, string>> {
  const { clientMetadata, validationData } = event.request ?? {};
  const { keys, keyLength, valueLength } = limits;
  const found = new Map<string, string>();
  for (const sent of [clientMetadata, validationData] as readonly unknown[]) {
    if (typeof sent !== "object" || sent === null || Array.isArray(sent)) continue;
    // Object.entries would copy all keys of an object that was made to be large.
    for (const key in sent) {
      if (found.size === keys) break;
      const value: unknown = Object.hasOwn(sent, key) ? (sent as Record<string, unknown>)[key] : undefined;
      if (typeof value !== "string" || value.length > valueLength || key.length > keyLength) continue;
      if (!found.has(key)) found.set(key, value);
    }
  }
  return Object.fromEntries(found);
}

/** The metadata that a schema accepts, and the keys that were dropped because of it. */
export interface ValidatedMetadata {
  readonly metadata: Metadata;
  readonly dropped: readonly string[];
}

/**
 * Validates metadata. Drops the keys that the schema's issues name by the first element of their path, and
 * validates the rest once more. An issue without a path drops everything, and so does a schema that throws.
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

/** Returns the strings of a schema's result; its types are checked by the compiler only. */
function stringsOf(value: unknown): Metadata {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, each]) => typeof each === "string"));
}
