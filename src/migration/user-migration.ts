import { within } from "../abort/within.ts";
import type { Directory, LegacyUser, Outcome, SignInForm } from "../directory/directory.ts";
import { handleUnavailable } from "../directory/directory-unavailable.ts";
import { prefetch } from "../parameter/prefetch.ts";
import type { Setting } from "../parameter/setting.ts";
import type { Answer, Call, Responder } from "../trigger/responder.ts";
import {
  type MigrationAuthenticationEvent,
  type MigrationForgotPasswordEvent,
  type UserMigrationEvent,
  userMigrationSources,
} from "../trigger/user-migration-event.ts";
import { attributesForRecovery, attributesForSignIn } from "./accepted-attributes.ts";
import { isProvenName, isSamePerson } from "./is-same-person.ts";
import { poolUserName } from "./pool-user-name.ts";

export interface UserMigrationOptions {
  /** The pool's form of sign-in, which its events do not contain. */
  readonly signIn: Setting<SignInForm>;
  /**
   * The behaviour when the store cannot answer. `report` asks the person to try again later, which reveals to anyone
   * that the pool does not know the name. `conceal` continues as if the person were unknown: not even the person who
   * waits for a code learns of the problem.
   */
  readonly whenUnavailable: Setting<"report" | "conceal">;
  /** The store's name in log and metrics; `legacy` when left out. */
  readonly store?: string;
}

/**
 * Returns the responder of user migration, which migrates a person whom only the legacy directory knows: at a
 * recovery if they have a verified contact (and a typed contact is verified), at a sign-in if the password is
 * theirs.
 *
 * Every other outcome returns the event unchanged, so that it does not reveal who exists. The log has the outcome:
 * `migrated`, `unknown`, `ambiguous`, `barred`, `unsupported`, `mismatch`, `unverified`, `unavailable`, or
 * `no-username` (a row without the user name that this form of sign-in requires).
 *
 * A recovery is public: anybody can migrate any legacy person by requesting their code. From then on the pool
 * does not invoke user migration for them, so keep the legacy sign-in open until `postConfirmation` has marked
 * them as migrated.
 *
 * The responder throws when the store is unavailable and this is reported, with its failure as `cause`.
 */
export function userMigration(
  directory: Directory,
  options: UserMigrationOptions,
): Responder<UserMigrationEvent> {
  const { store = "legacy" } = options;
  return async (event, call) => {
    if (!userMigrationSources.includes(event.triggerSource)) return undefined;
    const whenUnavailable = prefetch(options.whenUnavailable, call.signal);
    const signIn = prefetch(options.signIn, call.signal);
    try {
      // Both are awaited for everybody: otherwise a wrong setting would show who is in the store.
      const [outcome, form] = await within(
        call.signal,
        Promise.all([lookUp(directory, event, call), signIn]),
      );
      if (outcome.is === "unavailable") throw outcome.cause;
      if (outcome.is !== "found") {
        const { is, why } = { why: undefined, ...outcome };
        call.annotate({ outcome: is, stores: [{ store, outcome: is, why }] });
        return undefined;
      }
      const { response, is, ...more } = decide(outcome.user, event, form);
      call.annotate({ outcome: is, stores: [{ store, outcome: is }], ...more });
      return response;
    } catch (cause) {
      const isConcealed = whenUnavailable.then((word) => word === "conceal");
      return handleUnavailable(cause, call, { store, isConcealed });
    }
  };
}

/** Queries the directory, unless the event has no name or no password. */
async function lookUp(
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

/** The decision about a person who was found; only `migrated` has a response. */
interface Decision {
  readonly is: "no-username" | "ambiguous" | "unverified" | "unsupported" | "migrated";
  readonly response?: NonNullable<Answer<UserMigrationEvent>>;
  /** The parts of the row that Cognito would have rejected. */
  readonly warnings?: readonly string[];
  /** The error that an odd row caused. */
  readonly fault?: unknown;
}

/** An error over a row is not the store's: reported as an outage, it would show who is in the store. */
function decide(...all: Parameters<typeof migration>): Decision {
  try {
    return migration(...all);
  } catch (fault) {
    return { is: "unsupported", fault };
  }
}

function migration(user: LegacyUser, event: UserMigrationEvent, signIn: SignInForm): Decision {
  const typed = event.userName ?? "";
  const named = poolUserName(typed, user, signIn);
  if (!named) return { is: "no-username" };
  if (!isSamePerson(typed, user, signIn)) return { is: "ambiguous" };
  const messageAction = "SUPPRESS";
  if (event.triggerSource === "UserMigration_Authentication") {
    const { attributes, warnings } = attributesForSignIn(user, typed, signIn);
    const response: MigrationAuthenticationEvent["response"] = {
      userAttributes: { ...attributes, ...named },
      finalUserStatus: "CONFIRMED",
      messageAction,
    };
    return { is: "migrated", response, warnings };
  }
  const { attributes, warnings } = attributesForRecovery(user, typed, signIn);
  if (!attributes || !isProvenName(typed, user, signIn)) return { is: "unverified", warnings };
  const response: MigrationForgotPasswordEvent["response"] = {
    userAttributes: { ...attributes, ...named },
    messageAction,
  };
  return { is: "migrated", response, warnings };
}
