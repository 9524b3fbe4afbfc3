import { type CustomMessageEvent, customMessageSources } from "./custom-message-event.ts";
import { type PostConfirmationEvent, postConfirmationSources } from "./post-confirmation-event.ts";
import { type PreSignUpEvent, preSignUpSources } from "./pre-sign-up-event.ts";
import { type UserMigrationEvent, userMigrationSources } from "./user-migration-event.ts";

/** Any event that the triggers of this project answer, discriminated by `triggerSource`. */
export type TriggerEvent = CustomMessageEvent | PostConfirmationEvent | PreSignUpEvent | UserMigrationEvent;

/** The sources of all these events. */
export const triggerSources: ReadonlySet<unknown> = new Set([
  ...customMessageSources,
  ...userMigrationSources,
  ...preSignUpSources,
  ...postConfirmationSources,
]);
