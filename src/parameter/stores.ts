import type { ClientConfig } from "./client-config.ts";
import type { Clock } from "./clock.ts";
import type { Reference, Store } from "./reference.ts";
import type { Freshness, StoreReader } from "./store-reader.ts";

/** Each is loaded, and its SDK client with it, only when a setting names it. */
const factories: { readonly [S in Store]: () => Promise<(config: ClientConfig) => StoreReader<S>> } = {
  ssm: async () => (await import("./ssm-store.ts")).ssmStore,
  secret: async () => (await import("./secret-store.ts")).secretStore,
  appconfig: async () => (await import("./app-config-store.ts")).appConfigStore,
};

/** The time during which others join a started fetch, in ms: an older one may be left from a frozen container. */
const JOINED_MS = 1_000;

export interface Stores {
  /** Loads the code of a store, so that a later {@link read} finds it loaded. */
  load(store: Store): Promise<unknown>;
  /**
   * Returns the whole text that a reference names: fetched once for all who need it at the same moment, such as
   * two settings that name two keys of a secret. Rejects with Powertools' error.
   */
  read(reference: Reference, freshness: Freshness): Promise<string | undefined>;
}

/** The stores that a setting may name, through Powertools Parameters. */
export function stores(clock: Clock, clientConfig: ClientConfig): Stores {
  const readers = new Map<Store, Promise<StoreReader<Store>>>();
  const fetches = new Map<string, { readonly since: number; readonly text: Promise<string | undefined> }>();

  const load = (store: Store): Promise<StoreReader<Store>> => {
    const loaded =
      // The reader is that of the reference's own store, which the compiler does not follow.
      readers.get(store) ?? factories[store]().then((of) => of(clientConfig) as StoreReader<Store>);
    readers.set(store, loaded);
    return loaded;
  };

  const fetched = async (reference: Reference, freshness: Freshness): Promise<string | undefined> => {
    const read = await load(reference.store);
    const stored = await read(reference, freshness);
    return stored instanceof Uint8Array
      ? Buffer.from(stored).toString("utf8")
      : (stored as string | undefined);
  };

  return {
    load,
    async read(reference, freshness) {
      const { key: _, ...whole } = reference;
      const id = JSON.stringify([whole, freshness.forceFetch]);
      const joined = fetches.get(id);
      if (joined && clock.now() - joined.since < JOINED_MS) return joined.text;
      const begun = { since: clock.now(), text: fetched(reference, freshness) };
      fetches.set(id, begun);
      try {
        return await begun.text;
      } finally {
        if (fetches.get(id) === begun) fetches.delete(id);
      }
    },
  };
}
