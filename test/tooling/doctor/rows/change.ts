import type { AppClient } from "../../../../src/tooling/doctor/app-client.ts";
import type { Facts, FunctionFacts, Pool } from "../../../../src/tooling/doctor/facts.ts";
import { factsOf, functionArn, soundClient, soundPool } from "../sample.ts";

/** Facts, and the expected findings: severity and rule, in order. */
export type Row = readonly [title: string, facts: Facts, ...findings: string[]];

/** A sound pool with a change. */
export const pool = (change: Partial<Pool>): Facts => factsOf({ ...soundPool, ...change });
/** A sound pool whose functions all have a change. */
export const lambda = (change: object): Facts => factsOf(soundPool, (sound) => ({ ...sound, ...change }));
/** Variables in addition to the required one. */
export const variables = (change: Record<string, string>) => ({
  Environment: { Variables: { LEGACY_DATABASE: "secret:x", ...change } },
});
/** A sound pool whose app client has a change. */
export const client = (change: Partial<AppClient>): Facts => ({
  ...factsOf(),
  clients: [{ ...soundClient, ...change }],
});
/** Recovery by one way. */
export const only = (Name: "verified_email" | "verified_phone_number" | "admin_only") => ({
  AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name }] },
});
/** A sound pool with other triggers. */
export const attached = (change: Pool["LambdaConfig"]) =>
  pool({ LambdaConfig: { ...soundPool.LambdaConfig, ...change } });
/** A sound pool without a trigger. */
export const without = (name: keyof NonNullable<Pool["LambdaConfig"]>) => attached({ [name]: undefined });
/** The function that writes the messages. */
export const custom = functionArn("custom-message");
/** A sound pool with other facts of the custom message function. */
export const known = (change: FunctionFacts): Facts => {
  const facts = factsOf();
  return {
    ...facts,
    functions: new Map(facts.functions).set(custom, { ...facts.functions.get(custom), ...change }),
  };
};
/** Emails are sent by Cognito itself. */
export const cognitoSends = { EmailConfiguration: { EmailSendingAccount: "COGNITO_DEFAULT" } } as const;
/** A pool with MFA, and its second factors. */
export const mfa = (
  mode: "ON" | "OPTIONAL",
  own: object,
  more: Partial<Pool> = only("verified_email"),
): Facts => ({
  ...pool({ MfaConfiguration: mode, ...more }),
  mfa: { MfaConfiguration: mode, ...own },
});
/** A custom sender. */
export const sender = { LambdaVersion: "V1_0", LambdaArn: functionArn("sender") } as const;
