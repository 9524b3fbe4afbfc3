import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import type { AppClient } from "./app-client.ts";
import type { Facts, Pool, PoolMfa } from "./facts.ts";

/** The little that doctor reads from AWS. Each rejects with an AwsError. */
export interface AwsQueries {
  pool(id: string): Promise<Pool>;
  mfa(poolId: string): Promise<PoolMfa>;
  clientIds(poolId: string): Promise<readonly string[]>;
  client(poolId: string, clientId: string): Promise<AppClient>;
  functionConfiguration(arn: string): Promise<FunctionConfiguration>;
  /** The text of its resource policy. */
  functionPolicy(arn: string): Promise<string>;
  emailIdentity(region: string, name: string): Promise<Exclude<Facts["identity"], undefined | "missing">>;
  sesAccount(region: string): Promise<NonNullable<Facts["sesAccount"]>>;
  isInSmsSandbox(region: string): Promise<boolean>;
  originationNumbers(region: string): Promise<NonNullable<Facts["originationNumbers"]>>;
}
