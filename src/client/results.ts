import type { Operation } from "./operation.ts";

/** What came of a request, and an English sentence that the person may read. */
export const sentences = {
  sent: "If there is such an account, a code is on its way. It can take some minutes.",
  done: "The new password is set. You can sign in with it.",
  "invalid-username": "Please enter the name with which you sign in.",
  "invalid-code": "This code is not correct. Please check it, or request another one.",
  "expired-code": "This code has expired. Please request another one.",
  "invalid-password": "This password does not meet the requirements. Please choose another one.",
  "used-password": "You have used this password before. Please choose another one.",
  "too-many-attempts": "These were too many attempts. Please try again later.",
  "try-again": "This did not work just now. Please try again later.",
  uncertain: "The new password may be set. Please try to sign in with it before you request another code.",
  misconfigured: "The password cannot be reset at the moment. Please contact support.",
} as const;

type Either = "invalid-username" | "too-many-attempts" | "try-again" | "misconfigured";

/** What can come of each operation. */
export interface Results {
  readonly ForgotPassword: "sent" | Either;
  readonly ConfirmForgotPassword: Exclude<keyof typeof sentences, "sent">;
}

/** The errors of both operations that mean the same. */
const both: Readonly<Record<string, Either>> = {
  LimitExceededException: "too-many-attempts",
  TooManyRequestsException: "try-again",
  ForbiddenException: "try-again", // the web ACL of AWS WAF
  ResourceNotFoundException: "misconfigured",
  OperationNotEnabledException: "misconfigured",
};

/** What an error of Cognito means. Who has an account is concealed, also where the pool does not. */
const results: { readonly [Each in Operation]: Readonly<Record<string, Results[Each]>> } = {
  ForgotPassword: {
    ...both,
    UserNotFoundException: "sent",
    InvalidParameterException: "sent", // no verified contact; also seen for people without an account
    NotAuthorizedException: "sent", // disabled, or invited and never signed in
    InvalidLambdaResponseException: "misconfigured",
    InvalidSmsRoleAccessPolicyException: "misconfigured",
    InvalidSmsRoleTrustRelationshipException: "misconfigured",
    InvalidEmailRoleAccessPolicyException: "misconfigured",
  },
  ConfirmForgotPassword: {
    ...both,
    CodeMismatchException: "invalid-code",
    UserNotFoundException: "invalid-code",
    UserNotConfirmedException: "invalid-code",
    InvalidParameterException: "invalid-code",
    NotAuthorizedException: "invalid-code",
    ExpiredCodeException: "expired-code",
    InvalidPasswordException: "invalid-password",
    PasswordHistoryPolicyViolationException: "used-password",
    TooManyFailedAttemptsException: "too-many-attempts",
  },
};

/** Every other error is one of the network, of a trigger or of Cognito. */
const otherwise: Results = { ForgotPassword: "try-again", ConfirmForgotPassword: "uncertain" };

/** Returns what an error of an operation means for the person. */
export function resultOf<Each extends Operation>(operation: Each, error: unknown): Results[Each] {
  const { name, message } = (error ?? {}) as { name?: unknown; message?: unknown };
  // Of the app client's secret, missing or wrong, which depends on nobody's account.
  if (name === "NotAuthorizedException" && /secret/i.test(`${message}`)) return "misconfigured";
  return new Map(Object.entries(results[operation])).get(`${name}`) ?? otherwise[operation];
}
