/** One format of password hashes. A new one is a file beside this and a row in {@link verifiers}. */
export interface Verifier {
  readonly recognizes: (hash: string) => boolean;
  /** What the hash says a verification costs, in the format's own unit. */
  readonly cost: (hash: string) => number;
  /** The highest cost that a trigger has the time for. */
  readonly costBound: number;
  /** Loads the code, as a chunk of its own: a recovery never verifies a password. */
  readonly load: () => Promise<{ matches(password: string, hash: string): Promise<boolean> }>;
}

const BCRYPT = /^\$2[aby]\$([0-3]\d)\$[./A-Za-z0-9]{53}$/;

export const verifiers: readonly Verifier[] = [
  {
    // Not $2x$: it marks hashes of a library that read bytes above 127 wrongly, which none here repeats.
    recognizes: (hash) => bcryptCost(hash) >= 4 && bcryptCost(hash) <= 31,
    cost: bcryptCost,
    // Cost 12 takes 200 ms on a full core, four times that at Lambda's 442 MB, and each step doubles it:
    // 13 is 1.6 s and leaves the look-up its part of the 3.5 s, 14 would take 3.2 s and does not.
    costBound: 13,
    load: () => import("./bcrypt.ts"),
  },
];

function bcryptCost(hash: string): number {
  return Number(BCRYPT.exec(hash)?.[1] ?? Number.NaN);
}
