/** The two operations of Cognito that a recovery consists of. */
export type Operation = "ForgotPassword" | "ConfirmForgotPassword";

/** What Cognito's threat protection evaluates: the person's address, and the fingerprint that its library collects. */
export interface UserContextData {
  readonly IpAddress?: string;
  readonly EncodedData?: string;
}

export interface AnalyticsMetadata {
  readonly AnalyticsEndpointId?: string;
}

export interface ForgotPasswordInput {
  readonly ClientId: string;
  readonly Username: string;
  readonly SecretHash?: string | undefined;
  readonly UserContextData?: UserContextData | undefined;
  readonly AnalyticsMetadata?: AnalyticsMetadata | undefined;
  readonly ClientMetadata?: Record<string, string> | undefined;
}

export interface ConfirmForgotPasswordInput extends ForgotPasswordInput {
  readonly ConfirmationCode: string;
  readonly Password: string;
}

/** Calls an operation once. Rejects with Cognito's error, which has its name in `name`, or one of the network. */
export type Send = (
  operation: Operation,
  input: ForgotPasswordInput | ConfirmForgotPasswordInput,
  options: { readonly signal: AbortSignal | undefined; readonly clientSecret: string | undefined },
) => Promise<unknown>;
