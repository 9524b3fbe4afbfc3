import { AwsRefusal } from "../aws/ask.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { attachedTo } from "./attached.ts";
import type { AppClient, Facts, FunctionFacts } from "./facts.ts";
import { lambdaFunction } from "./lambda-function.ts";
import type { Questions } from "./questions.ts";
import { sesIdentity } from "./rules/email-delivery.ts";
import { smsRegion } from "./rules/sms.ts";
import type { Whys } from "./wanted.ts";

/**
 * The facts of a pool, as far as AWS tells them, and why it did not tell the others.
 *
 * @throws AwsRefusal when the pool cannot be described, or AWS takes no credentials
 */
export async function factsFromAws(
  questions: Questions,
  poolId: string,
  ours: readonly TriggerName[],
): Promise<{ readonly facts: Facts; readonly whys: Whys }> {
  const whys = new Map<string, string>();
  const orNot: OrNot = (key, answer) => answer.catch((refusal) => refused(whys, key, refusal));
  const pool = await questions.pool(poolId);
  const identity = sesIdentity({ pool });
  const smsFrom = smsRegion({ pool });
  const [mfa, app, functions, ses, sms] = await Promise.all([
    orNot("mfa", questions.mfa(poolId)),
    appClients(questions, orNot, poolId),
    Promise.all(attachedTo(pool).map((each) => functionFacts(questions, orNot, each))),
    identity && sesFacts(questions, orNot, identity, whys),
    smsFrom === undefined ? undefined : smsFacts(questions, orNot, smsFrom),
  ]);
  return {
    facts: { pool, ours, ...(mfa && { mfa }), ...app, functions: new Map(functions), ...ses, ...sms },
    whys,
  };
}

/** The answer, or `undefined` when AWS refuses this one question. */
type OrNot = <T>(key: string, answer: Promise<T>) => Promise<T | undefined>;

function refused(whys: Map<string, string>, key: string, thrown: unknown): undefined {
  if (!(thrown instanceof AwsRefusal) || thrown.why === "credentials") throw thrown;
  whys.set(key, thrown.message);
}

/** What is not there is an answer too. */
function orMissing<T>(answer: Promise<T>): Promise<T | "missing"> {
  return answer.catch((thrown) => {
    if (thrown instanceof AwsRefusal && thrown.why === "missing") return "missing";
    throw thrown;
  });
}

async function appClients(questions: Questions, orNot: OrNot, poolId: string) {
  const clientIds = await orNot("clients", questions.clientIds(poolId));
  const clients: AppClient[] = [];
  // One after the other: a pool may have hundreds, and AWS takes few calls a second.
  for (const id of clientIds ?? []) {
    const client = await orNot(`client ${id}`, questions.client(poolId, id));
    if (client) clients.push(client);
  }
  return { clients, ...(clientIds && { clientIds }) };
}

async function functionFacts(
  questions: Questions,
  orNot: OrNot,
  { arn, triggers }: ReturnType<typeof attachedTo>[number],
): Promise<[string, FunctionFacts]> {
  const told = await orNot(`function ${arn}`, orMissing(questions.functionConfiguration(arn)));
  if (told === "missing") return [arn, { configuration: "missing" }];
  // Lambda answers alike where there is no function and where there is no policy.
  const policy = await orNot(`policy ${arn}`, orMissing(questions.functionPolicy(arn)));
  const isSure = told !== undefined || policy !== "missing";
  return [
    arn,
    {
      ...(told && { configuration: lambdaFunction(told, triggers) }),
      ...(policy !== undefined && isSure && { policy: policy === "missing" ? "none" : policy }),
    },
  ];
}

async function sesFacts(
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

async function smsFacts(questions: Questions, orNot: OrNot, region: string) {
  const [isInSmsSandbox, originationNumbers] = await Promise.all([
    orNot("sms sandbox", questions.isInSmsSandbox(region)),
    orNot("origination numbers", questions.originationNumbers(region)),
  ]);
  return {
    ...(isInSmsSandbox !== undefined && { isInSmsSandbox }),
    ...(originationNumbers && { originationNumbers }),
  };
}
