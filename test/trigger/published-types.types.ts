// Checked by the compiler, never run: whether our event types are assignable to those of @types/aws-lambda, and
// the reverse. `false` has its reason.
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
/** An event in JSON, where a key is missing but never `undefined`. */
type InJson<Event> = Event extends { request: infer Request }
  ? Omit<Event, "request"> & { request: { [Key in keyof Request]: Exclude<Request[Key], undefined> } }
  : never;
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

/**
 * Theirs is not assignable to ours, because theirs permits keys that are `undefined`, which JSON does not have
 * (`exactOptionalPropertyTypes`). Without such keys it is, except for
 */
export const theirsIsOurs: [
  Assignable<InJson<PreSignUpTriggerEvent>, PreSignUpEvent>,
  Assignable<InJson<PostConfirmationTriggerEvent>, PostConfirmationEvent>,
  // … `usernameParameter`, which theirs permits to be null in an invitation and text in any other message,
  Assignable<InJson<CustomMessageTriggerEvent>, CustomMessageEvent>,
  // … and migrations, where theirs has a password at a recovery, and statuses that Cognito rejects.
  Assignable<InJson<UserMigrationTriggerEvent>, UserMigrationEvent>,
  Assignable<PreSignUpTriggerEvent, PreSignUpEvent>,
  Assignable<PostConfirmationTriggerEvent, PostConfirmationEvent>,
] = [true, true, false, false, false, false];

/** Ours is not assignable to theirs, which has neither missing nor null keys. */
export const oursIsTheirs: [
  Assignable<CustomMessageEvent, CustomMessageTriggerEvent>,
  Assignable<UserMigrationEvent, UserMigrationTriggerEvent>,
  Assignable<PreSignUpEvent, PreSignUpTriggerEvent>,
  Assignable<PostConfirmationEvent, PostConfirmationTriggerEvent>,
] = [false, false, false, false];

type TheirRecovery = Extract<UserMigrationTriggerEvent, { triggerSource: "UserMigration_ForgotPassword" }>;

/** Their contradictions to the contract. If one of these changes, they have corrected it. */
export const wrong: [
  passwordAtRecovery: Assignable<TheirRecovery["request"], { password: string }>,
  mediumsRequired: Assignable<TheirRecovery["response"], { desiredDeliveryMediums: unknown[] }>,
  impossibleStatus: Assignable<"COMPROMISED", TheirRecovery["response"]["finalUserStatus"]>,
  impossibleAction: Assignable<"RESEND", TheirRecovery["response"]["messageAction"]>,
  noNullMetadata: Assignable<null, TheirRecovery["request"]["clientMetadata"]>,
] = [true, true, true, true, false];
