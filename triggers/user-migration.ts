import { parameter, triggerHandler, type UserMigrationEvent, userMigration } from "cognito-recovery";
import { clientMetadata } from "./client-metadata.ts";
import { directory, signIn } from "./legacy-directory.ts";

/** Brings in a person whom only the legacy directory knows. */
export const handler = triggerHandler<UserMigrationEvent>(
  userMigration(directory, { signIn, whenUnavailable: parameter("WHEN_UNAVAILABLE") }),
  { metadata: clientMetadata },
);
