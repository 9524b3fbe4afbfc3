import type { Attributes } from "../trigger/pool-event.ts";
import type { Call } from "../trigger/responder.ts";

/** The people of a legacy store, as far as a trigger needs them that has nothing to do with passwords. */
export interface People {
  /** Who has this user name: whatever people type to sign in. */
  find(userName: string, call: Call): Promise<Outcome>;
}

/** The legacy store that people are migrated from. It verifies passwords; migration only decides. */
export interface Directory extends People {
  /** Who has this user name and this password. */
  authenticate(userName: string, password: string, call: Call): Promise<Outcome | { is: "mismatch" }>;
}

export type Outcome =
  | { is: "found"; user: LegacyUser }
  | { is: "unknown" }
  /** Several rows, or a row that is not exactly the one asked for. */
  | { is: "ambiguous" }
  | { is: "barred"; why: "disabled" | "locked" | "deleted" | "held" }
  /** A password hash of an unknown format, or one that costs more than a trigger may spend. */
  | { is: "unsupported"; why: "format" | "cost" }
  | { is: "unavailable"; cause: unknown };

export interface LegacyUser {
  /** Stable; how post confirmation finds the row again. */
  readonly id: string;
  readonly username?: string;
  /** Cognito's attribute names, without `sub` and the verified flags. */
  readonly attributes: Attributes;
  readonly emailVerified: boolean;
  readonly phoneVerified: boolean;
}

/**
 * How people sign in to the pool, which its events do not tell: by email or phone number as the user name,
 * by a user name alone, or by a user name with aliases (preferred user name, email, phone number).
 */
export type SignInForm = "email" | "phone" | "username" | "alias";
