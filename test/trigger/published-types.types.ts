// Checked by the compiler, never run: how our event types relate to those of @types/aws-lambda, which type
// the Lambda side only. `true` is an assignment that holds, `false` one that does not, with its reason.
import type {
  CustomMessageTriggerEvent,
  PostConfirmationTriggerEvent,
  PreSignUpTriggerEvent,
  UserMigrationTriggerEvent,
} from "aws-lambda";
import type { CustomMessageEvent } from "../../src/trigger/custom-message-event.ts";
import type { PostConfirmationEvent } from "../../src/trigger/post-confirmation-event.ts";
import type { PreSignUpEvent } from "../../src/trigger/pre-sign-up-event.ts";
import type { UserMigrationEvent } from "../../src/trigger/user-migration-event.ts";

type Assignable<From, To> = [From] extends [To] ? true : false;
type SameSources<Ours extends { triggerSource: string }, Theirs extends { triggerSource: string }> = [
  Assignable<Ours["triggerSource"], Theirs["triggerSource"]>,
  Assignable<Theirs["triggerSource"], Ours["triggerSource"]>,
];

/** Both know the same trigger sources. */
export const sources: [
  ...SameSources<CustomMessageEvent, CustomMessageTriggerEvent>,
  ...SameSources<UserMigrationEvent, UserMigrationTriggerEvent>,
  ...SameSources<PreSignUpEvent, PreSignUpTriggerEvent>,
  ...SameSources<PostConfirmationEvent, PostConfirmationTriggerEvent>,
] = [true, true, true, true, true, true, true, true];

/** An event typed by them is one of ours … */
export const theirsIsOurs: [
  Assignable<PreSignUpTriggerEvent, PreSignUpEvent>,
  Assignable<PostConfirmationTriggerEvent, PostConfirmationEvent>,
  // … but not where theirs lets `usernameParameter` be null for an invitation, and a text for all else,
  Assignable<CustomMessageTriggerEvent, CustomMessageEvent>,
  // and not where theirs has a password at a recovery, and statuses that Cognito refuses.
  Assignable<UserMigrationTriggerEvent, UserMigrationEvent>,
] = [true, true, false, false];

/** Ours is never one of theirs: theirs knows neither absent nor null keys. */
export const oursIsTheirs: [
  Assignable<CustomMessageEvent, CustomMessageTriggerEvent>,
  Assignable<UserMigrationEvent, UserMigrationTriggerEvent>,
  Assignable<PreSignUpEvent, PreSignUpTriggerEvent>,
  Assignable<PostConfirmationEvent, PostConfirmationTriggerEvent>,
] = [false, false, false, false];

type TheirRecovery = Extract<UserMigrationTriggerEvent, { triggerSource: "UserMigration_ForgotPassword" }>;

/** Where theirs is wrong, by the contract. If one of these changes, theirs has been mended. */
export const wrong: [
  passwordAtRecovery: Assignable<TheirRecovery["request"], { password: string }>,
  mediumsRequired: Assignable<TheirRecovery["response"], { desiredDeliveryMediums: unknown[] }>,
  impossibleStatus: Assignable<"COMPROMISED", TheirRecovery["response"]["finalUserStatus"]>,
  impossibleAction: Assignable<"RESEND", TheirRecovery["response"]["messageAction"]>,
  noNullMetadata: Assignable<null, TheirRecovery["request"]["clientMetadata"]>,
] = [true, true, true, true, false];
