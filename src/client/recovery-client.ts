import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { Metadata, MetadataSchema } from "../trigger/metadata.ts";
import type { AnalyticsMetadata, Operation, Send, UserContextData } from "./operation.ts";
import { type Fetch, overFetch } from "./over-fetch.ts";
import { type PublicMetadata, type PublicSchema, publicMetadata } from "./public-metadata.ts";
import { type CodeDelivery, type Results, resultOf } from "./result-of.ts";
import { retried } from "./retried.ts";

export type { AnalyticsMetadata, Send, UserContextData } from "./operation.ts";
export type { Fetch } from "./over-fetch.ts";
export { overSdk, type SdkClient, type SdkCommands } from "./over-sdk.ts";
export { type ReceivedRefusal, refusalIn } from "./refusal-in.ts";
export {
  type CodeDelivery,
  type ConfirmForgotPasswordResult,
  type ForgotPasswordResult,
  resultOf,
} from "./result-of.ts";
export { sentenceFor } from "./sentence-for.ts";

/** Options of every client. */
export interface RecoveryOptions<Schema extends MetadataSchema> {
  readonly clientId: string;
  /** The schema of the triggers' client metadata. */
  readonly metadata: Schema & PublicSchema<Schema>;
  /** Receives what came of each call, with Cognito's error, which the person must not see. */
  readonly log?: (call: CallRecord) => void;
}

/** Cognito's region, or the address of a proxy or of a pool on your own machine. */
type Address =
  | { readonly region: string; readonly endpoint?: never }
  | { readonly endpoint: string; readonly region?: never };

/** Calls Cognito by `fetch`, which is for browsers and React Native: nothing can be kept secret there. */
export type FetchOptions = Address & {
  readonly fetch: Fetch;
  readonly clientSecret?: never;
  readonly send?: never;
};

/** Calls Cognito through a client of the AWS SDK, which is for servers. */
export interface SendOptions {
  /** `overSdk(client, commands)`. */
  readonly send: Send;
  readonly clientSecret?: string;
  readonly fetch?: never;
}

/** What came of a call, for your log. */
export interface CallRecord {
  readonly operation: Operation;
  readonly is: Results[Operation]["is"];
  /** The error of Cognito or of the network. It can reveal whether there is an account. */
  readonly error: unknown;
  /** The keys of metadata that were not sent, because the triggers would not accept them. */
  readonly dropped: readonly string[];
}

/** Options of a call. */
export interface CallOptions<Input, Given> {
  readonly metadata?: Given & PublicMetadata<Given, Input>;
  readonly userContextData?: UserContextData;
  readonly analyticsMetadata?: AnalyticsMetadata;
  /** Aborts the call, which then rejects. Cognito may execute it nevertheless. */
  readonly signal?: AbortSignal;
}

/** Both steps of a recovery. They reject only when their signal aborts. */
export interface RecoveryClient<Input> {
  /** Requests a code. */
  forgotPassword<const Given extends Input>(
    username: string,
    options?: CallOptions<Input, Given>,
  ): Promise<Results["ForgotPassword"]>;
  /** Sets a new password with the code. */
  confirmForgotPassword<const Given extends Input>(
    username: string,
    code: string,
    password: string,
    options?: CallOptions<Input, Given>,
  ): Promise<Results["ConfirmForgotPassword"]>;
}

/** Returns a client for the recovery of an account, whose metadata the triggers accept. */
export function recoveryClient<Schema extends MetadataSchema>(
  options: RecoveryOptions<Schema> & (FetchOptions | SendOptions),
): RecoveryClient<StandardSchemaV1.InferInput<Schema>> {
  const { clientId, clientSecret, metadata: schema, log } = options;
  const send =
    options.send ??
    overFetch(options.fetch, options.endpoint ?? `https://cognito-idp.${options.region}.amazonaws.com/`);

  /** Requests an operation, unless what the person typed is invalid. */
  async function request<Each extends Operation>(
    operation: Each,
    input: { readonly Username: string; readonly ConfirmationCode?: string; readonly Password?: string },
    { metadata: given = {}, userContextData, analyticsMetadata, signal }: CallOptions<Metadata, Metadata>,
    invalid: Results[Each]["is"] | false,
    success: (output: unknown) => Results[Each],
  ): Promise<Results[Each]> {
    const { metadata, dropped } = await publicMetadata(given, schema);
    const logged = (result: Results[Each], error?: unknown) => {
      log?.({ operation, is: result.is, error, dropped });
      return result;
    };
    if (invalid) return logged({ is: invalid } as Results[Each]);
    const whole = {
      ...input,
      ClientId: clientId,
      UserContextData: userContextData,
      AnalyticsMetadata: analyticsMetadata,
      ClientMetadata: metadata,
    };
    let output: unknown;
    try {
      output = await retried(() => send(operation, whole, { signal, clientSecret }), signal);
    } catch (error) {
      if (signal?.aborted) throw error;
      return logged(resultOf[operation](error), error);
    }
    return logged(success(output));
  }

  return {
    forgotPassword(typed, callOptions = {}) {
      const Username = typed.trim();
      const invalid = !isName(Username) && "invalid-username";
      return request("ForgotPassword", { Username }, callOptions, invalid, (output) => {
        const delivery = (output as { CodeDeliveryDetails?: CodeDelivery } | null)?.CodeDeliveryDetails;
        return { is: "sent", ...(delivery && { delivery }) };
      });
    },
    confirmForgotPassword(typed, typedCode, Password, callOptions = {}) {
      const input = { Username: typed.trim(), ConfirmationCode: typedCode.trim(), Password };
      const invalid =
        (!isName(input.Username) && "invalid-username") ||
        (!input.ConfirmationCode && "invalid-code") ||
        (!isPassword(Password) && "invalid-password");
      return request("ConfirmForgotPassword", input, callOptions, invalid, () => ({ is: "done" }));
    },
  };
}

/** Whether Cognito takes it as a user name. */
const isName = (typed: string) => typed !== "" && typed.length <= 128;

/** Whether Cognito takes it as a password: no space at either end. */
const isPassword = (typed: string) => typed !== "" && typed === typed.trim();
