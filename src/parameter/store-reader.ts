import type { ReferenceTo, Store } from "./reference.ts";

/** Reads what a reference names, as text or bytes. Rejects with Powertools' error, whose `cause` is the SDK's. */
export type StoreReader<S extends Store> = (
  reference: ReferenceTo<S>,
  freshness: Freshness,
) => Promise<unknown>;

/** The options of Powertools Parameters for the age of a value. `maxAge` is in seconds. */
export interface Freshness {
  readonly maxAge: number;
  readonly forceFetch: boolean;
}
