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
  readonly SecretHash?: string;
  readonly UserContextData?: UserContextData;
  readonly AnalyticsMetadata?: AnalyticsMetadata;
  readonly ClientMetadata?: Record<string, string>;
}

export interface ConfirmForgotPasswordInput extends ForgotPasswordInput {
  readonly ConfirmationCode: string;
  readonly Password: string;
}

/** Calls an operation once. Cognito's error has its name in `name`; every other error is one of the network. */
export type Call = (
  operation: Operation,
  input: ForgotPasswordInput | ConfirmForgotPasswordInput,
  signal: AbortSignal | undefined,
) => Promise<unknown>;
