import { verifiers } from "./verifier.ts";

export type Verification =
  | { is: "match" }
  | { is: "mismatch" }
  | { is: "unsupported"; why: "format" | "cost" };

/** The hash of a password that nobody has, at the cost that most libraries choose by default. */
const NOBODYS = "$2b$10$tuShFxTKvf1h8c2JBGLdP.4nQUm/u3P723AFVHvoyqwV7/9gD1GQq";

/**
 * Whether a password has this hash. `unsupported` is an absent hash, one of a format that no verifier
 * recognizes, and one that costs more than a trigger has the time for; none of these is tried.
 *
 * @throws when the code of a verifier cannot be loaded
 */
export async function verification(password: string, hash: string | undefined): Promise<Verification> {
  const verifier = hash === undefined ? undefined : verifiers.find(({ recognizes }) => recognizes(hash));
  if (hash === undefined || verifier === undefined) return { is: "unsupported", why: "format" };
  if (verifier.cost(hash) > verifier.costBound) return { is: "unsupported", why: "cost" };
  const { matches } = await verifier.load();
  return { is: (await matches(password, hash)) ? "match" : "mismatch" };
}

/**
 * Takes the time of a verification at cost 10, so that in a store of such hashes a sign-in as nobody is not
 * told by its speed. In one of costlier hashes it is.
 */
export async function verificationOfNobody(password: string): Promise<void> {
  await verification(password, NOBODYS);
}
