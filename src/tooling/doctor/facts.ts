import type { GetUserPoolMfaConfigResponse, UserPoolType } from "@aws-sdk/client-cognito-identity-provider";
import type { GetAccountResponse } from "@aws-sdk/client-sesv2";
import type { PhoneNumberInformation } from "@aws-sdk/client-sns";
import type { TriggerName } from "../aws/pool-triggers.ts";
import type { AppClient } from "./app-client.ts";
import type { Contact } from "./contact.ts";
import type { LambdaFunction } from "./lambda-function.ts";

/** A user pool as DescribeUserPool returns it. */
export type Pool = Omit<UserPoolType, "CreationDate" | "LastModifiedDate"> & {
  readonly Id: string;
  readonly Arn: string;
};

/** The contacts that MFA uses, as GetUserPoolMfaConfig returns them. */
export type PoolMfa = Pick<
  GetUserPoolMfaConfigResponse,
  "MfaConfiguration" | "SmsMfaConfiguration" | "EmailMfaConfiguration" | "SoftwareTokenMfaConfiguration"
>;

/** The known facts of a function that the pool invokes. */
export interface FunctionFacts {
  readonly configuration?: LambdaFunction | "missing";
  /** The text of its resource policy. */
  readonly policy?: string | "none";
}

/** Names of the attributes that the migration returns, never their values. */
export interface ReturnedAttributes {
  /** The names in any answer. */
  readonly ever: readonly string[];
  /** The names in every answer that migrates a person. */
  readonly always: readonly string[];
  /** The source of these names: `--attribute`, or the events that were replayed. */
  readonly source: string;
}

/** The state of a user, and nothing personal. */
export interface User {
  readonly status: string | undefined;
  readonly verified: readonly Contact[];
}

/** The facts that rules read. A fact that is not known is absent, and rules that need it are skipped. */
export interface Facts {
  readonly pool: Pool;
  /** The triggers of this project, which should be attached. */
  readonly expectedTriggers: readonly TriggerName[];
  readonly mfa?: PoolMfa;
  /** The ids of all app clients. */
  readonly clientIds?: readonly string[];
  /** The app clients that were described. */
  readonly clients: readonly AppClient[];
  /** The facts of the attached functions, by the ARN in `LambdaConfig`. */
  readonly functions: ReadonlyMap<string, FunctionFacts>;
  readonly identity?: { readonly VerifiedForSendingStatus?: boolean | undefined } | "missing";
  readonly sesAccount?: Pick<GetAccountResponse, "ProductionAccessEnabled" | "SendingEnabled">;
  /** The sandbox of SNS. */
  readonly isInSmsSandbox?: boolean;
  /** The sandbox of AWS End User Messaging. */
  readonly isInEumsSandbox?: boolean;
  readonly originationNumbers?: readonly Pick<
    PhoneNumberInformation,
    "Iso2CountryCode" | "NumberCapabilities"
  >[];
  readonly returnedAttributes?: ReturnedAttributes;
  /** The users of a printed list; they are not read from AWS. */
  readonly users?: readonly User[];
}
