// Checked by the compiler, never run: an invalid response of a migration does not compile.
import type {
  MigrationAuthenticationEvent,
  MigrationForgotPasswordEvent,
} from "../../src/trigger/user-migration-event.ts";

type Recovered = MigrationForgotPasswordEvent["response"];
type SignedIn = MigrationAuthenticationEvent["response"];

const email = { email: "anna@example.com", email_verified: "true" } as const;
const phone = { phone_number: "+4915112345678", phone_number_verified: "true" } as const;

export const recovered = [
  { userAttributes: email, messageAction: "SUPPRESS" },
  { userAttributes: { ...phone, email: "anna@example.com", "custom:tier": "gold" } },
  { userAttributes: null },
] as const satisfies readonly Recovered[];

export const signedIn = [
  { userAttributes: email, finalUserStatus: "CONFIRMED", messageAction: "SUPPRESS" },
  { userAttributes: { email: "anna@example.com" } },
] as const satisfies readonly SignedIn[];

// @ts-expect-error an attribute that Cognito owns
export const withSub: SignedIn = { userAttributes: { ...email, sub: "1" } };

// @ts-expect-error the same, at a recovery
export const recoveredWithSub: Recovered = { userAttributes: { ...email, sub: "1" } };

// @ts-expect-error attributes that Cognito owns
export const withGroups: SignedIn = { userAttributes: { ...email, "cognito:groups": "admin" } };

// @ts-expect-error the same, at a recovery
export const recoveredWithGroups: Recovered = { userAttributes: { ...email, "cognito:groups": "admin" } };

// @ts-expect-error a status, at a recovery
export const recoveredWithStatus: Recovered = { userAttributes: email, finalUserStatus: "CONFIRMED" };

// @ts-expect-error a status that Cognito has rejected
export const withStatus: SignedIn = { userAttributes: email, finalUserStatus: "RESET_REQUIRED" };

// @ts-expect-error a recovery of a person without a verified contact
export const unverified: Recovered = { userAttributes: { email: "anna@example.com" } };

// @ts-expect-error a contact with the flag false
export const falsely: Recovered = { userAttributes: { ...email, email_verified: "false" } };

// @ts-expect-error a flag without its contact
export const without: Recovered = { userAttributes: { email_verified: "true" } };

// @ts-expect-error attributes of an unknown type
export const unknown: SignedIn = { userAttributes: { ...email } as Record<string, string> };

// @ts-expect-error an alias taken from its owner
export const taken: SignedIn = { userAttributes: email, forceAliasCreation: true };

// @ts-expect-error a recovery has no password
export const password = (event: MigrationForgotPasswordEvent): string => event.request.password;

export const typed = (event: MigrationAuthenticationEvent): string => event.request.password;
