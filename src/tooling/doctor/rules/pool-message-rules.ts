import { isAttached } from "../attached.ts";
import type { Pool } from "../facts.ts";
import type { Rule } from "../rule.ts";

/** Nothing else in the pool replaces the messages that custom message writes. */
export const poolMessageRules: readonly Rule[] = [
  {
    name: "message-may-be-overridden",
    severity: "note",
    when: "The pool has message texts of its own and a custom message trigger.",
    consequence:
      "People may get the pool's text instead of yours: one translation of AWS's documentation says that templates from the console may override a trigger's; the English pages do not.",
    suggestion:
      "Start a recovery for yourself and look at the message. If it is the pool's text, clear these fields.",
    check: ({ pool }) => {
      const texts = ownTexts(pool);
      return isAttached("custom-message", pool) && texts.length > 0
        ? [{ message: `The pool has texts of its own: ${texts.join(", ")}.`, subject: "custom-message" }]
        : [];
    },
  },
  {
    name: "custom-sender-with-message",
    severity: "warning",
    when: "The pool has a `CustomEmailSender` or a `CustomSMSSender`, and a custom message trigger.",
    consequence:
      "The custom sender decides what is sent. AWS does not document whether it receives the message of the trigger.",
    suggestion:
      "Look at what the custom sender sends, and whether the custom message trigger is invoked at all.",
    check: ({ pool }) => {
      const { CustomEmailSender, CustomSMSSender } = pool.LambdaConfig ?? {};
      const senders = [
        ...(CustomEmailSender ? ["CustomEmailSender"] : []),
        ...(CustomSMSSender ? ["CustomSMSSender"] : []),
      ];
      return isAttached("custom-message", pool) && senders.length > 0
        ? [
            {
              message: `The pool has custom senders: ${senders.join(", ")}.`,
              subject: "custom-message",
            },
          ]
        : [];
    },
  },
];

/** Returns the fields that contain a message text. */
function ownTexts(pool: Pool): string[] {
  const { VerificationMessageTemplate: verification, AdminCreateUserConfig } = pool;
  const invitation = AdminCreateUserConfig?.InviteMessageTemplate;
  const texts = {
    "VerificationMessageTemplate.EmailMessage": verification?.EmailMessage,
    "VerificationMessageTemplate.EmailSubject": verification?.EmailSubject,
    "VerificationMessageTemplate.SmsMessage": verification?.SmsMessage,
    EmailVerificationMessage: pool.EmailVerificationMessage,
    EmailVerificationSubject: pool.EmailVerificationSubject,
    SmsVerificationMessage: pool.SmsVerificationMessage,
    "InviteMessageTemplate.EmailMessage": invitation?.EmailMessage,
    "InviteMessageTemplate.SMSMessage": invitation?.SMSMessage,
  };
  return Object.entries(texts).flatMap(([name, text]) => (text ? [name] : []));
}
