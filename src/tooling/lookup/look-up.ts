import type { Directory, Outcome, SignInForm } from "../../directory/directory.ts";
import type { Annotations } from "../../log/annotations.ts";
import { userMigration } from "../../migration/user-migration.ts";
import { type Given, parameter, read } from "../../parameter/parameter.ts";
import { DEADLINE_MS, within } from "../../trigger/deadline.ts";
import type { Call } from "../../trigger/responder.ts";
import type { MigrationForgotPasswordEvent } from "../../trigger/user-migration-event.ts";
import { isObject } from "../json/json.ts";
import { errorTexts } from "../replay/error-text.ts";
import { masked } from "./masked.ts";

/** What `triggers/legacy-directory.ts` exports. */
export interface DirectoryModule {
  readonly directory: Directory;
  /** How people sign in to the pool; the setting SIGN_IN when it exports none. */
  readonly signIn?: Given<SignInForm>;
}

/** What a directory knows of one person; no value of theirs is readable in it. */
export interface LookUp {
  readonly outcome: Outcome["is"];
  /** Of `barred` and `unsupported`. */
  readonly why?: string;
  readonly milliseconds: number;
  /** Of `found`: the row, its values masked. */
  readonly user?: {
    readonly username?: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly emailVerified: boolean;
    readonly phoneVerified: boolean;
  };
  /** Of `found`: what user migration would come to at a recovery, and the attributes that it would write. */
  readonly recovery?: { readonly outcome: string; readonly attributes: readonly string[] };
  readonly signIn?: string;
  readonly warnings: readonly string[];
  /** All that the store and its driver say of what went wrong, in full. */
  readonly errors: readonly string[];
}

/** Asks a directory once for a person, within the time that a trigger has, and what a recovery would bring in. */
export async function lookUp(
  { directory, signIn = parameter("SIGN_IN") }: DirectoryModule,
  userName: string,
  limit = DEADLINE_MS,
): Promise<LookUp> {
  const signal = AbortSignal.timeout(limit);
  const annotations: Annotations[] = [];
  const call: Call = {
    signal,
    metadata: {},
    clientId: undefined,
    annotate: (more) => annotations.push(more),
  };
  const started = performance.now();
  const outcome = await asked(directory, userName, call);
  const milliseconds = Math.round(performance.now() - started);
  const found = outcome.is === "found" ? await foundBy(outcome, userName, signIn, call) : {};
  const faults = annotations.flatMap(({ fault }) => (fault === undefined ? [] : errorTexts(fault)));
  return {
    outcome: outcome.is,
    ...("why" in outcome && { why: outcome.why }),
    milliseconds,
    ...found,
    warnings: annotations.flatMap(({ warnings = [] }) => warnings),
    errors: outcome.is === "unavailable" ? [...causeTexts(outcome.cause, limit, signal), ...faults] : faults,
  };
}

async function asked(directory: Directory, userName: string, call: Call): Promise<Outcome> {
  try {
    const outcome: unknown = await within(call.signal, directory.find(userName, call));
    if (isOutcome(outcome)) return outcome;
    throw new TypeError('`directory.find` gave something else than an Outcome, such as { is: "unknown" }');
  } catch (cause) {
    return { is: "unavailable", cause };
  }
}

const OUTCOMES = ["found", "unknown", "ambiguous", "barred", "unsupported", "unavailable"];

function isOutcome(value: unknown): value is Outcome {
  const { is, user } = (value ?? {}) as { is?: unknown; user?: { attributes?: unknown } };
  return OUTCOMES.includes(is as string) && (is !== "found" || isObject(user?.attributes));
}

/** The responder of user migration itself says what a recovery comes to, given what the directory has said. */
async function foundBy(
  outcome: Extract<Outcome, { is: "found" }>,
  userName: string,
  given: Given<SignInForm>,
  call: Call,
): Promise<Pick<LookUp, "user" | "recovery" | "signIn">> {
  const { username, attributes, emailVerified, phoneVerified } = outcome.user;
  const user = {
    ...(username !== undefined && { username: masked("username", username) }),
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [name, masked(name, String(value))]),
    ),
    emailVerified,
    phoneVerified,
  };
  try {
    const signIn = await read(given, call.signal);
    const respond = userMigration({ find: async () => outcome }, { signIn, whenUnavailable: "report" });
    let word = "";
    const answer = await respond(recoveryOf(userName), {
      ...call,
      annotate({ outcome, warnings, fault }) {
        word = outcome ?? word;
        call.annotate({ ...(warnings && { warnings }), ...(fault !== undefined && { fault }) });
      },
    });
    const written = Object.keys(answer?.userAttributes ?? {}).sort();
    return { user, signIn, recovery: { outcome: word, attributes: written } };
  } catch (fault) {
    call.annotate({ fault });
    return { user };
  }
}

function recoveryOf(userName: string): MigrationForgotPasswordEvent {
  return {
    version: "1",
    region: "eu-central-1",
    userPoolId: "eu-central-1_EXAMPLE",
    callerContext: { awsSdkVersion: "", clientId: null },
    triggerSource: "UserMigration_ForgotPassword",
    userName,
    request: {},
    response: {},
  };
}

function causeTexts(cause: unknown, limit: number, signal: AbortSignal): string[] {
  return cause === signal.reason && signal.aborted
    ? [`The store did not answer within ${limit / 1_000} s, which is all the time that a trigger has.`]
    : errorTexts(cause);
}
