import type { LegacyUser, SignInForm } from "../directory/directory.ts";
import { isName } from "./attribute-rejection.ts";
import { isEqualButForCase } from "./is-equal-but-for-case.ts";

/** Whether a name looks like an email address or a phone number, which Cognito rejects as a user name beside aliases. */
export function isLikeAnAlias(name: string): boolean {
  return /@|^\+\d+$/.test(name);
}

/** The length of the longest user name (API reference, AdminCreateUser), in characters. */
const LONGEST_NAME = 128;

/** Whether a pool with aliases accepts a user name, or a preferred user name, which is an alias itself. */
export function isNameBesideAliases(name: string): boolean {
  return isName(name) && name.length <= LONGEST_NAME && !isLikeAnAlias(name);
}

/**
 * Returns the user name that a migration has to supply, which is where people may type an alias: it is required
 * then, and must not look like one. `{}` where the pool uses what was typed; `undefined` where the row lacks the
 * user name that this form of sign-in requires.
 */
export function poolUserName(
  typed: string,
  { username }: LegacyUser,
  signIn: SignInForm,
): { readonly username?: string } | undefined {
  if (signIn !== "username" && signIn !== "alias") return {};
  if (!username) return undefined;
  if (signIn === "username") return {};
  if (!isNameBesideAliases(username)) return undefined;
  // Where it was typed in another case, Cognito requires its own event's user name exactly.
  return { username: isEqualButForCase(typed, username) ? typed : username };
}
