import type { Verdict } from "../local-pool/judge.ts";
import type { DeliveredMessage } from "../local-pool/pool-context.ts";
import type { Step } from "./flow.ts";
import type { Invocation } from "./invocation.ts";

/** A trigger's run within a step. */
export interface TriggerRun {
  readonly triggerSource: string;
  readonly invocation: Invocation;
  readonly verdict: Verdict;
}

/** The result of one step of a flow. */
export interface StepReport {
  readonly step: Step;
  readonly ran: readonly TriggerRun[];
  readonly delivered: readonly DeliveredMessage[];
  /** The masked address that the caller receives; `undefined` for operations that send no code. */
  readonly destination?: string;
  readonly error?: { readonly name: string; readonly message: string };
  readonly usersCreated: number;
  /** Unmet expectations, and answers that Cognito would reject; empty when all is well. */
  readonly failures: readonly string[];
}
