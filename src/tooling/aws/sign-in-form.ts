import type { SignInForm } from "../../directory/directory.ts";

/** The fields of a user pool that decide by which names people sign in. */
export interface SignInAttributes {
  readonly UsernameAttributes?: readonly string[] | undefined;
  readonly AliasAttributes?: readonly string[] | undefined;
}

/** Returns the value that SIGN_IN needs for a pool. A pool has at most one of the two lists. */
export function signInForm({ UsernameAttributes = [], AliasAttributes = [] }: SignInAttributes): SignInForm {
  const byEmail = UsernameAttributes.includes("email");
  const byPhone = UsernameAttributes.includes("phone_number");
  if (byEmail) return byPhone ? "email-or-phone" : "email";
  if (byPhone) return "phone";
  return AliasAttributes.length > 0 ? "alias" : "username";
}
