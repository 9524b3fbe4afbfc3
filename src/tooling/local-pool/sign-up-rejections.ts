import { isObject, type Json } from "../json/json.ts";
import type { RawEvent } from "./raw-event.ts";

/** Returns why Cognito would reject the answer of pre sign-up. */
export function signUpRejections({ request }: RawEvent, response: Json): readonly string[] {
  const attributes = isObject(request) && isObject(request.userAttributes) ? request.userAttributes : {};
  return [
    ...Object.entries(response).flatMap(([key, value]) =>
      value === null || typeof value === "boolean" ? [] : [`${key} is neither true nor false`],
    ),
    ...(response.autoVerifyEmail === true && !attributes.email ? ["autoVerifyEmail without an email"] : []),
    ...(response.autoVerifyPhone === true && !attributes.phone_number
      ? ["autoVerifyPhone without a phone_number"]
      : []),
  ];
}
