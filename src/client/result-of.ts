import type { Operation } from "./operation.ts";
import { type ReceivedRefusal, refusalIn } from "./refusal-in.ts";

/** Where a code was sent to, as Cognito shows it: masked, and made up where the pool conceals who has an account. */
export interface CodeDelivery {
  readonly Destination?: string;
  readonly DeliveryMedium?: string;
  readonly AttributeName?: string;
}

/** What both operations can come to, besides success. */
type Failure = "invalid-username" | "too-many-attempts" | "try-again" | "misconfigured";

export type ForgotPasswordResult =
  | { readonly is: "sent"; readonly delivery?: CodeDelivery }
  | ({ readonly is: "refused" } & ReceivedRefusal)
  | { readonly is: Failure };

export type ConfirmForgotPasswordResult = {
  readonly is:
    | "done"
    | "invalid-code"
    | "expired-code"
    | "invalid-password"
    | "used-password"
    | "uncertain"
    | Failure;
};

export interface Results {
  readonly ForgotPassword: ForgotPasswordResult;
  readonly ConfirmForgotPassword: ConfirmForgotPasswordResult;
}

/** What an error means, by its name, and where that is not enough by its text. The first row that matches counts. */
type Rows<Is> = readonly (readonly [Is, RegExp])[];

const both: Rows<Failure> = [
  // The app client's secret, missing or wrong, depends on nobody's account.
  ["misconfigured", /^(ResourceNotFound|OperationNotEnabled|NotAuthorizedException: .*secret)/is],
  ["too-many-attempts", /^(LimitExceeded|TooManyFailed)/],
  ["try-again", /^(TooManyRequests|Forbidden)/], // the latter is a rule of AWS WAF
];

/** Who has an account is concealed, also where the pool reveals it. */
const forgot: Rows<"sent" | Failure> = [
  ...both,
  // Unknown; without a verified contact, and seen for unknown ones too; disabled, or invited and never signed in.
  ["sent", /^(UserNotFound|InvalidParameter|NotAuthorized)/],
  ["misconfigured", /^Invalid(LambdaResponse|SmsRole|EmailRole)/],
];

const confirm: Rows<ConfirmForgotPasswordResult["is"]> = [
  ...both,
  ["invalid-code", /^(CodeMismatch|UserNotFound|UserNotConfirmed|InvalidParameter|NotAuthorized)/],
  ["expired-code", /^ExpiredCode/],
  ["invalid-password", /^InvalidPassword/],
  ["used-password", /^PasswordHistory/],
];

const isIn = <Is>(rows: Rows<Is>, error: unknown) => rows.find(([, name]) => name.test(`${error}`))?.[0];

/** What an error of each operation means. Those of no row are of the network, of a trigger or of Cognito. */
export const resultOf: { readonly [Each in Operation]: (error: unknown) => Results[Each] } = {
  ForgotPassword(error) {
    const refusal = refusalIn(error);
    if (refusal && refusal.word !== "TRY_AGAIN") return { is: "refused", ...refusal };
    return { is: isIn(forgot, error) ?? "try-again" };
  },
  // Post confirmation runs when the password is set.
  ConfirmForgotPassword: (error) => ({ is: isIn(confirm, error) ?? "uncertain" }),
};
