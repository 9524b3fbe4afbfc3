import { within } from "../abort/within.ts";
import type { Directory, LegacyUser, Outcome, SignInForm } from "../directory/directory.ts";
import { answerWithout } from "../directory/unavailable.ts";
import { prefetch } from "../parameter/prefetch.ts";
import type { Setting } from "../parameter/setting.ts";
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
  /** How people sign in to the pool: its events do not say. */
  readonly signIn: Setting<SignInForm>;
  /**
   * When the store cannot answer: `report` fails, and the person reads "try again later", from which anybody
   * learns that the pool does not know the name; `conceal` goes on as if the person were unknown, and the
   * pool tells nobody that anything is wrong, the person who waits for a code included.
   */
  readonly whenUnavailable: Setting<"report" | "conceal">;
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
 * marked them as migrated.
 *
 * @throws when the store is unavailable and this is to be reported, with what broke as `cause`
 */
export function userMigration(
  directory: Directory,
  options: UserMigrationOptions,
): Responder<UserMigrationEvent> {
  const { whenUnavailable, store = "legacy" } = options;
  const annotate = (outcome: string, call: Call, warnings: readonly string[] = []) =>
    call.annotate({ outcome, stores: [{ store, outcome }], ...(warnings.length > 0 && { warnings }) });
  return async (event, call) => {
    if (!userMigrationSources.includes(event.triggerSource)) return undefined;
    const policy = prefetch(whenUnavailable, call.signal);
    const signIn = prefetch(options.signIn, call.signal);
    try {
      // Both, whatever the store answers: a wrong setting must not show from outside who is in the store.
      const [outcome, form] = await within(call.signal, Promise.all([asked(directory, event, call), signIn]));
      if (outcome.is === "unavailable") throw outcome.cause;
      if (outcome.is !== "found") {
        annotate(outcome.is, call);
        return undefined;
      }
      const decision = decided(outcome.user, event, form);
      annotate(decision.outcome, call, decision.warnings);
      if (decision.fault !== undefined) call.annotate({ fault: decision.fault });
      return decision.response;
    } catch (cause) {
      annotate("unavailable", call);
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
  if (!directory.authenticate) return { is: "unsupported", why: "format" };
  return password ? directory.authenticate(userName, password, call) : { is: "mismatch" };
}

/** What comes of a person who was found, in one word for the log; only `migrated` has a response. */
interface Decision {
  readonly outcome: "no-username" | "ambiguous" | "unverified" | "unsupported" | "migrated";
  readonly response?: NonNullable<Answer<UserMigrationEvent>>;
  /** What of the row Cognito would have rejected. */
  readonly warnings?: readonly string[];
  /** What broke over an odd row. */
  readonly fault?: unknown;
}

/** What breaks once somebody was found is no failure of the store: reported as one, it would show who is in it. */
function decided(...all: Parameters<typeof migration>): Decision {
  try {
    return migration(...all);
  } catch (fault) {
    return { outcome: "unsupported", fault };
  }
}

function migration(user: LegacyUser, event: UserMigrationEvent, signIn: SignInForm): Decision {
  const typed = event.userName ?? "";
  const named = poolUserName(typed, user, signIn);
  if (!named) return { outcome: "no-username" };
  if (!isSamePerson(typed, user, signIn)) return { outcome: "ambiguous" };
  const messageAction = "SUPPRESS";
  if (event.triggerSource === "UserMigration_Authentication") {
    const { attributes, warnings } = attributesForSignIn(user, typed, signIn);
    const response: MigrationAuthenticationEvent["response"] = {
      userAttributes: { ...attributes, ...named },
      finalUserStatus: "CONFIRMED",
      messageAction,
    };
    return { outcome: "migrated", response, warnings };
  }
  const { attributes, warnings } = attributesForRecovery(user, typed, signIn);
  if (!attributes || !isProvenName(typed, user, signIn)) return { outcome: "unverified", warnings };
  const response: MigrationForgotPasswordEvent["response"] = {
    userAttributes: { ...attributes, ...named },
    messageAction,
  };
  return { outcome: "migrated", response, warnings };
}
