import type { LegacyUser, SignInForm } from "../directory/directory.ts";
import { asciiLower } from "./ascii-lower.ts";

/** Whether Cognito would take a name for an email address or a phone number, which it rejects beside aliases. */
export function isLikeAnAlias(name: string): boolean {
  return /@|^\+\d+$/.test(name);
}

/** The user names that a pool takes (API reference, AdminCreateUser): 128 characters, and no space. */
const USER_NAME = /^[^\s\0-\x1f\x7f]{1,128}$/;

/**
 * The user name that a migration has to supply: only where people may type an alias, and then it must be
 * there and look like none. `{}` where the pool takes what was typed; `undefined` where the row lacks the
 * user name that this form of sign-in needs.
 */
export function poolUserName(
  typed: string,
  { username }: LegacyUser,
  signIn: SignInForm,
): { readonly username?: string } | undefined {
  if (signIn !== "username" && signIn !== "alias") return {};
  if (!username) return undefined;
  if (signIn === "username") return {};
  if (isLikeAnAlias(username) || !USER_NAME.test(username)) return undefined;
  // Typed as it is, or in another case: then Cognito wants its own event's user name back exactly.
  return { username: asciiLower(typed) === asciiLower(username) ? typed : username };
}
