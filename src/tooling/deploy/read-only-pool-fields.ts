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

/** Of these, what changes by itself while people sign up, messages are sent and the pool is updated. */
export const changingByItself: readonly (keyof typeof notUpdated)[] = [
  "Status",
  "LastModifiedDate",
  "EstimatedNumberOfUsers",
  "SmsConfigurationFailure",
  "EmailConfigurationFailure",
];

/** A setting that DescribeUserPool gives and UpdateUserPool refuses as it was given. */
export interface Exception {
  /** From the pool's top on. */
  readonly path: readonly [string, ...string[]];
  /** Whether it would be refused in this pool. */
  refused(pool: UserPoolType): boolean;
  /** Why it is not sent back, and what becomes of it: the end of a sentence. */
  readonly reason: string;
}

/** The exceptions from sending everything back as it was. */
export const exceptions: readonly Exception[] = [
  {
    path: ["AdminCreateUserConfig", "UnusedAccountValidityDays"],
    refused: (pool) => pool.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays !== undefined,
    // [seen] https://github.com/aws/aws-sdk-js/issues/3817
    reason:
      "Cognito refuses it beside Policies.PasswordPolicy.TemporaryPasswordValidityDays, its successor, which is sent",
  },
];
