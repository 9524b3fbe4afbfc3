import type { Reference, ReferenceTo, Store } from "./reference.ts";
import type { Freshness } from "./store-client.ts";

interface StoreModule<S extends Store> {
  read(reference: ReferenceTo<S>, freshness: Freshness): Promise<unknown>;
}

/** The stores. Each is loaded when a setting names it, and its SDK client with it: nobody else waits for one. */
const stores: { readonly [S in Store]: () => Promise<StoreModule<S>> } = {
  ssm: () => import("./ssm.ts"),
  secret: () => import("./secrets.ts"),
  appconfig: () => import("./app-config.ts"),
};

/** Loads what reads a store, so that a later {@link readFrom} finds it loaded. */
export async function load(store: Store): Promise<unknown> {
  return stores[store]();
}

/** How long a fetch may have been under way for others to wait for it too, in ms. */
const SAME_MOMENT_MS = 1_000;

interface Fetch {
  readonly since: number;
  readonly text: Promise<string | undefined>;
}

const underWay = new Map<string, Fetch>();

/**
 * The text of what a reference names, the whole of it: fetched once for all who want it at the same moment,
 * as two settings do that name two keys of a secret. Rejects with Powertools' error.
 *
 * A fetch that has lasted longer is left to itself: it may be one that a frozen container left behind.
 */
export async function readFrom(reference: Reference, freshness: Freshness): Promise<string | undefined> {
  const { key: _, ...whole } = reference;
  const of = JSON.stringify([whole, freshness.forceFetch]);
  const same = underWay.get(of);
  if (same && Date.now() - same.since < SAME_MOMENT_MS) return same.text;
  const begun = { since: Date.now(), text: textFrom(reference, freshness) };
  underWay.set(of, begun);
  try {
    return await begun.text;
  } finally {
    if (underWay.get(of) === begun) underWay.delete(of);
  }
}

async function textFrom(reference: Reference, freshness: Freshness): Promise<string | undefined> {
  // The row is the one of the reference's own store, which the compiler does not follow.
  const { read } = (await stores[reference.store]()) as StoreModule<Store>;
  const stored = await read(reference, freshness);
  return stored instanceof Uint8Array ? Buffer.from(stored).toString("utf8") : (stored as string | undefined);
}
