import type { Directory, LegacyUser, Outcome, SignInForm } from "../directory/directory.ts";
import { answerWithout } from "../directory/unavailable.ts";
import { note } from "../log/note.ts";
import { type Given, readAhead } from "../parameter/parameter.ts";
import { within } from "../trigger/deadline.ts";
import type { Answer, Call, Responder } from "../trigger/responder.ts";
import {
  type MigrationAuthenticationEvent,
  type MigrationForgotPasswordEvent,
  type UserMigrationEvent,
  userMigrationSources,
} from "../trigger/user-migration-event.ts";
import { attributesForRecovery, attributesForSignIn } from "./migrated-attributes.ts";
import { poolUserName } from "./pool-user-name.ts";
import { isProvenName, isSamePerson } from "./same-person.ts";

export interface UserMigrationOptions {
  /** How people sign in to the pool: its events do not tell. */
  readonly signIn: SignInForm;
  /**
   * When the store cannot answer: `report` fails, and the person reads "try again later", from which anybody
   * learns that the pool does not know the name; `conceal` goes on as if the person were unknown, and the
   * pool tells nobody that anything is wrong, the person who waits for a code included.
   */
  readonly whenUnavailable: Given<"report" | "conceal">;
  /** What log and metrics call the store; `legacy` when left out. */
  readonly store?: string;
}

/**
 * The responder of user migration: brings in a person whom only the legacy directory knows, at a recovery
 * when they have a verified contact (and a contact that was typed is one), at a sign-in when the password
 * is theirs.
 *
 * Everything but a migration gives the event back unchanged, so that nobody learns who exists; the log
 * has the outcome: `migrated`, `unknown`, `ambiguous`, `barred`, `unsupported`, `mismatch`, `unverified`,
 * `unavailable`, or `no-username` (a row without the user name that this form of sign-in needs).
 *
 * A recovery is public: anyone can bring in any legacy person by asking for their code. From then on the
 * pool does not consult migration for them, so keep the legacy sign-in open until `postConfirmation` has
 * marked them as moved.
 *
 * @throws when the store is unavailable and this is to be reported, with what broke as `cause`
 */
export function userMigration(
  directory: Directory,
  options: UserMigrationOptions,
): Responder<UserMigrationEvent> {
  const { signIn, whenUnavailable, store = "legacy" } = options;
  const told = (outcome: string, call: Call) => note(call, { outcome, stores: [{ store, outcome }] });
  return async (event, call) => {
    if (!userMigrationSources.includes(event.triggerSource)) return undefined;
    const policy = readAhead(whenUnavailable, call.signal);
    try {
      const outcome = await within(call.signal, asked(directory, event, call));
      if (outcome.is === "unavailable") throw outcome.cause;
      const decision =
        outcome.is === "found" ? migration(outcome.user, event, signIn) : { outcome: outcome.is };
      told(decision.outcome, call);
      return "response" in decision ? decision.response : undefined;
    } catch (cause) {
      told("unavailable", call);
      return answerWithout(cause, call, { whenUnavailable: policy, untold: "conceal" });
    }
  };
}

/** What the directory says; an event without a name or a password is not worth asking about. */
async function asked(
  directory: Directory,
  event: UserMigrationEvent,
  call: Call,
): Promise<Outcome | { is: "mismatch" }> {
  const { userName } = event;
  if (!userName) return { is: "unknown" };
  if (event.triggerSource === "UserMigration_ForgotPassword") return directory.find(userName, call);
  const { password } = event.request;
  return password ? directory.authenticate(userName, password, call) : { is: "mismatch" };
}

/** What comes of a person who was found, in one word for the log; only `migrated` has a response. */
type Decision =
  | { readonly outcome: "no-username" | "ambiguous" | "unverified" }
  | { readonly outcome: "migrated"; readonly response: NonNullable<Answer<UserMigrationEvent>> };

function migration(user: LegacyUser, event: UserMigrationEvent, signIn: SignInForm): Decision {
  const typed = event.userName ?? "";
  const named = poolUserName(typed, user, signIn);
  if (!named) return { outcome: "no-username" };
  if (!isSamePerson(typed, user, signIn)) return { outcome: "ambiguous" };
  const response =
    event.triggerSource === "UserMigration_Authentication"
      ? signedIn(user, named)
      : isProvenName(typed, user, signIn) && recovered(user, named);
  return response ? { outcome: "migrated", response } : { outcome: "unverified" };
}

type Named = { readonly username?: string };

function signedIn(user: LegacyUser, named: Named): MigrationAuthenticationEvent["response"] {
  return {
    userAttributes: { ...attributesForSignIn(user), ...named },
    finalUserStatus: "CONFIRMED",
    messageAction: "SUPPRESS",
  };
}

function recovered(user: LegacyUser, named: Named): MigrationForgotPasswordEvent["response"] | undefined {
  const userAttributes = attributesForRecovery(user);
  return userAttributes && { userAttributes: { ...userAttributes, ...named }, messageAction: "SUPPRESS" };
}
