import { AppConfigProvider } from "@aws-lambda-powertools/parameters/appconfig";
import type { ReferenceTo } from "./reference.ts";
import { clientConfig, type Freshness } from "./store-client.ts";

const providers = new Map<string, AppConfigProvider>();

/** The bytes of a configuration profile. Rejects with Powertools' error, whose `cause` is the SDK's. */
export async function read(
  { application, environment, name }: ReferenceTo<"appconfig">,
  freshness: Freshness,
): Promise<unknown> {
  const place = `${application}/${environment}`;
  const provider = providers.get(place) ?? new AppConfigProvider({ application, environment, clientConfig });
  providers.set(place, provider);
  try {
    return await provider.get(name, freshness);
  } catch (error) {
    // It keeps its session for a day, and one that AppConfig no longer takes would fail as long.
    if (providers.get(place) === provider) providers.delete(place);
    throw error;
  }
}
