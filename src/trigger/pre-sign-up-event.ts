import type { Attributes, CallerData, Maybe, PoolEvent } from "./pool-event.ts";

export const preSignUpSources = [
  "PreSignUp_SignUp",
  "PreSignUp_AdminCreateUser",
  "PreSignUp_ExternalProvider",
] as const;

export type PreSignUpSource = (typeof preSignUpSources)[number];

/** We never set `autoVerify…`: without the attribute it is an error, and with it an alias moves to the new user. */
interface PreSignUpResponse {
  readonly autoConfirmUser?: Maybe<boolean>;
  readonly autoVerifyEmail?: Maybe<boolean>;
  readonly autoVerifyPhone?: Maybe<boolean>;
}

/** A person signs up, an administrator or a migration creates a user, or a federated user arrives. */
export type PreSignUpEvent = {
  [Source in PreSignUpSource]: PoolEvent<
    Source,
    CallerData & { readonly userAttributes?: Maybe<Attributes> },
    PreSignUpResponse
  >;
}[PreSignUpSource];
