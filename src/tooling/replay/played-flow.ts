import { CognitoException } from "../local-pool/cognito-exception.ts";
import { judge, type Verdict } from "../local-pool/judge.ts";
import { type Pool, pool } from "../local-pool/local-pool.ts";
import type { RawEvent } from "../local-pool/raw-event.ts";
import type { DeliveredMessage } from "../local-pool/world.ts";
import type { Flow, Step } from "./flow.ts";
import type { Invocation } from "./invocation.ts";
import type { Stage } from "./stage.ts";
import { failuresOf } from "./step-failures.ts";

/** One trigger's run within a step. */
export interface Ran {
  readonly triggerSource: string;
  readonly invocation: Invocation;
  readonly verdict: Verdict;
}

/** What happened in one step. */
export interface StepReport {
  readonly step: Step;
  readonly ran: readonly Ran[];
  readonly delivered: readonly DeliveredMessage[];
  /** Where the caller is told that the code goes; `undefined` for operations that send none. */
  readonly destination?: string;
  readonly error?: { readonly name: string; readonly message: string };
  readonly usersCreated: number;
  /** Expectations that were not met, and answers that Cognito would refuse; empty when all is well. */
  readonly failures: readonly string[];
}

/** Plays a flow on the built triggers; goes on after a failure, since later steps may explain it. */
export async function playedFlow(flow: Flow, stage: Stage): Promise<StepReport[]> {
  const ran: Ran[] = [];
  const delivered: DeliveredMessage[] = [];
  let codes = 0;
  const code = () => String(FIRST_CODE + codes++);
  const lastCode = () => (codes > 0 ? String(FIRST_CODE + codes - 1) : "000000");
  const invoke = async (event: RawEvent) => {
    const invocation = await stage.invoke(event);
    if (invocation)
      ran.push({ triggerSource: event.triggerSource, invocation, verdict: judge(event, invocation) });
    return invocation;
  };
  const { settings, users } = flow.pool;
  const played = pool({
    invoke,
    deliver: (message) => delivered.push(message),
    settings: withoutUndefined(settings),
    users,
    now: () => NOON,
    code,
  });
  const reports: StepReport[] = [];
  for (const step of flow.steps) {
    const before = played.users().length;
    const told = await toldBy(played, step, lastCode);
    const happened = {
      step,
      ran: ran.splice(0),
      delivered: delivered.splice(0),
      ...told,
      usersCreated: played.users().length - before,
    };
    reports.push({ ...happened, failures: failuresOf(step.expect, happened) });
  }
  return reports;
}

const FIRST_CODE = 123_456;
const NOON = Date.UTC(2026, 0, 1, 12);

async function toldBy(played: Pool, step: Step, lastCode: () => string) {
  const { forgotPassword, confirmForgotPassword, signIn, signUp } = step;
  try {
    if (forgotPassword) return { destination: (await played.forgotPassword(forgotPassword)).Destination };
    if (confirmForgotPassword) {
      await played.confirmForgotPassword({
        ...confirmForgotPassword,
        code: confirmForgotPassword.code ?? lastCode(),
      });
    }
    if (signIn) await played.signIn(signIn);
    if (signUp) await played.signUp(signUp);
    return {};
  } catch (thrown) {
    if (!(thrown instanceof CognitoException)) throw thrown;
    return { error: { name: thrown.name, message: thrown.message } };
  }
}

function withoutUndefined<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const kept = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(kept) as { [Key in keyof T]: Exclude<T[Key], undefined> };
}
