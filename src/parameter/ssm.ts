import { SSMProvider } from "@aws-lambda-powertools/parameters/ssm";
import type { ReferenceTo } from "./reference.ts";
import { clientConfig, type Freshness } from "./store-client.ts";

let provider: SSMProvider | undefined;

/** The text of an SSM parameter, decrypted. Rejects with Powertools' error, whose `cause` is the SDK's. */
export async function read({ name }: ReferenceTo<"ssm">, freshness: Freshness): Promise<unknown> {
  provider ??= new SSMProvider({ clientConfig });
  return provider.get(name, { ...freshness, decrypt: true });
}
