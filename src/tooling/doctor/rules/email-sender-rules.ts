import { functionAs } from "../attached.ts";
import type { Facts } from "../facts.ts";
import { isSentByCognito } from "../recovery-contacts.ts";
import type { Rule } from "../rule.ts";

/** The pool and custom message agree on who sends emails: Cognito accepts a trigger's email only with SES. */
export const emailSenderRules: readonly Rule[] = [
  {
    name: "email-rejected-by-pool",
    severity: "error",
    when: "`EmailSendingAccount` is not `DEVELOPER`, and `EMAIL_SENDING_ACCOUNT` of the custom message function is (its default).",
    consequence:
      "Cognito rejects subject and email from the trigger: ForgotPassword fails with InvalidLambdaResponseException, and no code is sent.",
    suggestion:
      "Set EMAIL_SENDING_ACCOUNT=COGNITO_DEFAULT on the function (only the SMS is then from your templates), or let the pool send through SES (EmailSendingAccount: DEVELOPER).",
    check: (facts) =>
      forSender(facts, (pool, setting) =>
        pool !== "DEVELOPER" && setting === "DEVELOPER"
          ? `Cognito sends the pool's emails (EmailSendingAccount: ${pool}), but custom-message writes emails (EMAIL_SENDING_ACCOUNT: DEVELOPER).`
          : undefined,
      ),
  },
  {
    name: "email-may-be-rejected",
    severity: "warning",
    when: "`EmailSendingAccount` is not `DEVELOPER`, and the custom message function's `EMAIL_SENDING_ACCOUNT` is not known; or it is `DEVELOPER` and a `CustomEmailSender` sends. AWS does not document whether Cognito then asks for a custom message.",
    consequence:
      "Unless EMAIL_SENDING_ACCOUNT is COGNITO_DEFAULT, Cognito rejects subject and email from the trigger: ForgotPassword fails with InvalidLambdaResponseException, and no code is sent.",
    suggestion:
      "Make sure that the function has EMAIL_SENDING_ACCOUNT=COGNITO_DEFAULT (only the SMS is then from your templates), or let the pool send through SES (EmailSendingAccount: DEVELOPER).",
    check: (facts) => {
      const pool = sendingAccount(facts);
      const setting = settingIn(facts);
      const isSent = isSentByCognito("email", facts.pool);
      if (pool === "DEVELOPER" || !(setting === "unknown" || (setting === "DEVELOPER" && !isSent))) return [];
      const sender = isSent ? "Cognito sends the pool's emails" : "A CustomEmailSender sends the emails";
      return [
        {
          message: `${sender} (EmailSendingAccount: ${pool}) and may reject those of custom-message, unless it has EMAIL_SENDING_ACCOUNT=COGNITO_DEFAULT${setting === "unknown" ? ", which is not known" : ""}.`,
          subject: "custom-message",
        },
      ];
    },
  },
  {
    name: "email-not-ours",
    severity: "warning",
    when: "`EmailSendingAccount` is `DEVELOPER`, and the custom message function's `EMAIL_SENDING_ACCOUNT` is not.",
    consequence: "Emails have the pool's own text, in one language. Only the SMS is from your templates.",
    suggestion: "Set EMAIL_SENDING_ACCOUNT=DEVELOPER on the function, or remove the variable.",
    check: (facts) =>
      forSender(facts, (pool, setting) =>
        pool === "DEVELOPER" && setting !== "DEVELOPER"
          ? `The pool accepts emails from the trigger (EmailSendingAccount: DEVELOPER), but custom-message writes none (EMAIL_SENDING_ACCOUNT: ${setting}).`
          : undefined,
      ),
  },
  {
    name: "email-by-cognito",
    severity: "note",
    when: "Both are `COGNITO_DEFAULT`.",
    consequence: "Emails have the pool's own text, in one language. Only the SMS is from your templates.",
    suggestion:
      "To send emails from your templates, let the pool send through SES (EmailSendingAccount: DEVELOPER).",
    check: (facts) =>
      forSender(facts, (pool, setting) =>
        pool !== "DEVELOPER" && setting === "COGNITO_DEFAULT"
          ? "Cognito sends the pool's emails, and custom-message writes none."
          : undefined,
      ),
  },
];

type Setting = "DEVELOPER" | "COGNITO_DEFAULT" | "invalid";

/** Returns the violation where Cognito sends, and custom message is attached with a known setting. */
function forSender(facts: Facts, found: (pool: string, setting: Setting) => string | undefined) {
  const setting = settingIn(facts);
  if (setting === undefined || !isSentByCognito("email", facts.pool)) return [];
  if (setting === "unknown") return undefined;
  const message = found(sendingAccount(facts), setting);
  return message === undefined ? [] : [{ message, subject: "custom-message" }];
}

/** Returns EMAIL_SENDING_ACCOUNT of custom message's function; `undefined` where there is none. */
function settingIn(facts: Facts): Setting | "unknown" | undefined {
  const attached = functionAs("custom-message", facts);
  if (!attached || attached.configuration === "missing") return undefined;
  const { emailSendingAccount = "stored" } = attached.configuration ?? {};
  return emailSendingAccount === "stored" ? "unknown" : emailSendingAccount;
}

function sendingAccount({ pool }: Facts): string {
  return pool.EmailConfiguration?.EmailSendingAccount ?? "COGNITO_DEFAULT";
}
