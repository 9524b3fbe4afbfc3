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

/** The text of what a reference names, the whole of it. Rejects with Powertools' error. */
export async function readFrom(reference: Reference, freshness: Freshness): Promise<string | undefined> {
  // The row is the one of the reference's own store, which the compiler does not follow.
  const { read } = (await stores[reference.store]()) as StoreModule<Store>;
  const stored = await read(reference, freshness);
  return stored instanceof Uint8Array ? Buffer.from(stored).toString("utf8") : (stored as string | undefined);
}
