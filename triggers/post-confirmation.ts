import { marksMoved, postConfirmation, triggerHandler } from "cognito-recovery";
import { clientMetadata } from "./client-metadata.ts";
import { legacyDirectory, signIn } from "./legacy-directory.ts";

/** Marks a person whose recovery has succeeded as moved in the legacy directory. */
export const handler = triggerHandler(postConfirmation(marksMoved(legacyDirectory, { signIn })), {
  metadata: clientMetadata,
});
