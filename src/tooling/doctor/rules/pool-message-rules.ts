import { isAttached } from "../attached.ts";
import type { Pool } from "../facts.ts";
import type { Rule } from "../rule.ts";

/** What else of the pool has a say in the messages that custom message writes. */
export const poolMessageRules: readonly Rule[] = [
  {
    name: "message-may-be-overridden",
    severity: "note",
    when: "The pool has message texts of its own beside a custom message trigger.",
    consequence:
      "People may get the pool's text in place of ours: one translation of AWS's documentation says that templates set in the console may override a trigger's; the English pages do not.",
    mending: "Start a recovery for yourself and look at what arrives; if it is not ours, empty those texts.",
    check: ({ pool }) => {
      const texts = ownTexts(pool);
      return isAttached("custom-message", pool) && texts.length > 0
        ? [{ what: `The pool has texts of its own: ${texts.join(", ")}.`, subject: "custom-message" }]
        : [];
    },
  },
  {
    name: "sender-beside-message",
    severity: "warning",
    when: "`CustomEmailSender` or `CustomSMSSender` stands beside a custom message trigger.",
    consequence:
      "The sender's function sends, by what it was written to send: what then becomes of our message is not documented.",
    mending: "Look at what the sender's function sends, and whether it calls for a custom message at all.",
    check: ({ pool }) => {
      const { CustomEmailSender, CustomSMSSender } = pool.LambdaConfig ?? {};
      const senders = [
        ...(CustomEmailSender ? ["CustomEmailSender"] : []),
        ...(CustomSMSSender ? ["CustomSMSSender"] : []),
      ];
      return isAttached("custom-message", pool) && senders.length > 0
        ? [
            {
              what: `The pool sends by functions of its own: ${senders.join(", ")}.`,
              subject: "custom-message",
            },
          ]
        : [];
    },
  },
];

/** The settings that hold a text; which option a pool takes is none. */
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
