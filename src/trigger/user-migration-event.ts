import type { CallerData, Maybe, PoolEvent } from "./pool-event.ts";

export const userMigrationSources = ["UserMigration_Authentication", "UserMigration_ForgotPassword"] as const;

/** What a migration may write: strings, and never what Cognito itself owns. */
export type MigratedAttributes = Readonly<Record<string, string>> & {
  readonly sub?: never;
  readonly [owned: `cognito:${string}`]: never;
};

/** ForgotPassword needs a contact that is verified, or the reset fails. */
export type VerifiedContact =
  | { readonly email: string; readonly email_verified: "true" }
  | { readonly phone_number: string; readonly phone_number_verified: "true" };

interface MigrationResponse<UserAttributes, FinalUserStatus> {
  readonly userAttributes?: Maybe<UserAttributes>;
  /** `CONFIRMED` keeps the password just typed; other values have been refused by Cognito. */
  readonly finalUserStatus?: Maybe<FinalUserStatus>;
  /** Without it a welcome message goes out too. */
  readonly messageAction?: Maybe<"SUPPRESS">;
  readonly desiredDeliveryMediums?: Maybe<readonly ("SMS" | "EMAIL")[]>;
  /** `true` would take the alias away from its present owner. */
  readonly forceAliasCreation?: Maybe<false>;
  readonly enableSMSMFA?: Maybe<boolean>;
}

/** A sign-in by someone whom the pool does not know: the typed password is there to be checked. */
export type MigrationAuthenticationEvent = PoolEvent<
  "UserMigration_Authentication",
  CallerData & { readonly password: string; readonly userAttributes?: null },
  MigrationResponse<MigratedAttributes, "CONFIRMED">
>;

/** A recovery by someone whom the pool does not know: there is no password. */
export type MigrationForgotPasswordEvent = PoolEvent<
  "UserMigration_ForgotPassword",
  CallerData & { readonly password?: null; readonly userAttributes?: null },
  MigrationResponse<MigratedAttributes & VerifiedContact, never>
>;

export type UserMigrationEvent = MigrationAuthenticationEvent | MigrationForgotPasswordEvent;
