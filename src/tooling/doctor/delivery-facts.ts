import { undefinedIfNotFound } from "../aws/undefined-if-not-found.ts";
import type { AwsQueries } from "./aws-queries.ts";
import type { Facts, Pool } from "./facts.ts";
import type { Attempt } from "./failure-reasons.ts";
import { type SesIdentity, sesIdentity } from "./ses-identity.ts";
import { smsService } from "./sms-service.ts";

type DeliveryFacts = Pick<Facts, "identity" | "sesAccount" | "isInSmsSandbox" | "originationNumbers">;

/** Returns what SES and SNS know of the identity and the account that a pool sends by. */
export async function deliveryFacts(
  queries: AwsQueries,
  attempt: Attempt,
  pool: Pool,
  reasons: Map<string, string>,
): Promise<DeliveryFacts> {
  const identity = sesIdentity(pool);
  const sms = smsService(pool);
  const [email, phone] = await Promise.all([
    identity && sesFacts(queries, attempt, identity, reasons),
    sms?.is === "SNS" ? snsFacts(queries, attempt, sms.region) : undefined,
  ]);
  return { ...email, ...phone };
}

async function sesFacts(
  queries: AwsQueries,
  attempt: Attempt,
  { region, name, isElsewhere }: SesIdentity,
  reasons: Map<string, string>,
): Promise<DeliveryFacts> {
  if (isElsewhere) {
    const reason = "The identity belongs to another account: run doctor with credentials of that account.";
    for (const key of ["identity", "ses account"]) reasons.set(key, reason);
    return {};
  }
  const [identity, sesAccount] = await Promise.all([
    attempt("identity", identityOrDomain(queries, region, name)),
    attempt("ses account", queries.sesAccount(region)),
  ]);
  return { ...(identity && { identity }), ...(sesAccount && { sesAccount }) };
}

/** A verified domain permits each address of it, without an identity for the address. */
async function identityOrDomain(queries: AwsQueries, region: string, name: string) {
  const [, domain] = name.split("@");
  const find = (each: string) => undefinedIfNotFound(queries.emailIdentity(region, each));
  return (await find(name)) ?? (domain ? await find(domain) : undefined) ?? ("missing" as const);
}

async function snsFacts(queries: AwsQueries, attempt: Attempt, region: string): Promise<DeliveryFacts> {
  const [isInSmsSandbox, originationNumbers] = await Promise.all([
    attempt("sms sandbox", queries.isInSmsSandbox(region)),
    attempt("origination numbers", queries.originationNumbers(region)),
  ]);
  return {
    ...(isInSmsSandbox !== undefined && { isInSmsSandbox }),
    ...(originationNumbers && { originationNumbers }),
  };
}
