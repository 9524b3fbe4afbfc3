import { isObject } from "../json/json.ts";
import { matches, matchesArn, type Verdict } from "./wildcard.ts";

/** An invocation of a function by a pool, as a policy sees it. */
export interface Request {
  /** As the pool has it, with its version or alias. */
  readonly functionArn: string;
  readonly poolArn: string;
  readonly account: string;
}

type Operator = (wanted: string, given: string) => boolean;

const equals: Operator = (wanted, given) => wanted === given;
const equalsInAnyCase: Operator = (wanted, given) => wanted.toLowerCase() === given.toLowerCase();

/** IAM's operators for texts and ARNs; both of those for ARNs take wildcards. */
const operators: ReadonlyMap<string, Operator> = new Map([
  ["stringequals", equals],
  ["stringequalsignorecase", equalsInAnyCase],
  ["stringlike", matches],
  ["arnequals", matchesArn],
  ["arnlike", matchesArn],
]);

/** Whether all conditions of a statement hold: its operators and keys all, of each key's values any. */
export function withinConditions(condition: unknown, request: Request): Verdict {
  if (condition === undefined) return "yes";
  if (!isObject(condition)) return "unclear";
  const given = new Map([
    ["aws:sourcearn", request.poolArn],
    ["aws:sourceaccount", request.account],
  ]);
  const verdicts = Object.entries(condition).flatMap(([name, keys]): Verdict[] => {
    const operator = operators.get(name.toLowerCase().replace(/ifexists$/, ""));
    if (!operator || !isObject(keys)) return ["unclear"];
    return Object.entries(keys).map(([key, wanted]): Verdict => {
      const value = given.get(key.toLowerCase());
      if (value === undefined) return "unclear";
      return [wanted].flat().some((each) => typeof each === "string" && operator(each, value)) ? "yes" : "no";
    });
  });
  if (verdicts.includes("no")) return "no";
  return verdicts.includes("unclear") ? "unclear" : "yes";
}
