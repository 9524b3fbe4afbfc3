import { setTimeout as after } from "node:timers/promises";
import { UpdateUserPoolCommand } from "@aws-sdk/client-cognito-identity-provider";
import { SetupError } from "../../log/fault.ts";
import { ask } from "../aws/ask.ts";
import type { Clients } from "./clients.ts";
import { type DescribedPool, describedPool } from "./described-pool.ts";
import { type Difference, differences } from "./difference.ts";
import { forbid, type InvokePermission, permit } from "./invoke-permission.ts";
import { changingByItself } from "./not-sent-back.ts";
import { invokes, type PoolChange } from "./pool-change.ts";

/** What came of a change. */
export type Done =
  /** It was made; what is otherwise than meant is listed. */
  | { readonly is: "changed"; readonly proof: Proof; readonly left: readonly Left[] }
  /** AWS refused, and the pool is as it was. */
  | { readonly is: "unchanged"; readonly why: unknown; readonly left: readonly Left[] }
  /** AWS refused or gave no answer, and how the pool is now could not be read. */
  | { readonly is: "unclear"; readonly why: unknown };

/** What a pool is like after a change, beside what the change was. */
export interface Proof {
  /** What is otherwise than it was, or than was sent. */
  readonly unexpected: readonly Difference[];
  /** What has changed of that which could not be sent back. */
  readonly leftOut: readonly Difference[];
}

/** A permission that should be gone and is not. */
export interface Left {
  readonly permission: InvokePermission;
  readonly why: unknown;
}

/** A description may be a moment old: how often the pool is read, and how many ms apart. */
const READS = 3;
const WAIT_MS = 1_000;

const BY_ITSELF = new Set(changingByItself.map((setting) => `UserPool.${setting}`));

/**
 * Makes a change: permissions that are added come first, so that Cognito is never refused, and those that go
 * come last. Then reads the pool again and compares all of it, the MFA settings too.
 *
 * A refusal says little about what was done: the SDK tries again, and the first try may have been made. So the
 * pool is read then too, and a permission taken back only if the pool does not have the function.
 */
export async function carryOut(clients: Clients, change: PoolChange, wait = WAIT_MS): Promise<Done> {
  const { described, triggers, update } = change;
  const permitted: InvokePermission[] = [];
  try {
    for (const permission of change.permit) {
      permitted.push(permission);
      await permit(clients.lambda, permission);
    }
    if (triggers.length > 0) {
      await refuseStale(clients, described);
      await ask("cognito-idp:UpdateUserPool", clients.cognito.send(new UpdateUserPoolCommand(update.input)));
    }
  } catch (why) {
    return refused(clients, change, permitted, why, wait);
  }
  const left = await forbidden(clients, change.forbid);
  return { is: "changed", proof: await proof(clients, change, wait), left };
}

async function refused(
  clients: Clients,
  change: PoolChange,
  permitted: readonly InvokePermission[],
  why: unknown,
  wait: number,
): Promise<Done> {
  let now: DescribedPool;
  try {
    now = await describedPool(clients.cognito, change.described.pool.Id);
  } catch {
    return { is: "unclear", why };
  }
  const isMade = differences(change.update.input.LambdaConfig, now.pool.LambdaConfig).length === 0;
  if (isMade && change.triggers.length > 0) {
    const left = await forbidden(clients, change.forbid);
    return { is: "changed", proof: await proof(clients, change, wait), left };
  }
  const useless = permitted.filter(({ functionArn }) => !invokes(now.pool.LambdaConfig, functionArn));
  return { is: "unchanged", why, left: await forbidden(clients, useless) };
}

/** Takes permissions away, each whatever becomes of the others; those that are left. */
async function forbidden({ lambda }: Clients, permissions: readonly InvokePermission[]): Promise<Left[]> {
  const done = await Promise.allSettled(permissions.map((each) => forbid(lambda, each)));
  return permissions.flatMap((permission, index) => {
    const result = done[index];
    return result?.status === "rejected" ? [{ permission, why: result.reason }] : [];
  });
}

async function refuseStale({ cognito }: Clients, described: DescribedPool): Promise<void> {
  const now = await describedPool(cognito, described.pool.Id);
  const changed = differences(described.json, now.json).filter(({ path }) => !BY_ITSELF.has(path));
  if (changed.length === 0) return;
  throw new SetupError(
    `Somebody has changed the pool in the meantime (${changed.map(({ path }) => path).join(", ")}): begin anew.`,
  );
}

/** Compares the pool with what it should be: as it was, with the triggers that were sent. */
async function proof({ cognito }: Clients, { described, update }: PoolChange, wait: number): Promise<Proof> {
  const { json, pool } = described;
  const wanted = {
    ...json,
    UserPool: { ...(json.UserPool as object), LambdaConfig: update.input.LambdaConfig },
  };
  const leftOut = new Set(update.leftOut.map(({ path }) => `UserPool.${path}`));
  for (let read = 1; ; read += 1) {
    const now = await describedPool(cognito, pool.Id);
    const all = differences(wanted, now.json).filter(({ path }) => !BY_ITSELF.has(path));
    const unexpected = all.filter(({ path }) => !leftOut.has(path));
    if (unexpected.length > 0 && read < READS) await after(wait);
    else return { unexpected, leftOut: all.filter(({ path }) => leftOut.has(path)) };
  }
}
