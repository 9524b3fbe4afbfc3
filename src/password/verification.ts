import { verifiers } from "./verifier.ts";

export type Verification =
  | { is: "match" }
  | { is: "mismatch" }
  | { is: "unsupported"; why: "format" | "cost" };

/** The hash of a random password, at the default cost of most libraries. */
const DUMMY_HASH = "$2b$10$tuShFxTKvf1h8c2JBGLdP.4nQUm/u3P723AFVHvoyqwV7/9gD1GQq";

/**
 * Returns whether a password has this hash. A missing hash, an unknown format, and one that costs more time than a
 * trigger has, are `unsupported` and never computed.
 *
 * @throws when the code of a verifier cannot be loaded
 */
export async function verification(password: string, hash: string | undefined): Promise<Verification> {
  const verifier = hash === undefined ? undefined : verifiers.find(({ recognizes }) => recognizes(hash));
  if (hash === undefined || verifier === undefined) return { is: "unsupported", why: "format" };
  if (verifier.cost(hash) > verifier.maxCost) return { is: "unsupported", why: "cost" };
  const { matches } = await verifier.load();
  return { is: (await matches(password, hash)) ? "match" : "mismatch" };
}

/**
 * Takes the time of a verification at cost 10, so that in a store of such hashes the time of a sign-in does not show
 * whether the person exists. In a store of costlier hashes it does.
 */
export async function dummyVerification(password: string): Promise<void> {
  await verification(password, DUMMY_HASH);
}
