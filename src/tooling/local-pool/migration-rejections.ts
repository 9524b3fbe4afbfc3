import { attributeRejection } from "../../migration/attribute-rejection.ts";
import { isAcceptedWithAliases } from "../../migration/pool-user-name.ts";
import { isObject, type Json } from "../json/json.ts";
import type { RawEvent } from "./raw-event.ts";

/** Returns why Cognito would reject a migration, and what in it would harm the user. */
export function migrationRejections(event: RawEvent, response: Json): readonly string[] {
  const { userAttributes, messageAction, desiredDeliveryMediums, forceAliasCreation } = response;
  if (!isObject(userAttributes)) return ["a changed response requires userAttributes"];
  const mediums: unknown = desiredDeliveryMediums ?? [];
  return [
    ...Object.entries(userAttributes).flatMap(([name, value]) => {
      const rejection = attributeRejection(name, value);
      return rejection === undefined ? [] : [`${name} ${rejection}`];
    }),
    ...contactRejections(event, userAttributes),
    ...usernameRejections(event, userAttributes),
    ...statusRejections(event, response),
    ...(messageAction === "SUPPRESS"
      ? []
      : ['without messageAction "SUPPRESS" a welcome message goes out too']),
    ...(Array.isArray(mediums) && mediums.every((each) => each === "SMS" || each === "EMAIL")
      ? []
      : ["desiredDeliveryMediums contains something other than SMS and EMAIL"]),
    ...(forceAliasCreation ? ["forceAliasCreation takes the alias away from its current owner"] : []),
  ];
}

function contactRejections({ triggerSource }: RawEvent, attributes: Json): string[] {
  const contacts = ["email", "phone_number"] as const;
  const verified = contacts.filter((name) => attributes[`${name}_verified`] === "true");
  const missing = verified.filter((name) => !attributes[name]);
  if (missing.length > 0) return missing.map((name) => `${name}_verified without ${name}`);
  return verified.length === 0 && triggerSource === "UserMigration_ForgotPassword"
    ? ["a recovery requires a verified contact"]
    : [];
}

/** Rejects a supplied user name that a pool with aliases does not accept, such as an email. */
function usernameRejections({ userName }: RawEvent, { username }: Json): string[] {
  if (username === undefined || username === userName) return [];
  return typeof username === "string" && isAcceptedWithAliases(username)
    ? []
    : ["username is neither the typed name nor a user name"];
}

function statusRejections({ triggerSource }: RawEvent, { finalUserStatus }: Json): string[] {
  if (finalUserStatus === null || finalUserStatus === undefined) return [];
  if (triggerSource === "UserMigration_ForgotPassword") return ["a recovery must leave finalUserStatus out"];
  return finalUserStatus === "CONFIRMED" ? [] : ["finalUserStatus is not CONFIRMED"];
}
