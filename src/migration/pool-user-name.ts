import type { LegacyUser, SignInForm } from "../directory/directory.ts";
import { asciiLower } from "./ascii-lower.ts";

/** Whether Cognito would take it for an email address or a phone number: no user name beside aliases. */
export function isLikeAnAlias(name: string): boolean {
  return /@|^\+\d+$/.test(name);
}

/** The longest user name of a pool, in characters. */
const LONGEST = 128;

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
  if (signIn === "email" || signIn === "phone") return {};
  if (!username) return undefined;
  if (signIn === "username") return {};
  if (isLikeAnAlias(username) || username.length > LONGEST) return undefined;
  // Typed as it is, or in another case: then Cognito wants its own event's user name back exactly.
  return { username: asciiLower(typed) === asciiLower(username) ? typed : username };
}
