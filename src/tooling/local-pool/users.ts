import { createHash } from "node:crypto";
import type { Attributes } from "../../trigger/pool-event.ts";
import type { PoolSettings } from "./pool-settings.ts";

export type UserStatus = "UNCONFIRMED" | "CONFIRMED" | "RESET_REQUIRED" | "FORCE_CHANGE_PASSWORD";

export interface PoolUser {
  /** The name in events: the chosen one, or the `sub` where people sign in with a contact. */
  readonly userName: string;
  readonly attributes: Attributes & { readonly sub: string };
  readonly status: UserStatus;
  readonly enabled: boolean;
  readonly password?: string;
  /** The last code sent, and when, in ms since 1970. */
  readonly code?: { readonly value: string; readonly at: number };
}

export interface NewUser {
  readonly username: string;
  readonly attributes: Attributes;
  readonly status: UserStatus;
  readonly password?: string;
  readonly enabled?: boolean;
}

/** The users of one pool, in memory. */
export interface Users {
  /** Finds a user by user name, by `sub`, or by an attribute that people sign in with. */
  find(username: string): PoolUser | undefined;
  add(user: NewUser): PoolUser;
  replace(user: PoolUser): void;
  all(): readonly PoolUser[];
}

/** The attributes that people can sign in with, for each form of sign-in. */
export const aliases = {
  email: ["email"],
  phone: ["phone_number"],
  "email-or-phone": ["email", "phone_number"],
  username: [],
  alias: ["preferred_username", "email", "phone_number"],
} as const satisfies Record<PoolSettings["signIn"], readonly string[]>;

export function usersOf(settings: PoolSettings): Users {
  const users = new Map<string, PoolUser>();
  const signInWith: readonly string[] = aliases[settings.signIn];
  const isNamed = (username: string) => (user: PoolUser) =>
    [user.userName, user.attributes.sub].includes(username) ||
    signInWith.some((name) => user.attributes[name] === username && isAlias(user, name));
  /** Whether people sign in with the attribute: in an alias pool, only with a verified contact. */
  const isAlias = (user: PoolUser, name: string) =>
    settings.signIn !== "alias" || name === "preferred_username" || isVerified(user, name);

  return {
    find: (username) => [...users.values()].find(isNamed(username)),
    add({ username, attributes, status, password, enabled = true }) {
      const sub = subOf(username);
      const byContact = settings.signIn !== "username" && settings.signIn !== "alias";
      const { username: _, ...rest } = attributes;
      const user: PoolUser = {
        userName: byContact ? sub : username,
        attributes: { sub, ...rest },
        status,
        enabled,
        ...(password !== undefined && { password }),
      };
      users.set(sub, user);
      return user;
    },
    replace: (user) => void users.set(user.attributes.sub, user),
    all: () => [...users.values()],
  };
}

export function isVerified({ attributes }: PoolUser, contact: string): boolean {
  return Boolean(attributes[contact]) && attributes[`${contact}_verified`] === "true";
}

/** Returns a UUID derived from the name: the same in every run, so that reports can be compared. */
export function subOf(username: string): string {
  const hex = createHash("sha256").update(username).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
