import { within } from "../../abort/within.ts";
import type { Annotations } from "../../annotations/annotations.ts";
import type { Directory, Outcome, SignInForm } from "../../directory/directory.ts";
import { userMigration } from "../../migration/user-migration.ts";
import { parameter } from "../../parameter/parameter.ts";
import { readSetting, type Setting } from "../../parameter/setting.ts";
import { DEADLINE_MS } from "../../trigger/deadline.ts";
import type { Call } from "../../trigger/responder.ts";
import type { MigrationForgotPasswordEvent } from "../../trigger/user-migration-event.ts";
import { isObject } from "../json/json.ts";
import { errorTexts } from "../replay/error-text.ts";
import { masked } from "./masked.ts";

/** The exports of `triggers/legacy-directory.ts`. */
export interface DirectoryModule {
  readonly directory: Directory;
  /** The form of sign-in to the pool. Default: the setting SIGN_IN. */
  readonly signIn?: Setting<SignInForm>;
}

/** The result of looking one person up. Every value of theirs is masked. */
export interface LookUp {
  readonly outcome: Outcome["is"];
  /** `barred` and `unsupported` only. */
  readonly why?: string;
  readonly milliseconds: number;
  /** `found` only: the row, with masked values. */
  readonly user?: {
    readonly username?: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly emailVerified: boolean;
    readonly phoneVerified: boolean;
  };
  /** `found` only: the outcome of user migration in a recovery, and the attributes that it would write. */
  readonly recovery?: { readonly outcome: string; readonly attributes: readonly string[] };
  readonly signIn?: string;
  readonly warnings: readonly string[];
  /** The errors of the store and its driver, in full. */
  readonly errors: readonly string[];
}

/** Looks a person up once, within a trigger's time, and tries what a recovery would migrate. */
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
  const outcome = await outcomeOf(directory, userName, call);
  const milliseconds = Math.round(performance.now() - started);
  const found = outcome.is === "found" ? await recoveryFor(outcome, userName, signIn, call) : {};
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

async function outcomeOf(directory: Directory, userName: string, call: Call): Promise<Outcome> {
  try {
    const outcome: unknown = await within(call.signal, directory.find(userName, call));
    if (isOutcome(outcome)) return outcome;
    throw new TypeError('`directory.find` did not return an Outcome, such as { is: "unknown" }');
  } catch (cause) {
    return { is: "unavailable", cause };
  }
}

const OUTCOMES = ["found", "unknown", "ambiguous", "barred", "unsupported", "unavailable"];

function isOutcome(value: unknown): value is Outcome {
  const { is, user } = (value ?? {}) as { is?: unknown; user?: { attributes?: unknown } };
  return OUTCOMES.includes(is as string) && (is !== "found" || isObject(user?.attributes));
}

/** Passes the outcome to user migration's own responder, and returns what a recovery would do. */
async function recoveryFor(
  outcome: Extract<Outcome, { is: "found" }>,
  userName: string,
  setting: Setting<SignInForm>,
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
    const signIn = await readSetting(setting, call.signal);
    const respond = userMigration({ find: async () => outcome }, { signIn, whenUnavailable: "report" });
    let recovery = "";
    const answer = await respond(recoveryEvent(userName), {
      ...call,
      annotate({ outcome, warnings, fault }) {
        recovery = outcome ?? recovery;
        call.annotate({ ...(warnings && { warnings }), ...(fault !== undefined && { fault }) });
      },
    });
    const written = Object.keys(answer?.userAttributes ?? {}).sort();
    return { user, signIn, recovery: { outcome: recovery, attributes: written } };
  } catch (fault) {
    call.annotate({ fault });
    return { user };
  }
}

function recoveryEvent(userName: string): MigrationForgotPasswordEvent {
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
    ? [`The store did not answer within ${limit / 1_000} s, the time that a trigger has.`]
    : errorTexts(cause);
}
