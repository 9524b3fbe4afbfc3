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
/** An event as JSON says it: a key is absent, never `undefined`. */
type Said<Event> = Event extends { request: infer Request }
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
 * An event typed by them is none of ours: theirs lets a key be there and `undefined`, which no JSON can say
 * (`exactOptionalPropertyTypes` tells the difference). Without such keys it is, apart from
 */
export const theirsIsOurs: [
  Assignable<Said<PreSignUpTriggerEvent>, PreSignUpEvent>,
  Assignable<Said<PostConfirmationTriggerEvent>, PostConfirmationEvent>,
  // … an invitation, whose `usernameParameter` theirs lets be null, and all else, where it lets it be text,
  Assignable<Said<CustomMessageTriggerEvent>, CustomMessageEvent>,
  // … and a migration, where theirs has a password at a recovery, and statuses that Cognito refuses.
  Assignable<Said<UserMigrationTriggerEvent>, UserMigrationEvent>,
  Assignable<PreSignUpTriggerEvent, PreSignUpEvent>,
  Assignable<PostConfirmationTriggerEvent, PostConfirmationEvent>,
] = [true, true, false, false, false, false];

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
