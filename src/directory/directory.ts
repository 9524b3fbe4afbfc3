import type { Attributes } from "../trigger/pool-event.ts";
import type { Call } from "../trigger/responder.ts";

/**
 * A legacy store that people are migrated from. One object serves all four triggers. A store without passwords,
 * or without a place to mark who has migrated, leaves the optional methods out.
 */
export interface Directory {
  /** Returns who has this user name: whatever people type to sign in. */
  find(userName: string, call: Call): Promise<Outcome>;
  /** Returns who has this user name and this password. Without it, a sign-in migrates nobody: `unsupported`. */
  authenticate?(userName: string, password: string, call: Call): Promise<Outcome | { is: "mismatch" }>;
  /**
   * Marks the person with this {@link LegacyUser.id} as migrated; returns whether a row changed. It is called
   * again for the same person. Rejects when the store cannot do it.
   */
  markMigrated?(id: string, call: Call): Promise<boolean>;
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
 * How people sign in to the pool, which its events do not say: by email or phone number as the user name, or
 * by either of the two; by a user name alone; or by a user name with aliases (preferred user name, email,
 * phone number).
 */
export type SignInForm = "email" | "phone" | "email-or-phone" | "username" | "alias";
