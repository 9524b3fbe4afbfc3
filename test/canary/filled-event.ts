import { isObject, type Json } from "../../src/tooling/json/json.ts";
import { tokenOf } from "./canary.ts";

/** The standard attributes that are not in our events; OpenID Connect Core 1.0 §5.1. */
const attributes = [
  "address",
  "birthdate",
  "family_name",
  "gender",
  "given_name",
  "locale",
  "middle_name",
  "name",
  "nickname",
  "phone_number",
  "picture",
  "preferred_username",
  "profile",
  "website",
  "zoneinfo",
  "custom:loyalty_number",
  "identities",
] as const;

/**
 * Returns the event with a value for every key that Cognito may send, and for some that it may add. Every value
 * contains a token of its own, so that a leak shows its event and its place.
 *
 * @param file the event's name
 */
export function filledEvent(event: Json, file: string): Json {
  const request = isObject(event.request) ? event.request : {};
  const token = (place: string) => tokenOf(`${file} ${place}`);
  const standard = Object.fromEntries(attributes.map((name) => [name, `${name} ${token(name)}`]));
  const more = moreMetadata(file);
  return {
    ...event,
    request: {
      ...request,
      userAttributes: {
        ...standard,
        [`custom:${token("attribute")}`]: token("custom"),
        ...withoutAbsent(request.userAttributes),
      },
      // An invalid language tag, unless the event has one.
      clientMetadata: {
        locale: `not a tag, ${token("wish")}`,
        ...withoutAbsent(request.clientMetadata),
        ...more,
      },
      validationData: {
        brand: `no brand, ${token("brand")}`,
        ...withoutAbsent(request.validationData),
        ...more,
      },
      ...("password" in request && { password: request.password || token("password") }),
      tomorrows: [{ text: token("tomorrow") }],
    },
  };
}

/** Returns metadata that no schema of ours has, one with the token in its key. */
export function moreMetadata(place: string): Record<string, string> {
  return {
    note: `a note, ${tokenOf(`${place} note`)}`,
    [`no key: ${tokenOf(`${place} key`)}`]: tokenOf(`${place} of the key`),
  };
}

function withoutAbsent(value: unknown): Json {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null && each !== ""));
}
