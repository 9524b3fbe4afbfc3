import type { StandardSchemaV1 } from "@standard-schema/spec";
import { clientMetadataOf, type Metadata, type MetadataSchema, validated } from "../trigger/metadata.ts";

/** Words in the names of what must not be sent: Cognito neither encrypts nor validates client metadata. */
type Confidential = "password" | "passwd" | "passphrase" | "secret" | "token";
const confidential = /passw(or)?d|passphrase|secret|token/i;

/** Those of the keys that are not named like a password, a secret or a token. */
type PublicKey<Key> = Key extends string
  ? Lowercase<Key> extends `${string}${Confidential}${string}`
    ? never
    : Key
  : never;

/** A schema; `never` when one of its keys is named like a password, a secret or a token. */
export type PublicSchema<Schema extends MetadataSchema> =
  keyof StandardSchemaV1.InferInput<Schema> extends PublicKey<keyof StandardSchemaV1.InferInput<Schema>>
    ? Schema
    : never;

/** Metadata whose keys are all the schema's, and none is named like a password, a secret or a token. */
export type PublicMetadata<Given, Input> = {
  readonly [Key in keyof Given]: Key extends keyof Input & PublicKey<Key> ? Input[Key] : never;
};

/**
 * Returns the metadata that the triggers accept, by their own limits and schema, and the keys that were dropped:
 * an invalid value keeps nobody from recovering.
 */
export async function publicMetadata(
  given: Metadata,
  schema: MetadataSchema,
): Promise<{ readonly metadata: Record<string, string>; readonly dropped: readonly string[] }> {
  const sent = Object.fromEntries(Object.entries(given).filter(([key]) => !confidential.test(key)));
  const limited = clientMetadataOf({ request: { clientMetadata: sent as Record<string, string> } });
  const accepted = (await validated(limited, schema)).metadata;
  // The triggers apply the schema once more, so they get what it was given rather than what it returned.
  const metadata = Object.fromEntries(
    Object.entries(limited).filter(([key]) => Object.hasOwn(accepted, key)),
  );
  return {
    metadata,
    dropped: Object.keys(given).filter((key) => given[key] !== undefined && !Object.hasOwn(metadata, key)),
  };
}
