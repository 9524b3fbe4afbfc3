import type { CustomMessageEvent, CustomMessageSource } from "../../trigger/custom-message-event.ts";
import type { Samples } from "../templates/samples.ts";

/** Cognito's placeholders, as in every event that has been seen. */
export const CODE = "{####}";
export const USERNAME = "{username}";

/** Returns a custom message event for a sample. */
export function sampleEvent(
  source: CustomMessageSource,
  { clientId, userAttributes = {}, clientMetadata = {} }: Samples[string],
): CustomMessageEvent {
  return {
    version: "1",
    triggerSource: source,
    region: "eu-central-1",
    userPoolId: "eu-central-1_example",
    userName: "sample",
    callerContext: { awsSdkVersion: "sample", clientId: clientId ?? null },
    request: {
      userAttributes,
      clientMetadata,
      codeParameter: CODE,
      usernameParameter: source === "CustomMessage_AdminCreateUser" ? USERNAME : null,
    },
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  } as CustomMessageEvent;
}

/** Returns a code as long as Cognito's; for an invitation, a password. */
export function sampleCode(source: CustomMessageSource): string {
  return source === "CustomMessage_AdminCreateUser" ? "Aa1!bcde" : "123456";
}
