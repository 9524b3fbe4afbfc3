import type { CustomMessageEvent } from "./custom-message-event.ts";
import type { PostConfirmationEvent } from "./post-confirmation-event.ts";
import type { PreSignUpEvent } from "./pre-sign-up-event.ts";
import type { UserMigrationEvent } from "./user-migration-event.ts";

/** Any event that the triggers of this project answer; `triggerSource` tells which. */
export type TriggerEvent = CustomMessageEvent | PostConfirmationEvent | PreSignUpEvent | UserMigrationEvent;
