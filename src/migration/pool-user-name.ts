import type { LegacyUser, SignInForm } from "../directory/directory.ts";
import { isName } from "./attribute-rejection.ts";
import { isEqualButForCase } from "./is-equal-but-for-case.ts";

/** Whether a name looks like an email address or a phone number, which a pool with aliases rejects as a user name. */
export function looksLikeAlias(name: string): boolean {
  return /@|^\+\d+$/.test(name);
}

/** The maximum length of a user name (API reference, AdminCreateUser), in characters. */
const NAME_LENGTH = 128;

/** Whether a pool with aliases accepts a user name, or a preferred user name, which is an alias itself. */
export function isAcceptedWithAliases(name: string): boolean {
  return isName(name) && name.length <= NAME_LENGTH && !looksLikeAlias(name);
}

/**
 * Returns the user name that a migration must return to Cognito: only a pool with aliases requires it, and it must not
 * look like an alias. `{}` for other pools, which use the typed name; `undefined` if the row has no user name, or an
 * unusable one, and this form of sign-in requires it.
 */
export function poolUserName(
  typed: string,
  { username }: LegacyUser,
  signIn: SignInForm,
): { readonly username?: string } | undefined {
  if (signIn !== "username" && signIn !== "alias") return {};
  if (!username) return undefined;
  if (signIn === "username") return {};
  if (!isAcceptedWithAliases(username)) return undefined;
  // If the typed name differs only in case, Cognito requires it as it is in the event.
  return { username: isEqualButForCase(typed, username) ? typed : username };
}
