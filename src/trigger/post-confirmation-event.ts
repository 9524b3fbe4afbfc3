import type { Attributes, CallerData, Maybe, PoolEvent } from "./pool-event.ts";

export const postConfirmationSources = [
  "PostConfirmation_ConfirmSignUp",
  "PostConfirmation_ConfirmForgotPassword",
] as const;

/** A sign-up was confirmed, or a new password was set with a code. */
export type PostConfirmationEvent = {
  [Source in (typeof postConfirmationSources)[number]]: PoolEvent<
    Source,
    Pick<CallerData, "clientMetadata"> & { readonly userAttributes?: Maybe<Attributes> },
    Readonly<Record<string, never>>
  >;
}[(typeof postConfirmationSources)[number]];
