import { type Attached, attachedTo } from "../attached.ts";
import type { Facts, FunctionFacts } from "../facts.ts";
import type { LambdaFunction } from "../lambda-function.ts";
import type { Case } from "../rule.ts";

type Found = Omit<Case, "subject"> | undefined;

/** The cases of the functions of which `known` is known; `undefined` when the pool has some and it is known of none. */
export function eachAttached<T>(
  facts: Facts,
  known: (each: FunctionFacts) => T | undefined,
  found: (known: T, attached: Attached) => Found,
): readonly Case[] | undefined {
  const attached = attachedTo(facts.pool);
  const seen = attached.flatMap((each) => {
    const fact = known(facts.functions.get(each.arn) ?? {});
    return fact === undefined ? [] : [{ each, fact }];
  });
  if (attached.length > 0 && seen.length === 0) return undefined;
  return seen.flatMap(({ each, fact }) => {
    const one = found(fact, each);
    return one ? [{ subject: each.subject, ...one }] : [];
  });
}

/** The cases of our own triggers whose function is there: of a custom sender's room we know nothing. */
export function eachOfOurs(
  facts: Facts,
  found: (lambda: LambdaFunction, attached: Attached) => Found,
): readonly Case[] | undefined {
  return eachAttached(
    facts,
    ({ configuration }) => configuration,
    (configuration, attached) =>
      configuration === "missing" || attached.triggers.length === 0
        ? undefined
        : found(configuration, attached),
  );
}
