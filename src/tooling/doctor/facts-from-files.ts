import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import { SetupError } from "../../error/setup-error.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { isObject, type Json } from "../json/json.ts";
import { type AppClient, appClientFrom } from "./app-client.ts";
import { attachedTo } from "./attached.ts";
import { type CliOutput, readCliOutput } from "./cli-output.ts";
import type { Facts, FunctionFacts, Pool, User } from "./facts.ts";
import { isMaskedId, mayBeSameArn } from "./is-masked-arn.ts";
import { lambdaFunction } from "./lambda-function.ts";

/**
 * Returns the facts of a pool in files, each the output of an AWS CLI command.
 *
 * @throws SetupError that names the file which cannot be read, has other content, or belongs to another pool
 */
export function factsFromFiles(
  files: readonly string[],
  expectedTriggers: readonly TriggerName[],
  folder = "",
): Facts {
  const all = files.map((file) => ({ file, ...readCliOutput(file, folder) }));
  const pools = all.filter(({ is }) => is === "pool");
  const [only, another] = pools;
  if (!only)
    throw new SetupError(`None of these files is the output of describe-user-pool: ${files.join(", ")}.`);
  if (another) throw new SetupError(`${only.file} and ${another.file} describe two pools: name one of them.`);
  const pool = poolOf(only);
  for (const each of all) rejectUnrelated(pool, each);
  const one = <K extends CliOutput["is"]>(kind: K) => all.find(({ is }) => is === kind)?.json;
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
    expectedTriggers,
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

type InFile = CliOutput & { readonly file: string };

/** People leave the id and the ARN out in public: rules can judge the pool without them. */
function poolOf({ file, json: { UserPool } }: InFile): Pool {
  if (!isObject(UserPool) || Object.keys(UserPool).length === 0) {
    throw new SetupError(`${file} describes a user pool without any fields.`);
  }
  return { Id: "<id>", Arn: "", ...UserPool };
}

/** @throws SetupError for the file of another pool, or of a function that this pool does not invoke */
function rejectUnrelated(pool: Pool, { file, is, json }: InFile): void {
  const arns = attachedTo(pool).map(({ arn }) => arn);
  const { UserPoolId } = isObject(json.UserPoolClient) ? json.UserPoolClient : {};
  const isMasked = [UserPoolId, pool.Id].some((id) => isMaskedId(String(id)));
  if (is === "client" && UserPoolId !== pool.Id && !isMasked) {
    throw new SetupError(`${file} describes an app client of another pool than ${pool.Id}.`);
  }
  if (is === "function" && !arns.some((arn) => isFunction(arn, json))) {
    throw new SetupError(
      `${file} describes a function that is not attached to the pool. Attached functions: ${arns.join(", ") || "none"}.`,
    );
  }
  if (is === "policy" && !arns.some((arn) => isPolicyOf(arn, json))) {
    throw new SetupError(`${file} is not the policy of a function that is attached to the pool.`);
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

/** A policy does not name its function, but each of its statements does. */
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

function accountTier({ AccountAttributes }: Json): Pick<Facts, "isInEumsSandbox"> {
  const attributes = AccountAttributes as readonly { Name?: string; Value?: string }[];
  const tier = attributes.find(({ Name }) => Name === "ACCOUNT_TIER")?.Value;
  return tier === undefined ? {} : { isInEumsSandbox: tier === "SANDBOX" };
}

interface UserOutput {
  readonly UserStatus?: string;
  readonly Attributes?: readonly { readonly Name?: string; readonly Value?: string }[];
}

function usersIn({ is, json }: InFile): User[] {
  const found =
    is === "user list" ? json.Users : is === "user" ? [{ ...json, Attributes: json.UserAttributes }] : [];
  return (found as readonly UserOutput[]).map(({ UserStatus, Attributes = [] }) => ({
    status: UserStatus,
    verified: (["email", "phone_number"] as const).filter((contact) =>
      Attributes.some(({ Name, Value }) => Name === `${contact}_verified` && Value === "true"),
    ),
  }));
}

function clientOf({ UserPoolClient }: Json): AppClient {
  return appClientFrom(isObject(UserPoolClient) ? UserPoolClient : undefined);
}
