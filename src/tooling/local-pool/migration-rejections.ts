import { attributeRejection } from "../../migration/attribute-rejection.ts";
import { isNameBesideAliases } from "../../migration/pool-user-name.ts";
import { isObject, type Json } from "../json/json.ts";
import type { RawEvent } from "./raw-event.ts";

/** What Cognito would refuse of a migration, and what would harm its subject. */
export function migrationRefusals(event: RawEvent, response: Json): readonly string[] {
  const { userAttributes, messageAction, desiredDeliveryMediums, forceAliasCreation } = response;
  if (!isObject(userAttributes)) return ["a changed response needs userAttributes"];
  const mediums: unknown = desiredDeliveryMediums ?? [];
  return [
    ...Object.entries(userAttributes).flatMap(([name, value]) => {
      const rejection = attributeRejection(name, value);
      return rejection === undefined ? [] : [`${name} ${rejection}`];
    }),
    ...contactRefusals(event, userAttributes),
    ...usernameRefusals(event, userAttributes),
    ...statusRefusals(event, response),
    ...(messageAction === "SUPPRESS"
      ? []
      : ['without messageAction "SUPPRESS" a welcome message goes out too']),
    ...(Array.isArray(mediums) && mediums.every((each) => each === "SMS" || each === "EMAIL")
      ? []
      : ["desiredDeliveryMediums holds more than SMS and EMAIL"]),
    ...(forceAliasCreation ? ["forceAliasCreation takes the alias away from its present owner"] : []),
  ];
}

function contactRefusals({ triggerSource }: RawEvent, attributes: Json): string[] {
  const contacts = ["email", "phone_number"] as const;
  const verified = contacts.filter((name) => attributes[`${name}_verified`] === "true");
  const lacking = verified.filter((name) => !attributes[name]);
  if (lacking.length > 0) return lacking.map((name) => `${name}_verified without ${name}`);
  return verified.length === 0 && triggerSource === "UserMigration_ForgotPassword"
    ? ["a recovery needs a verified contact"]
    : [];
}

/** With an alias typed, the function gives a user name of its own; an email would not be taken. */
function usernameRefusals({ userName }: RawEvent, { username }: Json): string[] {
  if (username === undefined || username === userName) return [];
  return typeof username === "string" && isNameBesideAliases(username)
    ? []
    : ["username is neither what was typed nor a user name"];
}

function statusRefusals({ triggerSource }: RawEvent, { finalUserStatus }: Json): string[] {
  if (finalUserStatus === null || finalUserStatus === undefined) return [];
  if (triggerSource === "UserMigration_ForgotPassword") return ["a recovery leaves finalUserStatus out"];
  return finalUserStatus === "CONFIRMED" ? [] : ["finalUserStatus is not CONFIRMED"];
}
