import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import { SetupError } from "../../log/fault.ts";
import { poolIn } from "../aws/described-user-pool.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { isObject, type Json } from "../replay/raw-event.ts";
import { attachedTo } from "./attached.ts";
import { appClientIn } from "./described.ts";
import type { AppClient, Facts, FunctionFacts, Pool } from "./facts.ts";
import { lambdaFunction } from "./lambda-function.ts";
import { type Printed, printedIn } from "./printed.ts";

/**
 * The facts of a pool in files, each what a command of the AWS CLI printed.
 *
 * @throws SetupError that names the file which cannot be read, is none of these, or belongs to another pool
 */
export function factsFromFiles(files: readonly string[], ours: readonly TriggerName[]): Facts {
  const all = files.map((file) => ({ file, ...printedIn(file) }));
  const pools = all.filter(({ is }) => is === "pool");
  const [only, another] = pools;
  if (!only) throw new SetupError(`None of ${files.join(", ")} is what describe-user-pool prints.`);
  if (another) throw new SetupError(`${only.file} and ${another.file} are two pools: one at a time.`);
  const pool = poolOf(only);
  for (const each of all) fits(pool, each);
  const one = <K extends Printed["is"]>(kind: K) => all.find(({ is }) => is === kind)?.json;
  const mfa = one("mfa");
  const list = one("client list");
  const identity = one("identity");
  const account = one("ses account");
  const sandbox = one("sms sandbox");
  const numbers = one("origination numbers");
  return {
    pool,
    ours,
    ...(mfa && { mfa }),
    ...(list && { clientIds: idsIn(list) }),
    clients: all.filter(({ is }) => is === "client").map(({ json }) => clientOf(json)),
    functions: functionsOf(pool, all),
    ...(identity && { identity: { VerifiedForSendingStatus: identity.VerifiedForSendingStatus === true } }),
    ...(account && { sesAccount: account }),
    ...(sandbox && { isInSmsSandbox: sandbox.IsInSandbox === true }),
    ...(numbers && { originationNumbers: numbers.PhoneNumbers as Facts["originationNumbers"] & object }),
  };
}

type InFile = Printed & { readonly file: string };

function poolOf({ file, json }: InFile): Pool {
  try {
    return poolIn(isObject(json.UserPool) ? json.UserPool : undefined);
  } catch {
    throw new SetupError(`${file} describes a user pool without its Id and Arn.`);
  }
}

/** A file of another pool's, or of a function that this pool does not invoke, would pass unnoticed. */
function fits(pool: Pool, { file, is, json }: InFile): void {
  const arns = attachedTo(pool).map(({ arn }) => arn);
  if (is === "client" && isObject(json.UserPoolClient) && json.UserPoolClient.UserPoolId !== pool.Id) {
    throw new SetupError(`${file} is an app client of another pool than ${pool.Id}.`);
  }
  if (is === "function" && !arns.includes(String(json.FunctionArn))) {
    throw new SetupError(
      `${file} is a function that the pool does not have as a trigger: ask for ${arns.join(" or ") || "none"}.`,
    );
  }
  if (is === "policy" && !arns.some((arn) => isPolicyOf(arn, json))) {
    throw new SetupError(`${file} is the policy of no function that the pool has as a trigger.`);
  }
}

function functionsOf(pool: Pool, all: readonly InFile[]): ReadonlyMap<string, FunctionFacts> {
  return new Map(
    attachedTo(pool).map(({ arn, triggers }) => {
      const described = all.find(({ is, json }) => is === "function" && json.FunctionArn === arn);
      const policy = all.find(({ is, json }) => is === "policy" && isPolicyOf(arn, json))?.json.Policy;
      return [
        arn,
        {
          ...(described && {
            configuration: lambdaFunction(described.json as FunctionConfiguration, triggers),
          }),
          ...(typeof policy === "string" && { policy }),
        },
      ];
    }),
  );
}

/** A policy does not say whose it is, but each of its statements does. */
function isPolicyOf(arn: string, { Policy }: Json): boolean {
  return typeof Policy === "string" && Policy.includes(JSON.stringify(arn));
}

function idsIn({ UserPoolClients }: Json): string[] {
  return (UserPoolClients as readonly { ClientId?: string }[]).flatMap(({ ClientId }) => ClientId ?? []);
}

function clientOf({ UserPoolClient }: Json): AppClient {
  return appClientIn(isObject(UserPoolClient) ? UserPoolClient : undefined);
}
