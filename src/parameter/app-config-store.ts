import { AppConfigProvider } from "@aws-lambda-powertools/parameters/appconfig";
import { AppConfigDataClient } from "@aws-sdk/client-appconfigdata";
import type { ClientConfig } from "./client-config.ts";
import type { StoreReader } from "./store-reader.ts";

/** Reads configuration profiles of AppConfig, which are bytes. */
export function appConfigStore(clientConfig: ClientConfig): StoreReader<"appconfig"> {
  // One client for all: a provider that is dropped would leave its own with an open connection.
  const awsSdkV3Client = new AppConfigDataClient(clientConfig);
  const providers = new Map<string, AppConfigProvider>();
  return async ({ application, environment, name }, freshness) => {
    const place = `${application}/${environment}`;
    const provider =
      providers.get(place) ?? new AppConfigProvider({ application, environment, awsSdkV3Client });
    providers.set(place, provider);
    try {
      return await provider.get(name, freshness);
    } catch (error) {
      // It keeps its session for a day, and one that AppConfig no longer accepts would fail as long.
      if (providers.get(place) === provider) providers.delete(place);
      throw error;
    }
  };
}
