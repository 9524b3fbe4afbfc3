import type { Directory, LegacyUser, Outcome } from "../../src/directory/directory.ts";

/** Anna, as the legacy store knows her. */
export const anna = {
  id: "1",
  attributes: { email: "anna@example.com", given_name: "Anna", locale: "de" },
  emailVerified: true,
  phoneVerified: false,
} as const satisfies LegacyUser;

/** A directory with the same outcome for everybody. */
export function answering(outcome: Outcome | { is: "mismatch" }) {
  return { find: async () => outcome as Outcome, authenticate: async () => outcome } satisfies Directory;
}

/** A directory that never answers. */
export const silent: Directory = {
  find: () => new Promise(() => {}),
  authenticate: () => new Promise(() => {}),
};

/** The signal of a call that ends after so many milliseconds. */
export const endingIn = (ms: number) => ({ signal: AbortSignal.timeout(ms) });
