import { customMessage, parameter, triggerHandler } from "cognito-recovery";
import templates from "../generated/templates.js";
import { clientMetadata } from "./client-metadata.js";

/** Writes the messages with a code, and invitations. */
export const handler = triggerHandler(
  customMessage({ templates, emailSendingAccount: parameter("EMAIL_SENDING_ACCOUNT") }),
  { metadata: clientMetadata },
);
