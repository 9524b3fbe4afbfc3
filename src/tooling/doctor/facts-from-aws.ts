import type { TriggerName } from "../aws/pool-triggers.ts";
import { undefinedIfNotFound } from "../aws/undefined-if-not-found.ts";
import type { AppClient } from "./app-client.ts";
import { type Attached, attachedTo } from "./attached.ts";
import type { AwsQueries } from "./aws-queries.ts";
import { deliveryFacts } from "./delivery-facts.ts";
import type { Facts, FunctionFacts } from "./facts.ts";
import { type Attempt, attemptWith, type FailureReasons } from "./failure-reasons.ts";
import { lambdaFunction } from "./lambda-function.ts";

/**
 * Returns the facts of a pool that AWS discloses, and the reasons why it does not disclose others.
 *
 * @throws AwsError when the pool cannot be described, or AWS rejects the credentials
 */
export async function factsFromAws(
  queries: AwsQueries,
  poolId: string,
  expectedTriggers: readonly TriggerName[],
): Promise<{ readonly facts: Facts; readonly reasons: FailureReasons }> {
  const reasons = new Map<string, string>();
  const attempt = attemptWith(reasons);
  const pool = await queries.pool(poolId);
  const [mfa, app, functions, delivery] = await Promise.all([
    attempt("mfa", queries.mfa(poolId)),
    appClients(queries, attempt, poolId),
    Promise.all(attachedTo(pool).map((each) => functionFacts(queries, attempt, each))),
    deliveryFacts(queries, attempt, pool, reasons),
  ]);
  return {
    facts: {
      pool,
      expectedTriggers,
      ...(mfa && { mfa }),
      ...app,
      functions: new Map(functions),
      ...delivery,
    },
    reasons,
  };
}

async function appClients(queries: AwsQueries, attempt: Attempt, poolId: string) {
  const clientIds = await attempt("clients", queries.clientIds(poolId));
  const clients: AppClient[] = [];
  // One after the other: a pool may have hundreds, and AWS permits few calls a second.
  for (const id of clientIds ?? []) {
    const client = await attempt(`client ${id}`, queries.client(poolId, id));
    if (client) clients.push(client);
  }
  return { clients, ...(clientIds && { clientIds }) };
}

async function functionFacts(
  queries: AwsQueries,
  attempt: Attempt,
  { arn, triggers }: Attached,
): Promise<[string, FunctionFacts]> {
  const described = await attempt(`function ${arn}`, orMissing(queries.functionConfiguration(arn)));
  if (described === "missing") return [arn, { configuration: "missing" }];
  // Lambda gives the same answer for a missing function and a missing policy.
  const policy = await attempt(`policy ${arn}`, orMissing(queries.functionPolicy(arn)));
  const isCertain = described !== undefined || policy !== "missing";
  return [
    arn,
    {
      ...(described && { configuration: lambdaFunction(described, triggers) }),
      ...(policy !== undefined && isCertain && { policy: policy === "missing" ? "none" : policy }),
    },
  ];
}

async function orMissing<T>(answer: Promise<T>): Promise<T | "missing"> {
  return (await undefinedIfNotFound(answer)) ?? "missing";
}
