import { placeholdersOf } from "../../message/placeholders.ts";
import { exceptions } from "./cognito-exception.ts";
import { fillPlaceholders } from "./fill-placeholders.ts";
import type { MessageParts } from "./message-rejections.ts";
import type { ClientMetadata, PoolContext } from "./pool-context.ts";
import { attributesOf, metadataAs, runTrigger } from "./run-trigger.ts";
import { isVerified, type PoolUser } from "./users.ts";

export interface CodeDeliveryDetails {
  readonly Destination: string;
  readonly DeliveryMedium: "EMAIL" | "SMS";
  readonly AttributeName: string;
}

export interface MessageRequest {
  readonly source: "CustomMessage_ForgotPassword" | "CustomMessage_SignUp";
  readonly clientMetadata?: ClientMetadata | undefined;
  readonly clientId?: string | undefined;
}

/** Cognito's own texts, for the parts that the trigger left `null`. */
const cognitoTexts = {
  emailSubject: "Your verification code",
  emailMessage: "Your verification code is {####}.",
  smsMessage: "Your verification code is {####}.",
};

/** Runs custom message, inserts the code, delivers the message, and stores the code with the user. */
export async function sendMessage(
  pool: PoolContext,
  user: PoolUser,
  { source, clientMetadata, clientId }: MessageRequest,
): Promise<CodeDeliveryDetails | undefined> {
  const contact = contactFor(pool, user, source);
  const request = {
    userAttributes: attributesOf(user),
    codeParameter: "{####}",
    linkParameter: "{##Click Here##}",
    usernameParameter: null,
    ...metadataAs("clientMetadata", clientMetadata),
  };
  const answer: MessageParts =
    (await runTrigger(pool, {
      triggerSource: source,
      userName: user.userName,
      request,
      response: { smsMessage: null, emailMessage: null, emailSubject: null },
      clientId,
    })) ?? {};
  if (pool.settings.emailSendingAccount !== "DEVELOPER" && (answer.emailMessage || answer.emailSubject)) {
    throw exceptions.badAnswer("emailMessage and emailSubject need EmailSendingAccount DEVELOPER");
  }
  const { emailMessage, emailSubject, smsMessage } = answer;
  if (!contact) return undefined;
  const code = pool.code();
  const to = user.attributes[contact] ?? "";
  const placeholders = placeholdersOf({ triggerSource: source, request });
  const sent = (text: string) => fillPlaceholders(text, placeholders, { code, username: user.userName });
  pool.deliver(
    contact === "email"
      ? {
          medium: "EMAIL",
          to,
          subject: emailSubject ?? cognitoTexts.emailSubject,
          text: sent(emailMessage ?? cognitoTexts.emailMessage),
        }
      : { medium: "SMS", to, text: sent(smsMessage ?? cognitoTexts.smsMessage) },
  );
  pool.users.replace({ ...user, code: { value: code, at: pool.now() } });
  return deliveryDetails(contact, to);
}

/** Returns the contact to write to: a recovery needs a verified one, other messages do not. */
function contactFor({ settings }: PoolContext, user: PoolUser, source: MessageRequest["source"]) {
  return settings.accountRecovery.find((name) =>
    source === "CustomMessage_ForgotPassword" ? isVerified(user, name) : Boolean(user.attributes[name]),
  );
}

/** Returns what the caller receives: the masked destination, also for a user who does not exist. */
export function deliveryDetails(contact: "email" | "phone_number", to: string): CodeDeliveryDetails {
  return contact === "email"
    ? {
        Destination: to.replace(/^(.).*@(.).*$/s, "$1***@$2***"),
        DeliveryMedium: "EMAIL",
        AttributeName: "email",
      }
    : { Destination: to.replace(/\d(?=\d{4})/g, "*"), DeliveryMedium: "SMS", AttributeName: "phone_number" };
}
