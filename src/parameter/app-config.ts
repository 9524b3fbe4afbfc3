import { AppConfigProvider } from "@aws-lambda-powertools/parameters/appconfig";
import { AppConfigDataClient } from "@aws-sdk/client-appconfigdata";
import type { ReferenceTo } from "./reference.ts";
import { clientConfig, type Freshness } from "./store-client.ts";

let awsSdkV3Client: AppConfigDataClient | undefined;
const providers = new Map<string, AppConfigProvider>();

/** The bytes of a configuration profile. Rejects with Powertools' error, whose `cause` is the SDK's. */
export async function read(
  { application, environment, name }: ReferenceTo<"appconfig">,
  freshness: Freshness,
): Promise<unknown> {
  const place = `${application}/${environment}`;
  // One client for all: a provider that is dropped would leave its own with an open connection.
  awsSdkV3Client ??= new AppConfigDataClient(clientConfig);
  const provider =
    providers.get(place) ?? new AppConfigProvider({ application, environment, awsSdkV3Client });
  providers.set(place, provider);
  try {
    return await provider.get(name, freshness);
  } catch (error) {
    // It keeps its session for a day, and one that AppConfig no longer takes would fail as long.
    if (providers.get(place) === provider) providers.delete(place);
    throw error;
  }
}
