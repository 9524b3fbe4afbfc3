import { attachedAs } from "../aws/attached-as.ts";
import { poolTriggers, type TriggerName, triggerNames } from "../aws/pool-triggers.ts";
import type { Facts, FunctionFacts, Pool } from "./facts.ts";

/** A function that the pool invokes in a recovery. */
export interface Attached {
  /** As the pool has it, with its version or alias. */
  readonly arn: string;
  /** Those of our triggers that it is attached as. */
  readonly triggers: readonly TriggerName[];
  /** What it is attached as, and its name: `custom-message (my-function:live)`. */
  readonly subject: string;
}

/** The custom senders: functions that get the code itself, and send it in Cognito's stead. */
const senders = ["CustomEmailSender", "CustomSMSSender"] as const;

/** The functions attached as our triggers or as a custom sender, each once. */
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

/** The function attached as a trigger, and what is known of it. */
export function functionAs(trigger: TriggerName, facts: Facts): FunctionFacts | undefined {
  const arn = attachedAs(trigger, facts.pool);
  return arn ? (facts.functions.get(arn) ?? {}) : undefined;
}

export function isAttached(trigger: TriggerName, pool: Pool): boolean {
  return attachedAs(trigger, pool) !== undefined;
}

/** `my-function:live` of an ARN. */
function functionNameIn(arn: string): string {
  return arn.split(":").slice(6).join(":") || arn;
}
