import type {
  GetUserPoolMfaConfigResponse,
  UserPoolClientType,
  UserPoolType,
} from "@aws-sdk/client-cognito-identity-provider";
import type { GetAccountResponse } from "@aws-sdk/client-sesv2";
import type { PhoneNumberInformation } from "@aws-sdk/client-sns";
import type { TriggerName } from "../aws/pool-triggers.ts";
import type { LambdaFunction } from "./lambda-function.ts";
import type { Contact } from "./recovery-contacts.ts";

/** A user pool, as DescribeUserPool tells it. */
export type Pool = Omit<UserPoolType, "CreationDate" | "LastModifiedDate"> & {
  readonly Id: string;
  readonly Arn: string;
};

/** An app client, without what nobody should see: its secret stays with AWS. */
export type AppClient = Pick<
  UserPoolClientType,
  "ClientName" | "ExplicitAuthFlows" | "AllowedOAuthFlows" | "PreventUserExistenceErrors" | "WriteAttributes"
> & { readonly ClientId: string };

/** What GetUserPoolMfaConfig tells of the contacts that MFA uses. */
export type PoolMfa = Pick<
  GetUserPoolMfaConfigResponse,
  "MfaConfiguration" | "SmsMfaConfiguration" | "EmailMfaConfiguration" | "SoftwareTokenMfaConfiguration"
>;

/** What is known of a function that the pool invokes. */
export interface FunctionFacts {
  readonly configuration?: LambdaFunction | "missing";
  /** The text of its resource policy. */
  readonly policy?: string | "none";
}

/** Names of the attributes that the migration returns, never their values. */
export interface Returned {
  /** In some answer. */
  readonly ever: readonly string[];
  /** In every answer that brought somebody in. */
  readonly always: readonly string[];
  /** How they were learnt. */
  readonly by: string;
}

/** What is kept of a user: nothing personal. */
export interface User {
  readonly status: string | undefined;
  readonly verified: readonly Contact[];
}

/** What the rules look at. What could not be asked, or was not given, is not there: a rule then says nothing. */
export interface Facts {
  readonly pool: Pool;
  /** The triggers that this project has, and so means to be attached. */
  readonly ours: readonly TriggerName[];
  readonly mfa?: PoolMfa;
  /** Of every app client that there is. */
  readonly clientIds?: readonly string[];
  /** Those that were described. */
  readonly clients: readonly AppClient[];
  /** By the ARN under which they are attached. */
  readonly functions: ReadonlyMap<string, FunctionFacts>;
  readonly identity?: { readonly VerifiedForSendingStatus?: boolean | undefined } | "missing";
  readonly sesAccount?: Pick<GetAccountResponse, "ProductionAccessEnabled" | "SendingEnabled">;
  /** Of SNS. */
  readonly isInSmsSandbox?: boolean;
  /** Of AWS End User Messaging. */
  readonly isInEumsSandbox?: boolean;
  readonly originationNumbers?: readonly Pick<
    PhoneNumberInformation,
    "Iso2CountryCode" | "NumberCapabilities"
  >[];
  readonly returned?: Returned;
  /** Those that were printed; AWS is not asked for them. */
  readonly users?: readonly User[];
}
