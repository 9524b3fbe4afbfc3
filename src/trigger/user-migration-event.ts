import type { CallerData, Maybe, PoolEvent } from "./pool-event.ts";

export const userMigrationSources = ["UserMigration_Authentication", "UserMigration_ForgotPassword"] as const;

/** The attributes that a migration may write: strings, except those that Cognito owns. */
export type MigratedAttributes = Readonly<Record<string, string>> & {
  readonly sub?: never;
  readonly [owned: `cognito:${string}`]: never;
};

/** A verified contact. Without one, ForgotPassword fails. */
export type VerifiedContact =
  | { readonly email: string; readonly email_verified: "true" }
  | { readonly phone_number: string; readonly phone_number_verified: "true" };

interface MigrationResponse<UserAttributes, FinalUserStatus> {
  readonly userAttributes?: Maybe<UserAttributes>;
  /** `CONFIRMED` keeps the typed password. Cognito has rejected other values. */
  readonly finalUserStatus?: Maybe<FinalUserStatus>;
  /** Without `SUPPRESS`, Cognito sends a welcome message. */
  readonly messageAction?: Maybe<"SUPPRESS">;
  readonly desiredDeliveryMediums?: Maybe<readonly ("SMS" | "EMAIL")[]>;
  /** `true` would take an alias from its present owner. */
  readonly forceAliasCreation?: Maybe<false>;
  readonly enableSMSMFA?: Maybe<boolean>;
}

/** A sign-in by a person whom the pool does not know, with the typed password. */
export type MigrationAuthenticationEvent = PoolEvent<
  "UserMigration_Authentication",
  CallerData & { readonly password: string; readonly userAttributes?: null },
  MigrationResponse<MigratedAttributes, "CONFIRMED">
>;

/** A recovery by a person whom the pool does not know. It has no password. */
export type MigrationForgotPasswordEvent = PoolEvent<
  "UserMigration_ForgotPassword",
  CallerData & { readonly password?: null; readonly userAttributes?: null },
  MigrationResponse<MigratedAttributes & VerifiedContact, never>
>;

export type UserMigrationEvent = MigrationAuthenticationEvent | MigrationForgotPasswordEvent;
