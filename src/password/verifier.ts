/** A format of password hashes. A new one is a file in this folder and a row in {@link verifiers}. */
export interface Verifier {
  readonly recognizes: (hash: string) => boolean;
  /** Returns the cost of a verification, in the format's own unit. */
  readonly cost: (hash: string) => number;
  /** The highest cost that a trigger has time for. */
  readonly maxCost: number;
  /** Loads the code, a chunk of its own, since a recovery never verifies a password. */
  readonly load: () => Promise<{ matches(password: string, hash: string): Promise<boolean> }>;
}

const BCRYPT = /^\$2[aby]\$([0-3]\d)\$[./A-Za-z0-9]{53}$/;

export const verifiers: readonly Verifier[] = [
  {
    // Not $2x$, which marks the hashes of a library that misread bytes above 127.
    recognizes: (hash) => bcryptCost(hash) >= 4 && bcryptCost(hash) <= 31,
    cost: bcryptCost,
    // Cost 12 takes 200 ms on a full core and four times that at Lambda's 442 MB, and each step doubles it. 13 takes
    // 1.6 s, which leaves the look-up its part of the 3.5 s; 14 would take 3.2 s.
    maxCost: 13,
    load: () => import("./bcrypt.ts"),
  },
];

function bcryptCost(hash: string): number {
  return Number(BCRYPT.exec(hash)?.[1] ?? Number.NaN);
}
