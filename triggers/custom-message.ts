import { customMessage, parameter, triggerHandler } from "cognito-recovery";
import templates from "../generated/templates.js";
import { clientMetadata } from "./client-metadata.js";

/** Writes the code messages. */
export const handler = triggerHandler(
  customMessage({ templates, emailSendingAccount: parameter("EMAIL_SENDING_ACCOUNT") }),
  { metadata: clientMetadata },
);
