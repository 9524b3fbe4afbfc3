import type { LegacyUser, SignInForm } from "../directory/directory.ts";
import { isName } from "./attribute-rejection.ts";
import { isEqualButForCase } from "./is-equal-but-for-case.ts";

/** Whether a name looks like an email address or a phone number, which a pool with aliases rejects as a user name. */
export function isLikeAnAlias(name: string): boolean {
  return /@|^\+\d+$/.test(name);
}

/** The length of the longest user name (API reference, AdminCreateUser), in characters. */
const LONGEST_NAME = 128;

/** Whether a pool with aliases accepts a user name, or a preferred user name, which is an alias itself. */
export function isNameInAliasPool(name: string): boolean {
  return isName(name) && name.length <= LONGEST_NAME && !isLikeAnAlias(name);
}

/**
 * Returns the user name that a migration has to supply if people may type an alias: it is required then, and must not
 * look like one. `{}` if the pool uses the typed name; `undefined` if the row has no user name and this form of
 * sign-in requires one.
 */
export function poolUserName(
  typed: string,
  { username }: LegacyUser,
  signIn: SignInForm,
): { readonly username?: string } | undefined {
  if (signIn !== "username" && signIn !== "alias") return {};
  if (!username) return undefined;
  if (signIn === "username") return {};
  if (!isNameInAliasPool(username)) return undefined;
  // Where it was typed in another case, Cognito requires its own event's user name exactly.
  return { username: isEqualButForCase(typed, username) ? typed : username };
}
