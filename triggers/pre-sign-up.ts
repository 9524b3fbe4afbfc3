import { notInLegacy, preSignUp, triggerHandler } from "cognito-recovery";
import { clientMetadata } from "./client-metadata.js";
import { directory, signIn } from "./legacy-directory.js";

/** Refuses sign-ups under the name of a person in the legacy directory. */
export const handler = triggerHandler(
  preSignUp([notInLegacy(directory, { signIn, whenUnavailable: "refuse" })]),
  { metadata: clientMetadata },
);
