import { attachedAs } from "../aws/attached-as.ts";
import { poolTriggers, type TriggerName, triggerNames } from "../aws/pool-triggers.ts";
import type { Facts, FunctionFacts, Pool } from "./facts.ts";

/** A function that the pool invokes in a recovery. */
export interface Attached {
  /** The ARN in `LambdaConfig`, with its version or alias. */
  readonly arn: string;
  /** The triggers of this package that it is attached as. */
  readonly triggers: readonly TriggerName[];
  /** The triggers and the function's name: `custom-message (my-function:live)`. */
  readonly subject: string;
}

/** The custom senders: functions that receive the code and send it instead of Cognito. */
const senders = ["CustomEmailSender", "CustomSMSSender"] as const;

/** Returns the functions that are attached as our triggers or as a custom sender, each once. */
export function attachedTo({ LambdaConfig = {} }: Pool): Attached[] {
  const ours = triggerNames.map((name) => ({ name, arn: LambdaConfig[poolTriggers[name]] }));
  const sending = senders.map((name) => ({ name, arn: LambdaConfig[name]?.LambdaArn }));
  const byArn = Map.groupBy([...ours, ...sending], ({ arn }) => arn);
  return [...byArn].flatMap(([arn, as]) => {
    if (!arn) return [];
    const names = as.map(({ name }) => name);
    const triggers = triggerNames.filter((trigger) => names.includes(trigger));
    return [{ arn, triggers, subject: `${names.join(", ")} (${functionNameIn(arn)})` }];
  });
}

/** Returns the facts of the function that is attached as a trigger; `undefined` where there is none. */
export function functionAs(trigger: TriggerName, facts: Facts): FunctionFacts | undefined {
  const arn = attachedAs(trigger, facts.pool);
  return arn ? (facts.functions.get(arn) ?? {}) : undefined;
}

export function isAttached(trigger: TriggerName, pool: Pool): boolean {
  return attachedAs(trigger, pool) !== undefined;
}

/** Returns `my-function:live` of an ARN. */
function functionNameIn(arn: string): string {
  return arn.split(":").slice(6).join(":") || arn;
}
