import { event } from "../trigger/sample.ts";

const empty = {
  userAttributes: null,
  finalUserStatus: null,
  messageAction: null,
  desiredDeliveryMediums: null,
  forceAliasCreation: null,
};

/** UserMigration_ForgotPassword with this typed name. */
export function recovery(userName = "anna@example.com") {
  return { ...event("UserMigration_ForgotPassword", { password: null }, empty), userName } as const;
}

/** UserMigration_Authentication with this typed name. */
export function signIn(userName = "anna@example.com", password = "Correct-Horse-9") {
  return { ...event("UserMigration_Authentication", { password }, empty), userName } as const;
}

/** PostConfirmation_ConfirmForgotPassword of a person with these attributes. */
export function confirmed(
  userAttributes: Record<string, string>,
  userName = "00000000-0000-4000-8000-000000000000",
) {
  return {
    ...event("PostConfirmation_ConfirmForgotPassword", { userAttributes }),
    userName,
    response: {},
  } as const;
}
