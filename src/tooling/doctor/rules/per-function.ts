import { type Attached, attachedTo } from "../attached.ts";
import type { Facts, FunctionFacts } from "../facts.ts";
import type { LambdaFunction } from "../lambda-function.ts";
import type { Violation } from "../rule.ts";

type Found = Omit<Violation, "subject"> | undefined;

/**
 * Returns the violations of each attached function for which `fact` returns something; `undefined` when it
 * returns nothing of any.
 */
export function perFunction<T>(
  facts: Facts,
  fact: (each: FunctionFacts) => T | undefined,
  found: (fact: T, attached: Attached) => Found,
): readonly Violation[] | undefined {
  const attached = attachedTo(facts.pool);
  const known = attached.flatMap((each) => {
    const value = fact(facts.functions.get(each.arn) ?? {});
    return value === undefined ? [] : [{ each, value }];
  });
  if (attached.length > 0 && known.length === 0) return undefined;
  return known.flatMap(({ each, value }) => {
    const violation = found(value, each);
    return violation ? [{ subject: each.subject, ...violation }] : [];
  });
}

/** Returns the violations of the functions of our own triggers. Custom senders have other requirements. */
export function perTrigger(
  facts: Facts,
  found: (lambda: LambdaFunction, attached: Attached) => Found,
): readonly Violation[] | undefined {
  return perFunction(
    facts,
    ({ configuration }) => configuration,
    (configuration, attached) =>
      configuration === "missing" || attached.triggers.length === 0
        ? undefined
        : found(configuration, attached),
  );
}
