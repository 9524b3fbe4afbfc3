import { attachedTo } from "./attached.ts";
import type { Facts } from "./facts.ts";
import type { FailureReasons } from "./failure-reasons.ts";
import { requiredDeliveryFacts } from "./required-delivery-facts.ts";
import type { RequiredFact } from "./required-fact.ts";
import { requiredFunctionFacts, requiredSettingFacts } from "./required-function-facts.ts";
import { requiredPoolFacts } from "./required-pool-facts.ts";

/** A fact that a rule reads and that is not known, with the reason as a sentence and the command that prints it. */
export type MissingFact = Required<Pick<RequiredFact, "fact" | "reason" | "command">>;

/** Returns the facts that the rules require for this pool and that are missing. */
export function missingFacts(facts: Facts, reasons: FailureReasons, defaultReason: string): MissingFact[] {
  return [
    ...requiredPoolFacts(facts),
    ...attachedTo(facts.pool).flatMap((each) =>
      requiredFunctionFacts(each, facts.functions.get(each.arn) ?? {}),
    ),
    ...requiredSettingFacts(facts),
    ...requiredDeliveryFacts(facts),
  ].flatMap(({ key, fact, command, isKnown, reason = defaultReason }) =>
    isKnown ? [] : [{ fact, reason: reasons.get(key) ?? reason, command }],
  );
}
