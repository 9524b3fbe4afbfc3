import type { SignInForm } from "../../directory/directory.ts";

/** What of a user pool decides by which names people sign in. */
export interface SignInAttributes {
  readonly UsernameAttributes?: readonly string[] | undefined;
  readonly AliasAttributes?: readonly string[] | undefined;
}

/** The form of sign-in of a pool: what the setting SIGN_IN has to be. A pool has one of the lists at most. */
export function signInForm({ UsernameAttributes = [], AliasAttributes = [] }: SignInAttributes): SignInForm {
  const byEmail = UsernameAttributes.includes("email");
  const byPhone = UsernameAttributes.includes("phone_number");
  if (byEmail) return byPhone ? "email-or-phone" : "email";
  if (byPhone) return "phone";
  return AliasAttributes.length > 0 ? "alias" : "username";
}
