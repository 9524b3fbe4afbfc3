import { setTimeout as after } from "node:timers/promises";
import { UpdateUserPoolCommand } from "@aws-sdk/client-cognito-identity-provider";
import { SetupError } from "../../log/fault.ts";
import { attachedAs } from "../aws/attached-as.ts";
import { AwsRefusal, ask } from "../aws/call-aws.ts";
import type { Clients } from "./clients.ts";
import { type DescribedPool, describedPool } from "./described-pool.ts";
import { type Difference, differences } from "./difference.ts";
import { forbid, type InvokePermission, permit } from "./invoke-permission.ts";
import { invokes, type PoolChange } from "./pool-change.ts";
import { changingByItself } from "./read-only-pool-fields.ts";

/** What came of a change. */
export type Done =
  /** It was made; `despite` what AWS answered, perhaps. */
  | {
      readonly is: "changed";
      /** What is otherwise than meant, or why the pool could not be read again. */
      readonly proof: Proof | { readonly unread: unknown };
      readonly left: readonly Left[];
      readonly despite?: unknown;
    }
  /** AWS refused, and the triggers are as they were. */
  | {
      readonly is: "unchanged";
      readonly why: unknown;
      readonly left: readonly Left[];
      /** Permissions that were added, and that the pool has a use for as it is. */
      readonly kept: readonly InvokePermission[];
    }
  /** There was no clear answer, and what the pool is like now does not tell. Permissions stay. */
  | { readonly is: "unclear"; readonly why: unknown; readonly kept: readonly InvokePermission[] };

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
 *
 * @param wait between two readings of a pool that is not yet as it should be, in ms
 */
export async function carryOut(clients: Clients, change: PoolChange, wait = WAIT_MS): Promise<Done> {
  const { described, triggers, update } = change;
  const permitted: InvokePermission[] = [];
  let isSent = false;
  try {
    for (const permission of change.permit) {
      permitted.push(permission);
      await permit(clients.lambda, permission);
    }
    await refuseStale(clients, described);
    if (triggers.length > 0) {
      isSent = true;
      await ask("cognito-idp:UpdateUserPool", clients.cognito.send(new UpdateUserPoolCommand(update.input)));
    }
  } catch (why) {
    return failed(clients, change, { why, permitted, isSent, wait });
  }
  return changed(clients, change, wait);
}

async function changed(clients: Clients, change: PoolChange, wait: number, despite?: unknown): Promise<Done> {
  const left = await forbidden(clients, change.forbid);
  const told = { left, ...(despite !== undefined && { despite }) };
  try {
    return { is: "changed", proof: await proof(clients, change, wait), ...told };
  } catch (unread) {
    return { is: "changed", proof: { unread }, ...told };
  }
}

interface Failure {
  readonly why: unknown;
  readonly permitted: readonly InvokePermission[];
  /** Whether Cognito was asked to update the pool. */
  readonly isSent: boolean;
  readonly wait: number;
}

async function failed(clients: Clients, change: PoolChange, failure: Failure): Promise<Done> {
  const { why, permitted, isSent, wait } = failure;
  const { described, triggers } = change;
  const isPlain = !isSent || isPlainRefusal(why);
  try {
    for (let read = 1; ; read += 1) {
      const now = await describedPool(clients.cognito, described.pool.Id);
      const has = (side: "before" | "after") =>
        triggers.every((each) => attachedAs(each.trigger, now.pool) === each[side]);
      if (isSent && has("after")) return await changed(clients, change, wait, why);
      if (isPlain && has("before")) {
        const needed = (permission: InvokePermission) =>
          invokes(now.pool.LambdaConfig, permission.functionArn);
        const useless = permitted.filter((each) => !needed(each));
        return {
          is: "unchanged",
          why,
          left: await forbidden(clients, useless),
          kept: permitted.filter(needed),
        };
      }
      if (read === READS) return { is: "unclear", why, kept: permitted };
      await after(wait);
    }
  } catch {
    return { is: "unclear", why, kept: permitted };
  }
}

/** An answer that says that nothing was done: not one that may be to a second try while the first was at work. */
function isPlainRefusal(why: unknown): boolean {
  if (!(why instanceof AwsRefusal)) return false;
  const { name, $metadata } = why.cause as { name: string; $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode ?? 0;
  return status >= 400 && status < 500 && !/Concurrent|TooMany|Throttl|Limit/.test(name);
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
  const changed = differencesMade(described.json, now.json);
  if (changed.length === 0) return;
  throw new SetupError(
    `Somebody has changed the pool in the meantime (${changed.map(({ path }) => path).join(", ")}): begin anew.`,
  );
}

/** Where two descriptions differ by what somebody did. */
function differencesMade(before: object, after: object): Difference[] {
  return differences(before, after).filter(({ path }) => !BY_ITSELF.has(path));
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
    const all = differencesMade(wanted, now.json);
    const unexpected = all.filter(({ path }) => !leftOut.has(path));
    if (unexpected.length > 0 && read < READS) await after(wait);
    else return { unexpected, leftOut: all.filter(({ path }) => leftOut.has(path)) };
  }
}
