import { marksMoved, postConfirmation, sqlPeople, triggerHandler } from "cognito-recovery";
import { clientMetadata } from "./client-metadata.js";
import { legacyStatements, signIn } from "./legacy-directory.js";

/** Marks a person whose recovery has succeeded as moved in the legacy directory. */
export const handler = triggerHandler(postConfirmation(marksMoved(sqlPeople(legacyStatements), { signIn })), {
  metadata: clientMetadata,
});
