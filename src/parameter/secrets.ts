import { SecretsProvider } from "@aws-lambda-powertools/parameters/secrets";
import type { ReferenceTo } from "./reference.ts";
import { clientConfig, type Freshness } from "./store-client.ts";

let provider: SecretsProvider | undefined;

/** The text or bytes of a secret. Rejects with Powertools' error, whose `cause` is the SDK's. */
export async function read({ name }: ReferenceTo<"secret">, freshness: Freshness): Promise<unknown> {
  provider ??= new SecretsProvider({ clientConfig });
  return provider.get(name, freshness);
}
