import { devNull } from "node:os";
import { region } from "./services.ts";

export const ACCESS_KEY = "AKIALOOPBACKONLY0000";

/** Returns the variables by which the SDK's clients call a port of this machine, whatever its own settings are. */
export function environmentFor(port: number): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: ACCESS_KEY,
    AWS_SECRET_ACCESS_KEY: "of-no-use-elsewhere",
    AWS_SESSION_TOKEN: "of-no-use-elsewhere",
    AWS_PROFILE: "", // with a profile's name in it, the SDK would pass over the key above
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: "true",
  };
}
