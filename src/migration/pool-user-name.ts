import type { LegacyUser, SignInForm } from "../directory/directory.ts";
import { isName } from "./attribute-rejection.ts";
import { isEqualButForCase } from "./is-equal-but-for-case.ts";

/** Whether Cognito would take a name for an email address or a phone number, which it rejects beside aliases. */
export function isLikeAnAlias(name: string): boolean {
  return /@|^\+\d+$/.test(name);
}

/** The longest user name (API reference, AdminCreateUser), in characters. */
const LONGEST_NAME = 128;

/** Whether a pool with aliases takes a user name, or a preferred one: that is an alias itself. */
export function isNameBesideAliases(name: string): boolean {
  return isName(name) && name.length <= LONGEST_NAME && !isLikeAnAlias(name);
}

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
  if (!isNameBesideAliases(username)) return undefined;
  // Typed as it is, or in another case: then Cognito wants its own event's user name back exactly.
  return { username: isEqualButForCase(typed, username) ? typed : username };
}
