import { type CustomMessageEvent, choice, customMessage, triggerHandler } from "cognito-recovery";
import templates from "../generated/templates.js";
import { clientMetadata } from "./client-metadata.ts";

/** Writes the code messages. `EMAIL_SENDING_ACCOUNT`: the pool's setting, DEVELOPER (default) or COGNITO_DEFAULT. */
export const handler = triggerHandler<CustomMessageEvent>(
  (event, call) => {
    const emailSendingAccount = choice("EMAIL_SENDING_ACCOUNT", ["DEVELOPER", "COGNITO_DEFAULT"]);
    return customMessage({ templates, emailSendingAccount })(event, call);
  },
  { metadata: clientMetadata },
);
