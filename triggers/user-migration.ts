import { parameter, triggerHandler, userMigration } from "cognito-recovery";
import { clientMetadata } from "./client-metadata.js";
import { directory, signIn } from "./legacy-directory.js";

/** Migrates a person whom only the legacy directory knows. */
export const handler = triggerHandler(
  userMigration(directory, { signIn, whenUnavailable: parameter("WHEN_UNAVAILABLE") }),
  { metadata: clientMetadata },
);
