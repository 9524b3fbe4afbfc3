import { SecretsProvider } from "@aws-lambda-powertools/parameters/secrets";
import type { ClientConfig } from "./client-config.ts";
import type { StoreReader } from "./store-reader.ts";

/** Reads secrets of Secrets Manager, which are text or bytes. */
export function secretStore(clientConfig: ClientConfig): StoreReader<"secret"> {
  const provider = new SecretsProvider({ clientConfig });
  return ({ name }, freshness) => provider.get(name, freshness);
}
