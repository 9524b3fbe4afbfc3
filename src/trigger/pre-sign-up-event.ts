import type { Attributes, CallerData, Maybe, PoolEvent } from "./pool-event.ts";

export const preSignUpSources = [
  "PreSignUp_SignUp",
  "PreSignUp_AdminCreateUser",
  "PreSignUp_ExternalProvider",
] as const;

export type PreSignUpSource = (typeof preSignUpSources)[number];

/** `autoVerifyX` without the attribute is an error, and moves an alias to the new user: we never set it. */
interface PreSignUpResponse {
  readonly autoConfirmUser?: Maybe<boolean>;
  readonly autoVerifyEmail?: Maybe<boolean>;
  readonly autoVerifyPhone?: Maybe<boolean>;
}

/** Someone signs up, an administrator (or a migration) creates, or a federated user arrives. */
export type PreSignUpEvent = {
  [Source in PreSignUpSource]: PoolEvent<
    Source,
    CallerData & { readonly userAttributes?: Maybe<Attributes> },
    PreSignUpResponse
  >;
}[PreSignUpSource];
