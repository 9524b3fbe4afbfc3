import { SSMProvider } from "@aws-lambda-powertools/parameters/ssm";
import type { ClientConfig } from "./client-config.ts";
import type { StoreReader } from "./store-reader.ts";

/** Reads SSM parameters, decrypted. */
export function ssmStore(clientConfig: ClientConfig): StoreReader<"ssm"> {
  const provider = new SSMProvider({ clientConfig });
  return ({ name }, freshness) => provider.get(name, { ...freshness, decrypt: true });
}
