import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { Metadata, MetadataSchema } from "../trigger/metadata.ts";
import type { AnalyticsMetadata, Operation, UserContextData } from "./operation.ts";
import { type Fetch, overFetch } from "./over-fetch.ts";
import { overSdk, type SdkClient, type SdkCommands } from "./over-sdk.ts";
import { type PublicMetadata, type PublicSchema, publicMetadata } from "./public-metadata.ts";
import { refusalIn } from "./refusal-in.ts";
import { type Results, resultOf, sentences } from "./results.ts";
import { retried } from "./retried.ts";
import { secretHash } from "./secret-hash.ts";

export type { AnalyticsMetadata, UserContextData } from "./operation.ts";
export type { Fetch } from "./over-fetch.ts";
export type { SdkClient, SdkCommands } from "./over-sdk.ts";
export { type ReceivedRefusal, refusalIn } from "./refusal-in.ts";

/** Options of every client. */
export interface RecoveryOptions<Schema extends MetadataSchema> {
  readonly clientId: string;
  /** The schema of the triggers' client metadata. */
  readonly metadata: Schema & PublicSchema<Schema>;
  /** Receives what came of each call, with Cognito's error, which the person must not see. */
  readonly log?: (call: CallRecord) => void;
}

/** Calls Cognito by `fetch`, which is for browsers and React Native: nothing can be kept secret there. */
export type FetchOptions = {
  readonly fetch: Fetch;
  readonly clientSecret?: never;
  readonly send?: never;
} & (
  | { readonly region: string; readonly endpoint?: never }
  | {
      /** Of a pool on your own machine, or of a proxy. */ readonly endpoint: string;
      readonly region?: never;
    }
);

/** Calls Cognito through a client of the AWS SDK v3, which is for servers. */
export interface SdkOptions {
  /** A `CognitoIdentityProviderClient`. */
  readonly send: SdkClient;
  /** The SDK's `ForgotPasswordCommand` and `ConfirmForgotPasswordCommand`. */
  readonly commands: SdkCommands;
  readonly clientSecret?: string;
  readonly fetch?: never;
}

/** What came of a call, for your log. */
export interface CallRecord {
  readonly operation: Operation;
  readonly is: ForgotPasswordResult["is"] | ConfirmForgotPasswordResult["is"];
  /** The error of Cognito or of the network. It can reveal whether there is an account. */
  readonly error: unknown;
  /** The keys of metadata that were not sent, because the triggers would not accept them. */
  readonly dropped: readonly string[];
}

/** Where a code was sent to, as Cognito shows it: masked, and made up where the pool conceals who has an account. */
export interface CodeDelivery {
  readonly Destination?: string;
  readonly DeliveryMedium?: string;
  readonly AttributeName?: string;
}

interface Said<Is extends string> {
  readonly is: Is;
  /** An English sentence for the person. Translate by `is`. */
  readonly say: string;
}

export type ForgotPasswordResult =
  | (Said<"sent"> & { readonly delivery?: CodeDelivery })
  | (Said<"refused"> & { /** The stable word: `LEGACY_ACCOUNT`. */ readonly word: string })
  | Said<Exclude<Results["ForgotPassword"], "sent">>;

export type ConfirmForgotPasswordResult = Said<Results["ConfirmForgotPassword"]>;

/** Options of a call. */
export interface CallOptions<Input, Given> {
  readonly metadata?: Given & PublicMetadata<Given, Input>;
  readonly userContextData?: UserContextData;
  readonly analyticsMetadata?: AnalyticsMetadata;
  /** Aborts the call, which then rejects with the signal's reason. Cognito may execute it nevertheless. */
  readonly signal?: AbortSignal;
}

/** Both steps of a recovery. They reject only when their signal aborts. */
export interface RecoveryClient<Input> {
  /** Requests a code. */
  forgotPassword<const Given extends Input>(
    username: string,
    options?: CallOptions<Input, Given>,
  ): Promise<ForgotPasswordResult>;
  /** Sets a new password with the code. */
  confirmForgotPassword<const Given extends Input>(
    username: string,
    code: string,
    password: string,
    options?: CallOptions<Input, Given>,
  ): Promise<ConfirmForgotPasswordResult>;
}

/** Returns a client for the recovery of an account, whose metadata the triggers accept. */
export function recoveryClient<Schema extends MetadataSchema>(
  options: RecoveryOptions<Schema> & (FetchOptions | SdkOptions),
): RecoveryClient<StandardSchemaV1.InferInput<Schema>> {
  const { clientId, clientSecret, metadata: schema, log } = options;
  const call = options.send
    ? overSdk(options.send, options.commands)
    : overFetch(options.fetch, options.endpoint ?? `https://cognito-idp.${options.region}.amazonaws.com/`);

  /** Requests an operation, unless its result is known before. */
  async function request<Result extends Said<CallRecord["is"]>>(
    operation: Operation,
    input: { readonly Username: string; readonly ConfirmationCode?: string; readonly Password?: string },
    { metadata: given = {}, userContextData, analyticsMetadata, signal }: CallOptions<Metadata, Metadata>,
    results: { known: Result | undefined; of(output: unknown): Result; ofError(error: unknown): Result },
  ): Promise<Result> {
    const { metadata, dropped } = await publicMetadata(given, schema);
    const logged = (result: Result, error?: unknown) => {
      log?.({ operation, is: result.is, error, dropped });
      return result;
    };
    if (results.known) return logged(results.known);
    const whole = {
      ...input,
      ClientId: clientId,
      ...(clientSecret && { SecretHash: await secretHash(clientSecret, input.Username, clientId) }),
      ...(userContextData && { UserContextData: userContextData }),
      ...(analyticsMetadata && { AnalyticsMetadata: analyticsMetadata }),
      ...(Object.keys(metadata).length > 0 && { ClientMetadata: metadata }),
    };
    let output: unknown;
    try {
      output = await retried(() => call(operation, whole, signal), signal);
    } catch (error) {
      if (signal?.aborted) throw error;
      return logged(results.ofError(error), error);
    }
    return logged(results.of(output));
  }

  return {
    forgotPassword(typed, callOptions = {}) {
      const Username = typed.trim();
      return request<ForgotPasswordResult>("ForgotPassword", { Username }, callOptions, {
        known: isUserName(Username) ? undefined : said("invalid-username"),
        of(output) {
          const delivery = (output as { CodeDeliveryDetails?: CodeDelivery } | null)?.CodeDeliveryDetails;
          return { ...said("sent"), ...(delivery && { delivery }) };
        },
        ofError(error) {
          const refusal = refusalIn(error);
          if (!refusal || refusal.word === "TRY_AGAIN") return said(resultOf("ForgotPassword", error));
          return { is: "refused", word: refusal.word, say: refusal.sentence };
        },
      });
    },
    confirmForgotPassword(typed, typedCode, Password, callOptions = {}) {
      const [Username, ConfirmationCode] = [typed.trim(), typedCode.trim()];
      const known = () => {
        if (!isUserName(Username)) return said("invalid-username");
        if (ConfirmationCode === "") return said("invalid-code");
        return isPassword(Password) ? undefined : said("invalid-password");
      };
      const input = { Username, ConfirmationCode, Password };
      return request<ConfirmForgotPasswordResult>("ConfirmForgotPassword", input, callOptions, {
        known: known(),
        of: () => said("done"),
        ofError: (error) => said(resultOf("ConfirmForgotPassword", error)),
      });
    },
  };
}

function said<Is extends keyof typeof sentences>(is: Is): Said<Is> {
  return { is, say: sentences[is] };
}

/** Whether Cognito takes it as a user name, of 128 characters at most. */
function isUserName(username: string): boolean {
  return username !== "" && username.length <= 128;
}

/** Whether Cognito takes it as a password at all: without space at either end. */
function isPassword(password: string): boolean {
  return password !== "" && password === password.trim();
}
