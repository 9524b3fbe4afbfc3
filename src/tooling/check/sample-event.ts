import type { CustomMessageEvent, CustomMessageSource } from "../../trigger/custom-message-event.ts";
import type { Samples } from "../templates/samples.ts";

/** What Cognito calls its placeholders, in every event that has been seen. */
export const CODE = "{####}";
export const USERNAME = "{username}";

/** An event that asks for a message to somebody. */
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

/** A sample of the code, as long as Cognito's; of an invitation, a sample of the password. */
export function sampleCode(source: CustomMessageSource): string {
  return source === "CustomMessage_AdminCreateUser" ? "Aa1!bcde" : "123456";
}
