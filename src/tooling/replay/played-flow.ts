import { CognitoException } from "../local-pool/cognito-exception.ts";
import { judge } from "../local-pool/judge.ts";
import { type LocalPool, localPool } from "../local-pool/local-pool.ts";
import type { DeliveredMessage } from "../local-pool/pool-context.ts";
import type { RawEvent } from "../local-pool/raw-event.ts";
import type { Flow, Step } from "./flow.ts";
import type { Stage } from "./stage.ts";
import { stepFailures } from "./step-failures.ts";
import type { StepReport, TriggerRun } from "./step-report.ts";

/** Plays a flow on the built triggers. It continues after a failure, since later steps may explain it. */
export async function playedFlow(flow: Flow, stage: Stage): Promise<StepReport[]> {
  const ran: TriggerRun[] = [];
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
  const pool = localPool({
    invoke,
    deliver: (message) => delivered.push(message),
    settings,
    users,
    now: () => NOON,
    code,
  });
  const reports: StepReport[] = [];
  for (const step of flow.steps) {
    const before = pool.users().length;
    const result = await resultOf(pool, step, lastCode);
    const happened = {
      step,
      ran: ran.splice(0),
      delivered: delivered.splice(0),
      ...result,
      usersCreated: pool.users().length - before,
    };
    reports.push({ ...happened, failures: stepFailures(step.expect, happened) });
  }
  return reports;
}

const FIRST_CODE = 123_456;
const NOON = Date.UTC(2026, 0, 1, 12);

async function resultOf(pool: LocalPool, step: Step, lastCode: () => string) {
  const { forgotPassword, confirmForgotPassword, signIn, signUp } = step;
  try {
    if (forgotPassword) return { destination: (await pool.forgotPassword(forgotPassword)).Destination };
    if (confirmForgotPassword) {
      await pool.confirmForgotPassword({
        ...confirmForgotPassword,
        code: confirmForgotPassword.code ?? lastCode(),
      });
    }
    if (signIn) await pool.signIn(signIn);
    if (signUp) await pool.signUp(signUp);
    return {};
  } catch (thrown) {
    if (!(thrown instanceof CognitoException)) throw thrown;
    return { error: { name: thrown.name, message: thrown.message } };
  }
}
