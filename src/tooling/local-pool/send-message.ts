import { placeholdersOf } from "../../message/placeholders.ts";
import { exceptions } from "./cognito-exception.ts";
import { filled } from "./fill-placeholders.ts";
import type { MessageParts } from "./message-rejections.ts";
import { isVerified, type PoolUser } from "./users.ts";
import { asked, attributesOf, type ClientMetadata, sentAs, type World } from "./world.ts";

export interface CodeDeliveryDetails {
  readonly Destination: string;
  readonly DeliveryMedium: "EMAIL" | "SMS";
  readonly AttributeName: string;
}

export interface MessageWanted {
  readonly source: "CustomMessage_ForgotPassword" | "CustomMessage_SignUp" | "CustomMessage_AdminCreateUser";
  readonly clientMetadata?: ClientMetadata | undefined;
  readonly clientId?: string | undefined;
}

/** What Cognito itself writes where the trigger left a part `null`. */
const own = {
  emailSubject: "Your verification code",
  emailMessage: "Your verification code is {####}.",
  smsMessage: "Your verification code is {####}.",
};

/** Lets custom message write, puts the code in, delivers, and remembers the code. */
export async function sendMessage(
  world: World,
  user: PoolUser,
  { source, clientMetadata, clientId }: MessageWanted,
): Promise<CodeDeliveryDetails | undefined> {
  const contact = contactFor(world, user, source);
  const request = {
    userAttributes: attributesOf(user),
    codeParameter: "{####}",
    linkParameter: "{##Click Here##}",
    usernameParameter: source === "CustomMessage_AdminCreateUser" ? "{username}" : null,
    ...sentAs("clientMetadata", clientMetadata),
  };
  const answer: MessageParts =
    (await asked(world, {
      triggerSource: source,
      userName: user.userName,
      request,
      response: { smsMessage: null, emailMessage: null, emailSubject: null },
      clientId,
    })) ?? {};
  if (world.settings.emailSendingAccount !== "DEVELOPER" && (answer.emailMessage || answer.emailSubject)) {
    throw exceptions.badAnswer("emailMessage and emailSubject need EmailSendingAccount DEVELOPER");
  }
  const { emailMessage, emailSubject, smsMessage } = answer;
  if (!contact) return undefined;
  const code = world.code();
  const to = user.attributes[contact] ?? "";
  const placeholders = placeholdersOf({ triggerSource: source, request });
  const sent = (text: string) => filled(text, placeholders, { code, username: user.userName });
  world.deliver(
    contact === "email"
      ? {
          medium: "EMAIL",
          to,
          subject: emailSubject ?? own.emailSubject,
          text: sent(emailMessage ?? own.emailMessage),
        }
      : { medium: "SMS", to, text: sent(smsMessage ?? own.smsMessage) },
  );
  world.users.replace({ ...user, code: { value: code, at: world.now() } });
  return deliveryDetails(contact, to);
}

/** A recovery goes to a verified contact only; a first message is what verifies one. */
function contactFor({ settings }: World, user: PoolUser, source: MessageWanted["source"]) {
  return settings.accountRecovery.find((name) =>
    source === "CustomMessage_ForgotPassword" ? isVerified(user, name) : Boolean(user.attributes[name]),
  );
}

/** What the caller learns, for a user or (simulated) for none: the destination is masked. */
export function deliveryDetails(contact: "email" | "phone_number", to: string): CodeDeliveryDetails {
  return contact === "email"
    ? {
        Destination: to.replace(/^(.).*@(.).*$/s, "$1***@$2***"),
        DeliveryMedium: "EMAIL",
        AttributeName: "email",
      }
    : { Destination: to.replace(/\d(?=\d{4})/g, "*"), DeliveryMedium: "SMS", AttributeName: "phone_number" };
}
