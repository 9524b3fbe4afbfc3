// Checked by the compiler, never run: what an app must not send or keep does not compile.
import * as cognito from "@aws-sdk/client-cognito-identity-provider";
import {
  type ConfirmForgotPasswordResult,
  type ForgotPasswordResult,
  overSdk,
  recoveryClient,
  sentenceFor,
} from "cognito-recovery/client";
import * as v from "valibot";
import { clientMetadata } from "../../triggers/client-metadata.ts";

const common = { clientId: "client", metadata: clientMetadata };
const inRegion = { ...common, region: "eu-central-1" };
const send = overSdk(new cognito.CognitoIdentityProviderClient(), cognito);

export const client = recoveryClient({ ...inRegion, fetch });
export const local = recoveryClient({ ...common, endpoint: "http://127.0.0.1:9229", fetch });
export const server = recoveryClient({ ...common, send, clientSecret: "secret" });

// @ts-expect-error a secret in a browser
export const betrayed = recoveryClient({ ...inRegion, fetch, clientSecret: "secret" });

// @ts-expect-error neither region nor endpoint
export const nowhere = recoveryClient({ ...common, fetch });

// @ts-expect-error two places
export const twice = recoveryClient({ ...inRegion, endpoint: "http://127.0.0.1:9229", fetch });

// @ts-expect-error two ways
export const both = recoveryClient({ ...inRegion, fetch, send });

// @ts-expect-error a client of the SDK without its commands
export const withoutCommands = overSdk(new cognito.CognitoIdentityProviderClient());

const schemaWith = <const Key extends string>(key: Key) =>
  v.object({ [key]: v.optional(v.string()) } as {
    [Each in Key]: v.OptionalSchema<v.StringSchema<undefined>, undefined>;
  });
const shop = schemaWith("shop");
export const ofShop = recoveryClient({ ...inRegion, fetch, metadata: shop });

// @ts-expect-error a schema with a password
export const withPassword = recoveryClient({ ...inRegion, fetch, metadata: schemaWith("newPassword") });

// @ts-expect-error a schema with a secret
export const withSecret = recoveryClient({ ...inRegion, fetch, metadata: schemaWith("API_SECRET") });

// @ts-expect-error a schema with a token
export const withToken = recoveryClient({ ...inRegion, fetch, metadata: schemaWith("idToken") });

const anything = recoveryClient({ ...inRegion, fetch, metadata: v.record(v.string(), v.string()) });

export const calls = [
  client.forgotPassword("anna@example.com"),
  client.forgotPassword("anna@example.com", { metadata: { locale: "de-CH", brand: undefined } }),
  ofShop.forgotPassword("anna@example.com", { metadata: { shop: "berlin" } }),
  anything.forgotPassword("anna@example.com", { metadata: { any: "thing" } }),

  // @ts-expect-error a key that no trigger reads
  client.forgotPassword("anna@example.com", { metadata: { locale: "de", lang: "de" } }),

  // @ts-expect-error a key of another schema
  client.forgotPassword("anna@example.com", { metadata: { shop: "berlin" } }),

  // @ts-expect-error a value that is no string
  client.forgotPassword("anna@example.com", { metadata: { locale: 1 } }),

  // @ts-expect-error a key named like a password, though the schema permits any
  anything.forgotPassword("anna@example.com", { metadata: { oldPassword: "x" } }),

  // @ts-expect-error a key named like a token
  anything.confirmForgotPassword("anna@example.com", "123456", "new", { metadata: { TOKEN: "x" } }),
];

/** An app can name every result, and the compiler says when one is missing. */
export function page(result: ForgotPasswordResult | ConfirmForgotPasswordResult): string {
  switch (result.is) {
    case "sent":
      return result.delivery?.Destination ?? sentenceFor(result);
    case "refused":
      return result.word;
    case "done":
    case "invalid-username":
    case "invalid-code":
    case "expired-code":
    case "invalid-password":
    case "used-password":
    case "too-many-attempts":
    case "try-again":
    case "uncertain":
    case "misconfigured":
      return sentenceFor(result);
  }
}
