import { choice, triggerHandler, type UserMigrationEvent, userMigration } from "cognito-recovery";
import { clientMetadata } from "./client-metadata.ts";
import { legacyDirectory, signIn } from "./legacy-directory.ts";

/** Brings in a person whom only the legacy directory knows. `WHEN_UNAVAILABLE`: report (default) or conceal. */
export const handler = triggerHandler<UserMigrationEvent>(
  (event, call) => {
    const whenUnavailable = choice("WHEN_UNAVAILABLE", ["report", "conceal"]);
    return userMigration(legacyDirectory, { signIn, whenUnavailable })(event, call);
  },
  { metadata: clientMetadata },
);
