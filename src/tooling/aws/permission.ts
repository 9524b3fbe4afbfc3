import { isObject, type Json } from "../json/json.ts";
import { arnIn } from "./arn.ts";

/** The pools for which Cognito may invoke a function, from narrow to wide: those named, the account's, anyone's. */
export type Reach = (typeof reaches)[number];

const reaches = ["pool", "account", "anyone"] as const;

/** Cognito's permission to invoke a function for a pool; `unclear` if the policy contains something that is not read here. */
export type Permission =
  | { readonly is: "allowed"; readonly reach: Reach }
  | { readonly is: "denied" }
  | { readonly is: "unclear" };

/** The invocation of a function by a pool. */
export interface Request {
  /** The ARN in `LambdaConfig`, with its version or alias. */
  readonly functionArn: string;
  readonly poolArn: string;
  readonly account: string;
}

export const COGNITO = "cognito-idp.amazonaws.com";

/**
 * Returns what a function's resource policy allows a pool.
 *
 * It reads the statements that Lambda's AddPermission writes (the console, CDK and Terraform use it too), with
 * wildcards. It does not evaluate the rest of IAM: a denial, or a condition of another kind, is `unclear`.
 *
 * @param policy the text that Lambda's GetPolicy returns
 */
export function permissionIn(policy: string, request: Request): Permission {
  const reached = statementsIn(policy).map((statement) => reachOf(statement, request));
  if (reached.includes("denial")) return { is: "unclear" };
  // The widest statement counts, whatever the others require.
  const reach = reaches.findLast((each) => reached.includes(each));
  if (reach !== undefined) return { is: "allowed", reach };
  return { is: reached.includes("unclear") ? "unclear" : "denied" };
}

/** The reach of one statement, or `nothing` where it does not match the request. */
type Allowed = Reach | "nothing" | "denial" | "unclear";

function statementsIn(policy: string): readonly unknown[] {
  try {
    return [(JSON.parse(policy) as Json).Statement].flat();
  } catch {
    return [undefined];
  }
}

function reachOf(statement: unknown, request: Request): Allowed {
  if (!isObject(statement)) return "unclear";
  const { Effect, Principal, Action, Resource = "*", Condition = {} } = statement;
  const isInverted = Object.keys(statement).some((key) => /^Not/.test(key));
  if (isInverted || !isObject(Condition)) return "unclear";
  const services = texts(isObject(Principal) ? Principal.Service : Principal);
  const isMatch =
    services.some((service) => service === COGNITO || service === "*") &&
    texts(Action).some((action) => matches(action.toLowerCase(), "lambda:invokefunction")) &&
    texts(Resource).some((resource) => matches(resource, request.functionArn));
  if (!isMatch) return "nothing";
  const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(isObject(keys) ? keys : { [operator]: keys }).map(([key, values]) =>
      reachWithin(operator, key.toLowerCase(), texts(values), request),
    ),
  );
  if (conditions.includes("nothing")) return "nothing";
  if (Effect !== "Allow") return "denial";
  if (conditions.includes("unclear")) return "unclear";
  // All conditions must be met: the narrowest counts.
  return reaches.find((reach) => conditions.includes(reach)) ?? "anyone";
}

const operators = ["ArnLike", "ArnEquals", "StringLike", "StringEquals"];

function reachWithin(
  operator: string,
  key: string,
  values: readonly string[],
  { poolArn, account }: Request,
): Allowed {
  const value = { "aws:sourcearn": poolArn, "aws:sourceaccount": account }[key];
  if (value === undefined || !operators.includes(operator)) return "unclear";
  const hasMatch = values.some((each) =>
    operator === "StringEquals" ? each === value : matches(each, value),
  );
  if (!hasMatch) return "nothing";
  // A value that is the pool's own, masked as the policy is, contains no wildcard. Of several the widest counts.
  const wide = values.filter((each) => each !== value && /[*?]/.test(each));
  if (key === "aws:sourceaccount") return wide.length > 0 ? "anyone" : "account";
  if (wide.length === 0) return "pool";
  return wide.every((each) => /^[^*?]+$/.test(arnIn(each).account)) ? "account" : "anyone";
}

/** Whether a text matches a pattern of IAM: `*` is any text, `?` one character. */
function matches(pattern: string, text: string): boolean {
  const source = pattern.replace(/\*+|[\\^$.+?()[\]{}|]/g, (found) =>
    found.startsWith("*") ? ".*" : found === "?" ? "." : `\\${found}`,
  );
  return new RegExp(`^${source}$`, "s").test(text);
}

function texts(value: unknown): string[] {
  return [value].flat().filter((each) => typeof each === "string");
}
