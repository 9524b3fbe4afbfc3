import type { SignInForm } from "../../directory/directory.ts";

const isEmail = (name: string) => name.includes("@");
const isPhone = (name: string) => /^\+\d+$/.test(name);

/**
 * Returns why a pool rejects the name of a new user; `undefined` where it accepts the name. The texts are those
 * of real pools at SignUp and AdminCreateUser.
 */
export function userNameRejection(signIn: SignInForm, name: string): string | undefined {
  switch (signIn) {
    case "email":
      return isEmail(name) ? undefined : "Username should be an email.";
    case "phone":
      return isPhone(name) ? undefined : "Username should be a phone number.";
    case "email-or-phone":
      return isEmail(name) || isPhone(name)
        ? undefined
        : "Username should be either an email or a phone number.";
    case "username":
      return undefined;
    case "alias":
      if (isEmail(name)) {
        return "Username cannot be of email format, since user pool is configured for email alias.";
      }
      return isPhone(name)
        ? "Username cannot be of phone number format, since user pool is configured for phone number alias."
        : undefined;
  }
}
