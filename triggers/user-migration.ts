import {
  parameter,
  sqlDirectory,
  triggerHandler,
  type UserMigrationEvent,
  userMigration,
} from "cognito-recovery";
import { clientMetadata } from "./client-metadata.js";
import { legacyStatements, signIn } from "./legacy-directory.js";

/** Brings in a person whom only the legacy directory knows. */
export const handler = triggerHandler<UserMigrationEvent>(
  userMigration(sqlDirectory(legacyStatements), { signIn, whenUnavailable: parameter("WHEN_UNAVAILABLE") }),
  { metadata: clientMetadata },
);
