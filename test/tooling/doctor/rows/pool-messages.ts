import { factsOf, policyOf } from "../sample.ts";
import { attached, pool, type Row, sender } from "./change.ts";

export const poolMessagesRows: readonly Row[] = [
  [
    "a text of the pool's own",
    pool({ VerificationMessageTemplate: { EmailMessage: "{####}" } }),
    "note message-may-be-overridden",
  ],
  [
    "an early text of the pool's own",
    pool({ EmailVerificationMessage: "{####}" }),
    "note message-may-be-overridden",
  ],
  [
    "an invitation of the pool's own",
    pool({ AdminCreateUserConfig: { InviteMessageTemplate: { SMSMessage: "{####}" } } }),
    "note message-may-be-overridden",
  ],
  [
    "a custom sender with a custom message",
    attached({ CustomEmailSender: sender }),
    "warning custom-sender-with-message",
  ],
  [
    "a custom sender without permission to invoke it",
    {
      ...attached({ CustomSMSSender: sender }),
      functions: new Map([...factsOf().functions, [sender.LambdaArn, { policy: "none" }]]),
    },
    "error invocation-denied",
    "warning custom-sender-with-message",
  ],
  [
    "a custom sender with a timeout and memory of its own",
    {
      ...attached({ CustomEmailSender: sender }),
      functions: new Map([
        ...factsOf().functions,
        [
          sender.LambdaArn,
          {
            configuration: { Timeout: 60, Handler: "main.main", Runtime: "nodejs20.x" },
            policy: policyOf(sender.LambdaArn),
          },
        ],
      ]),
    },
    "warning custom-sender-with-message",
  ],
];
