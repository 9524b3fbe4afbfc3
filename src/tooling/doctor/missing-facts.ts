import { attachedTo } from "./attached.ts";
import type { Facts } from "./facts.ts";
import { wantedOfDelivery } from "./required-delivery-facts.ts";
import { settingsInStores, wantedOfFunction } from "./required-function-facts.ts";
import { wantedOfPool } from "./required-pool-facts.ts";

/** Something that a rule looks at, and is not known. */
export interface Unseen {
  readonly what: string;
  /** Why not, as a sentence. */
  readonly why: string;
  /** What tells it. */
  readonly command: string;
}

/** Why something could not be learnt, by its key. */
export type Whys = ReadonlyMap<string, string>;

/** Something that a rule looks at, known or not. */
export interface Wanted {
  /** By which a reason is found: the operation, and whose. */
  readonly key: string;
  readonly what: string;
  readonly command: string;
  readonly isKnown: boolean;
  /** Why not, where that is always the same. */
  readonly why?: string;
}

/** What the rules would look at for this pool, and does not stand in the facts. */
export function unseenIn(facts: Facts, whys: Whys, otherwise: string): Unseen[] {
  return [
    ...wantedOfPool(facts),
    ...attachedTo(facts.pool).flatMap((each) => wantedOfFunction(each, facts.functions.get(each.arn) ?? {})),
    ...settingsInStores(facts),
    ...wantedOfDelivery(facts),
  ].flatMap(({ key, what, command, isKnown, why = otherwise }) =>
    isKnown ? [] : [{ what, why: whys.get(key) ?? why, command }],
  );
}
