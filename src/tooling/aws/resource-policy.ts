import { isObject, type Json } from "../replay/raw-event.ts";
import { type Request, withinConditions } from "./policy-condition.ts";
import { matches, type Verdict } from "./wildcard.ts";

/** Whether Cognito may invoke a function for a pool, and by which of the two conditions that is narrowed. */
export type Permission =
  | { readonly is: "allowed"; readonly narrowedBy: { readonly pool: boolean; readonly account: boolean } }
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
  const allowed = allowing.filter(({ is }) => is === "yes").map(({ statement }) => narrowing(statement));
  // One statement that is wide is wide, whatever the others say.
  if (allowed.length > 0) {
    return {
      is: "allowed",
      narrowedBy: { pool: allowed.every(({ pool }) => pool), account: allowed.every((each) => each.account) },
    };
  }
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

function narrowing({ Condition }: Json) {
  const keys = Object.values(isObject(Condition) ? Condition : {})
    .flatMap((each) => Object.keys(isObject(each) ? each : {}))
    .map((key) => key.toLowerCase());
  return { pool: keys.includes("aws:sourcearn"), account: keys.includes("aws:sourceaccount") };
}

function texts(value: unknown): string[] {
  return [value].flat().filter((each) => typeof each === "string");
}
