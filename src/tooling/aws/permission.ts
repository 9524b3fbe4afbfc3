import { isObject, type Json } from "../replay/raw-event.ts";
import { arnIn } from "./arn.ts";
import { type Request, withinConditions } from "./policy-condition.ts";
import { matches, type Verdict } from "./wildcard.ts";

/** For whose pools Cognito may invoke a function: those that the policy names, those of this account, or anyone's. */
export type Reach = (typeof reaches)[number];

const reaches = ["pool", "account", "anyone"] as const;

/** Whether Cognito may invoke a function for a pool. */
export type Permission =
  | { readonly is: "allowed"; readonly reach: Reach }
  | { readonly is: "refused" }
  /** A statement says something that is not understood here. */
  | { readonly is: "unclear" };

export const COGNITO = "cognito-idp.amazonaws.com";

/**
 * What a function's resource policy says of its invocation by a pool.
 *
 * @param policy its text, as Lambda's GetPolicy gives it
 */
export function permissionIn(policy: string, request: Request): Permission {
  const statements = statementsIn(policy);
  if (!statements) return { is: "unclear" };
  const judged = statements.map((statement) => ({ statement, is: applies(statement, request) }));
  const denying = judged.filter(({ statement }) => statement.Effect !== "Allow");
  if (denying.some(({ is }) => is === "yes")) return { is: "refused" };
  if (denying.some(({ is }) => is === "unclear")) return { is: "unclear" };
  const allowing = judged.filter(({ statement }) => statement.Effect === "Allow");
  const allowed = allowing
    .filter(({ is }) => is === "yes")
    .map(({ statement }) => reachOf(statement, request.poolArn));
  // One statement that is wide is wide, whatever the others say.
  if (allowed.length > 0) return { is: "allowed", reach: widest(allowed) };
  return { is: allowing.some(({ is }) => is === "unclear") ? "unclear" : "refused" };
}

function statementsIn(policy: string): readonly Json[] | undefined {
  try {
    const { Statement } = JSON.parse(policy) as { Statement?: unknown };
    const statements = [Statement].flat();
    return statements.every(isObject) ? statements : undefined;
  } catch {
    return undefined;
  }
}

function applies(statement: Json, request: Request): Verdict {
  if ("NotAction" in statement || "NotPrincipal" in statement || "NotResource" in statement) return "unclear";
  const { Principal, Action, Resource = "*", Condition } = statement;
  const services = isObject(Principal) ? Principal.Service : Principal;
  const isFor =
    texts(services).some((service) => service === COGNITO || service === "*") &&
    texts(Action).some((action) => matches(action.toLowerCase(), "lambda:invokefunction")) &&
    texts(Resource).some((resource) => matches(resource, request.functionArn));
  return isFor ? withinConditions(Condition, request) : "no";
}

/** All conditions have to hold, so the closest of them counts; of the values of one any, so there the widest does. */
function reachOf({ Condition }: Json, poolArn: string): Reach {
  const conditions = Object.values(isObject(Condition) ? Condition : {}).flatMap((keys) =>
    Object.entries(isObject(keys) ? keys : {}),
  );
  const found = conditions.map(([key, values]) => {
    switch (key.toLowerCase()) {
      case "aws:sourcearn":
        // The pool's own, masked as the policy is, holds no wildcard.
        return widest(texts(values).map((arn) => (arn === poolArn ? "pool" : reachOfArn(arn))));
      case "aws:sourceaccount":
        return texts(values).every(isExact) ? "account" : "anyone";
      default:
        return "anyone";
    }
  });
  return reaches.find((reach) => found.includes(reach)) ?? "anyone";
}

/** An ARN holds the account: one that is written out leaves nobody else's pool. */
function reachOfArn(arn: string): Reach {
  if (isExact(arn)) return "pool";
  const { account } = arnIn(arn);
  return account !== "" && isExact(account) ? "account" : "anyone";
}

function isExact(pattern: string): boolean {
  return !/[*?]/.test(pattern);
}

function widest(all: readonly Reach[]): Reach {
  return reaches.findLast((reach) => all.includes(reach)) ?? "anyone";
}

function texts(value: unknown): string[] {
  return [value].flat().filter((each) => typeof each === "string");
}
