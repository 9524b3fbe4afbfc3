import type { PreSignUpEvent, PreSignUpSource } from "../../src/trigger/pre-sign-up-event.ts";
import { event } from "../trigger/sample.ts";

/** Returns a pre sign-up event of a person with these attributes. */
export function signUp(
  userAttributes: Record<string, string> | null,
  more: { readonly source?: PreSignUpSource; readonly userName?: string } = {},
): PreSignUpEvent {
  const request = { userAttributes, validationData: null };
  const response = { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false };
  const { source = "PreSignUp_SignUp", userName = "00000000-0000-4000-8000-000000000000" } = more;
  return { ...event(source, request), userName, response };
}
