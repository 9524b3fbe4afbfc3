import { postConfirmation, triggerHandler } from "cognito-recovery";
import { clientMetadata } from "./client-metadata.js";
import { directory, signIn } from "./legacy-directory.js";

/** Marks a person as migrated in the legacy directory after their recovery. */
export const handler = triggerHandler(postConfirmation(directory, { signIn }), { metadata: clientMetadata });
