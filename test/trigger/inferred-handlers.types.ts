// Checked by the compiler, never run: a handler's event is that of its responder, without a type argument.
import {
  type CustomMessageEvent,
  type CustomMessageOptions,
  customMessage,
  type Directory,
  firstAnswer,
  type PostConfirmationEvent,
  type PostConfirmationOptions,
  type PreSignUpEvent,
  postConfirmation,
  preSignUp,
  type TriggerHandler,
  triggerHandler,
  type UserMigrationEvent,
  type UserMigrationOptions,
  userMigration,
} from "cognito-recovery";

declare const directory: Directory;
declare const options: CustomMessageOptions & UserMigrationOptions & PostConfirmationOptions;
const migration = userMigration(directory, options);

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const written = triggerHandler(customMessage(options));
const migrated = triggerHandler(migration);
const first = triggerHandler(firstAnswer(migration, migration));
const allowed = triggerHandler(preSignUp([]));
const confirmed = triggerHandler(postConfirmation(directory, options));

export const inferred: [
  Same<typeof written, TriggerHandler<CustomMessageEvent>>,
  Same<typeof migrated, TriggerHandler<UserMigrationEvent>>,
  Same<typeof first, TriggerHandler<UserMigrationEvent>>,
  Same<typeof allowed, TriggerHandler<PreSignUpEvent>>,
  Same<typeof confirmed, TriggerHandler<PostConfirmationEvent>>,
] = [true, true, true, true, true];
