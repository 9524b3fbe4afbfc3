import { orMissing } from "../aws/undefined-if-not-found.ts";
import type { Questions } from "./aws-queries.ts";
import type { OrNot } from "./failure-reasons.ts";
import type { sesIdentity } from "./rules/email-delivery-rules.ts";

/** What SES says of the identity and the account that a pool sends by. */
export async function sesFacts(
  questions: Questions,
  orNot: OrNot,
  { region, name, isElsewhere }: NonNullable<ReturnType<typeof sesIdentity>>,
  whys: Map<string, string>,
) {
  if (isElsewhere) {
    const why = "The identity is another account's: ask it with credentials of that account.";
    for (const key of ["identity", "ses account"]) whys.set(key, why);
    return {};
  }
  const [identity, sesAccount] = await Promise.all([
    orNot("identity", identityOrDomain(questions, region, name)),
    orNot("ses account", questions.sesAccount(region)),
  ]);
  return { ...(identity && { identity }), ...(sesAccount && { sesAccount }) };
}

/** A verified domain is good for each address in it, though the address is no identity of its own. */
async function identityOrDomain(questions: Questions, region: string, name: string) {
  const identity = await orMissing(questions.emailIdentity(region, name));
  const [, domain] = name.split("@");
  return identity === "missing" && domain ? orMissing(questions.emailIdentity(region, domain)) : identity;
}

/** What SNS says of the account that a pool sends by. */
export async function smsFacts(questions: Questions, orNot: OrNot, region: string) {
  const [isInSmsSandbox, originationNumbers] = await Promise.all([
    orNot("sms sandbox", questions.isInSmsSandbox(region)),
    orNot("origination numbers", questions.originationNumbers(region)),
  ]);
  return {
    ...(isInSmsSandbox !== undefined && { isInSmsSandbox }),
    ...(originationNumbers && { originationNumbers }),
  };
}
