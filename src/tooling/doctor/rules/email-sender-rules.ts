import { functionAs } from "../attached.ts";
import type { Facts } from "../facts.ts";
import { isSentByCognito } from "../recovery-contacts.ts";
import type { Rule } from "../rule.ts";

/** Whether pool and custom message agree on who sends the emails: Cognito takes a trigger's email only for SES. */
export const emailSenderRules: readonly Rule[] = [
  {
    name: "email-refused-by-pool",
    severity: "error",
    when: "`EmailSendingAccount` is not `DEVELOPER`, and the custom message function is not told so.",
    consequence:
      "Cognito refuses subject and email from a trigger: ForgotPassword fails with InvalidLambdaResponseException, and no code is sent.",
    mending:
      "Set EMAIL_SENDING_ACCOUNT=COGNITO_DEFAULT on the function (the SMS is then ours, the email Cognito's), or let the pool send through SES (EmailSendingAccount: DEVELOPER).",
    check: (facts) =>
      whenAttached(facts, (pool, told) =>
        pool !== "DEVELOPER" && told === "DEVELOPER"
          ? `The pool sends emails by itself (EmailSendingAccount: ${pool}), and custom-message writes them (EMAIL_SENDING_ACCOUNT: DEVELOPER).`
          : undefined,
      ),
  },
  {
    name: "email-may-be-refused",
    severity: "warning",
    when: "`EmailSendingAccount` is not `DEVELOPER`, and what the custom message function is told is not known; or it is not told, and a `CustomEmailSender` sends: whether Cognito then asks for a custom message is not documented.",
    consequence:
      "Unless it is told COGNITO_DEFAULT, Cognito refuses subject and email from it: ForgotPassword fails with InvalidLambdaResponseException, and no code is sent.",
    mending:
      "See that the function has EMAIL_SENDING_ACCOUNT=COGNITO_DEFAULT (the SMS is then ours, the email Cognito's), or let the pool send through SES (EmailSendingAccount: DEVELOPER).",
    check: (facts) => {
      const pool = senderOf(facts);
      const told = toldIn(facts);
      const isSent = isSentByCognito("email", facts.pool);
      if (pool === "DEVELOPER" || !(told === "unknown" || (told === "DEVELOPER" && !isSent))) return [];
      const sender = isSent ? "The pool sends emails by itself" : "A CustomEmailSender sends the emails";
      return [
        {
          what: `${sender} (EmailSendingAccount: ${pool}): Cognito may refuse those of custom-message, unless that has EMAIL_SENDING_ACCOUNT=COGNITO_DEFAULT${told === "unknown" ? ", which is not known" : ""}.`,
          subject: "custom-message",
        },
      ];
    },
  },
  {
    name: "email-not-ours",
    severity: "warning",
    when: "`EmailSendingAccount` is `DEVELOPER`, and the custom message function is told `COGNITO_DEFAULT`, or something that is neither.",
    consequence: "Emails are the pool's own text, in its one language. Only the SMS is ours.",
    mending: "Set EMAIL_SENDING_ACCOUNT=DEVELOPER on the function, or remove the variable.",
    check: (facts) =>
      whenAttached(facts, (pool, told) =>
        pool === "DEVELOPER" && told !== "DEVELOPER"
          ? `The pool takes our emails (EmailSendingAccount: DEVELOPER), and custom-message writes none (EMAIL_SENDING_ACCOUNT: ${told === "wrong" ? "neither value" : told}).`
          : undefined,
      ),
  },
  {
    name: "email-by-cognito",
    severity: "note",
    when: "Both say `COGNITO_DEFAULT`.",
    consequence: "Emails are the pool's own text, in its one language. Only the SMS is ours.",
    mending: "To send ours, let the pool send through SES (EmailSendingAccount: DEVELOPER).",
    check: (facts) =>
      whenAttached(facts, (pool, told) =>
        pool !== "DEVELOPER" && told === "COGNITO_DEFAULT"
          ? "The pool sends emails by itself, and custom-message knows it."
          : undefined,
      ),
  },
];

type Told = "DEVELOPER" | "COGNITO_DEFAULT" | "wrong";

/** The case, when Cognito sends, custom message is attached, and what its function is told can be known. */
function whenAttached(facts: Facts, what: (pool: string, told: Told) => string | undefined) {
  const told = toldIn(facts);
  if (told === undefined || !isSentByCognito("email", facts.pool)) return [];
  if (told === "unknown") return undefined;
  const said = what(senderOf(facts), told);
  return said === undefined ? [] : [{ what: said, subject: "custom-message" }];
}

/** What the function of custom message is told; `undefined` where there is none. What is in a store is not asked for. */
function toldIn(facts: Facts): Told | "unknown" | undefined {
  const attached = functionAs("custom-message", facts);
  if (!attached || attached.configuration === "missing") return undefined;
  const { emailSendingAccount = "in a store" } = attached.configuration ?? {};
  return emailSendingAccount === "in a store" ? "unknown" : emailSendingAccount;
}

/** Who sends the pool's emails; Cognito where it does not say. */
function senderOf({ pool }: Facts): string {
  return pool.EmailConfiguration?.EmailSendingAccount ?? "COGNITO_DEFAULT";
}
