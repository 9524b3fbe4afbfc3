import type { UserPoolType } from "@aws-sdk/client-cognito-identity-provider";

/**
 * What DescribeUserPool gives and UpdateUserPool has no place for, so that no update can reset it: each with
 * the reason. Whatever is neither here nor a part of UpdateUserPool's request fails a test, and so shows
 * itself when the SDK brings it and not when a pool loses it.
 */
export const notUpdated = {
  Id: "it says which pool is meant, as UserPoolId",
  Name: "it is sent as PoolName",
  Arn: "it follows from the pool",
  Status: "Cognito's own word about the pool",
  CreationDate: "Cognito's own record",
  LastModifiedDate: "Cognito's own record",
  EstimatedNumberOfUsers: "Cognito's own count",
  SmsConfigurationFailure: "what Cognito met when it sent an SMS",
  EmailConfigurationFailure: "what Cognito met when it sent an email",
  SchemaAttributes: "fixed for good, but for AddCustomAttributes",
  AliasAttributes: "fixed when the pool was made",
  UsernameAttributes: "fixed when the pool was made",
  UsernameConfiguration: "fixed when the pool was made",
  Domain: "set by a call of its own, CreateUserPoolDomain",
  CustomDomain: "set by a call of its own, CreateUserPoolDomain",
} as const satisfies Partial<Record<keyof UserPoolType, string>>;

/** A setting that DescribeUserPool gives and UpdateUserPool refuses as it was given. */
export interface Exception {
  /** From the pool's top on. */
  readonly path: readonly [string, ...string[]];
  /** Whether it would be refused in this pool. */
  refused(pool: UserPoolType): boolean;
  /** Why it is not sent back, and what becomes of it: the end of a sentence. */
  readonly reason: string;
}

const both = (...values: readonly unknown[]) =>
  values.every((value) => value !== undefined && value !== null);

/** The exceptions from sending everything back as it was. */
export const exceptions: readonly Exception[] = [
  {
    path: ["AdminCreateUserConfig", "UnusedAccountValidityDays"],
    refused: (pool) => both(pool.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays),
    // [seen] https://github.com/aws/aws-sdk-js/issues/3817
    reason:
      "Cognito refuses it beside Policies.PasswordPolicy.TemporaryPasswordValidityDays, its successor, which is sent",
  },
  ...["EmailMessageByLink", "EmailSubjectByLink"].map((name) => byOption(name, "CONFIRM_WITH_CODE")),
  ...["EmailMessage", "EmailSubject"].map((name) => byOption(name, "CONFIRM_WITH_LINK")),
];

/**
 * [doc] UpdateUserPool answers with an error to a message of both kinds, with a code and by a link, "when you
 * supply both parameters with either choice". The one that the pool does not use is left out then.
 */
function byOption(name: string, option: "CONFIRM_WITH_CODE" | "CONFIRM_WITH_LINK"): Exception {
  return {
    path: ["VerificationMessageTemplate", name],
    refused: ({ VerificationMessageTemplate: template }) =>
      (template?.DefaultEmailOption ?? "CONFIRM_WITH_CODE") === option &&
      both(template?.EmailMessage, template?.EmailMessageByLink),
    reason: `Cognito refuses messages of both kinds at once; this one is not used while DefaultEmailOption is ${option}`,
  };
}
