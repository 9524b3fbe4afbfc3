import type { TriggerName } from "../aws/pool-triggers.ts";
import { orMissing } from "../aws/undefined-if-not-found.ts";
import { attachedTo } from "./attached.ts";
import type { Questions } from "./aws-queries.ts";
import { sesFacts, smsFacts } from "./delivery-facts.ts";
import type { AppClient, Facts, FunctionFacts } from "./facts.ts";
import { askingUnder, type OrNot } from "./failure-reasons.ts";
import { lambdaFunction } from "./lambda-function.ts";
import type { Whys } from "./missing-facts.ts";
import { sesIdentity } from "./rules/email-delivery-rules.ts";
import { smsService } from "./rules/sms-rules.ts";

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
  const orNot = askingUnder(whys);
  const pool = await questions.pool(poolId);
  const identity = sesIdentity({ pool });
  const sms = smsService({ pool });
  const [mfa, app, functions, ses, sns] = await Promise.all([
    orNot("mfa", questions.mfa(poolId)),
    appClients(questions, orNot, poolId),
    Promise.all(attachedTo(pool).map((each) => functionFacts(questions, orNot, each))),
    identity && sesFacts(questions, orNot, identity, whys),
    sms?.is === "SNS" ? smsFacts(questions, orNot, sms.region) : undefined,
  ]);
  return {
    facts: { pool, ours, ...(mfa && { mfa }), ...app, functions: new Map(functions), ...ses, ...sns },
    whys,
  };
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
