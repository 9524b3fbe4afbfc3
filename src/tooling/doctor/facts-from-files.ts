import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import { SetupError } from "../../log/fault.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { isObject, type Json } from "../replay/raw-event.ts";
import { attachedTo } from "./attached.ts";
import { appClientIn } from "./described.ts";
import type { AppClient, Facts, FunctionFacts, Pool, User } from "./facts.ts";
import { lambdaFunction } from "./lambda-function.ts";
import { isMaskedId, mayBeSameArn } from "./masked.ts";
import { type Printed, printedIn } from "./printed.ts";

/**
 * The facts of a pool in files, each what a command of the AWS CLI printed.
 *
 * @throws SetupError that names the file which cannot be read, is none of these, or belongs to another pool
 */
export function factsFromFiles(files: readonly string[], ours: readonly TriggerName[], folder = ""): Facts {
  const all = files.map((file) => ({ file, ...printedIn(file, folder) }));
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
  const attributes = one("sms account");
  const users = all.flatMap(usersIn);
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
    ...(attributes && accountTier(attributes)),
    ...(users.length > 0 && { users }),
    ...(numbers && { originationNumbers: numbers.PhoneNumbers as Facts["originationNumbers"] & object }),
  };
}

type InFile = Printed & { readonly file: string };

/** Without its id and ARN, which people leave out in public, a pool can be judged still, and is not found by a command. */
function poolOf({ file, json: { UserPool } }: InFile): Pool {
  if (!isObject(UserPool) || Object.keys(UserPool).length === 0) {
    throw new SetupError(`${file} describes a user pool of which nothing is there.`);
  }
  return { Id: "<id>", Arn: "", ...UserPool };
}

/** A file of another pool's, or of a function that this pool does not invoke, would pass unnoticed. */
function fits(pool: Pool, { file, is, json }: InFile): void {
  const arns = attachedTo(pool).map(({ arn }) => arn);
  const { UserPoolId } = isObject(json.UserPoolClient) ? json.UserPoolClient : {};
  const isMasked = [UserPoolId, pool.Id].some((id) => isMaskedId(String(id)));
  if (is === "client" && UserPoolId !== pool.Id && !isMasked) {
    throw new SetupError(`${file} is an app client of another pool than ${pool.Id}.`);
  }
  if (is === "function" && !arns.some((arn) => isFunction(arn, json))) {
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
      const described = all.find(({ is, json }) => is === "function" && isFunction(arn, json));
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
  const resources = [...String(Policy).matchAll(/"(arn:[^"]*:function:[^"]*)"/g)];
  return resources.some(([, resource = ""]) => mayBeSameArn(arn, resource));
}

function isFunction(arn: string, { FunctionArn }: Json): boolean {
  return mayBeSameArn(arn, String(FunctionArn));
}

function idsIn({ UserPoolClients }: Json): string[] {
  return (UserPoolClients as readonly { ClientId?: string }[]).flatMap(({ ClientId }) => ClientId ?? []);
}

/** Of an account whose tier was not printed nothing is known. */
function accountTier({ AccountAttributes }: Json): Pick<Facts, "isInEumsSandbox"> {
  const attributes = AccountAttributes as readonly { Name?: string; Value?: string }[];
  const tier = attributes.find(({ Name }) => Name === "ACCOUNT_TIER")?.Value;
  return tier === undefined ? {} : { isInEumsSandbox: tier === "SANDBOX" };
}

interface PrintedUser {
  readonly UserStatus?: string;
  readonly Attributes?: readonly { readonly Name?: string; readonly Value?: string }[];
}

function usersIn({ is, json }: InFile): User[] {
  const found =
    is === "user list" ? json.Users : is === "user" ? [{ ...json, Attributes: json.UserAttributes }] : [];
  return (found as readonly PrintedUser[]).map(({ UserStatus, Attributes = [] }) => ({
    status: UserStatus,
    verified: (["email", "phone_number"] as const).filter((contact) =>
      Attributes.some(({ Name, Value }) => Name === `${contact}_verified` && Value === "true"),
    ),
  }));
}

function clientOf({ UserPoolClient }: Json): AppClient {
  return appClientIn(isObject(UserPoolClient) ? UserPoolClient : undefined);
}
