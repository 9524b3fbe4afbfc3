import type { UserPoolType } from "@aws-sdk/client-cognito-identity-provider";

/**
 * The fields that DescribeUserPool returns and UpdateUserPool does not accept, so that no update can reset them,
 * with the reasons. A test fails when a new SDK has a field that is neither here nor in UpdateUserPool's request.
 */
export const readOnlyPoolFields = {
  Id: "it is sent as UserPoolId",
  Name: "it is sent as PoolName",
  Arn: "it follows from the pool",
  Status: "Cognito's own state of the pool",
  CreationDate: "Cognito's own record",
  LastModifiedDate: "Cognito's own record",
  EstimatedNumberOfUsers: "Cognito's own count",
  SmsConfigurationFailure: "Cognito's own record of a failure",
  EmailConfigurationFailure: "Cognito's own record of a failure",
  SchemaAttributes: "fixed, except for AddCustomAttributes",
  AliasAttributes: "fixed when the pool is created",
  UsernameAttributes: "fixed when the pool is created",
  UsernameConfiguration: "fixed when the pool is created",
  Domain: "set by a call of its own, CreateUserPoolDomain",
  CustomDomain: "set by a call of its own, CreateUserPoolDomain",
} as const satisfies Partial<Record<keyof UserPoolType, string>>;

/** The read-only fields that Cognito changes while people sign up, messages are sent and the pool is updated. */
export const volatileFields: readonly (keyof typeof readOnlyPoolFields)[] = [
  "Status",
  "LastModifiedDate",
  "EstimatedNumberOfUsers",
  "SmsConfigurationFailure",
  "EmailConfigurationFailure",
];

/** A field that DescribeUserPool returns and UpdateUserPool rejects. */
export interface RejectedField {
  /** The path in the pool. */
  readonly path: readonly [string, ...string[]];
  /** Whether Cognito rejects it for this pool. */
  isRejected(pool: UserPoolType): boolean;
  /** The reason why it is not sent back, as the end of a sentence. */
  readonly reason: string;
}

/** The fields that are not sent back. */
export const rejectedFields: readonly RejectedField[] = [
  {
    path: ["AdminCreateUserConfig", "UnusedAccountValidityDays"],
    isRejected: (pool) => pool.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays !== undefined,
    // [seen] https://github.com/aws/aws-sdk-js/issues/3817
    reason:
      "Cognito rejects it together with its successor Policies.PasswordPolicy.TemporaryPasswordValidityDays, which is sent",
  },
];
