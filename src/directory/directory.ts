import type { Attributes } from "../trigger/pool-event.ts";
import type { Call } from "../trigger/responder.ts";

/**
 * A legacy store that people are migrated from. One object serves all four triggers. A store without passwords, or
 * without a column that marks people as migrated, leaves the optional methods out.
 */
export interface Directory {
  /** Finds the person with this user name, which is whatever people type to sign in. */
  find(userName: string, call: Call): Promise<Outcome>;
  /** Finds the person with this user name and password. Without this method, every sign-in is `unsupported`. */
  authenticate?(userName: string, password: string, call: Call): Promise<Outcome | { is: "mismatch" }>;
  /**
   * Marks the person with this {@link LegacyUser.id} as migrated, and returns whether a row changed. It may be called
   * again for the same person. Rejects when the store fails.
   */
  markMigrated?(id: string, call: Call): Promise<boolean>;
}

export type Outcome =
  | { is: "found"; user: LegacyUser }
  | { is: "unknown" }
  /** Several rows, or one whose name is not exactly the typed one. */
  | { is: "ambiguous" }
  | { is: "barred"; why: "disabled" | "locked" | "deleted" | "held" }
  /** A password hash of an unknown format, or one that costs more time than a trigger has. */
  | { is: "unsupported"; why: "format" | "cost" }
  | { is: "unavailable"; cause: unknown };

export interface LegacyUser {
  /** The stable key by which post confirmation marks the row. */
  readonly id: string;
  readonly username?: string;
  /** Cognito's attribute names, without `sub` and the verified flags. */
  readonly attributes: Attributes;
  readonly emailVerified: boolean;
  readonly phoneVerified: boolean;
}

/**
 * The pool's form of sign-in, which its events do not contain: by an email address, a phone number or either of the
 * two as the user name; by a user name only; or by a user name and its aliases (preferred user name, email address,
 * phone number).
 */
export type SignInForm = "email" | "phone" | "email-or-phone" | "username" | "alias";
