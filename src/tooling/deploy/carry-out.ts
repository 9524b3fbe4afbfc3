import { setTimeout as after } from "node:timers/promises";
import { UpdateUserPoolCommand } from "@aws-sdk/client-cognito-identity-provider";
import { SetupError } from "../../error/setup-error.ts";
import { attachedAs } from "../aws/attached-as.ts";
import { AwsError, callAws } from "../aws/call-aws.ts";
import type { Clients } from "./clients.ts";
import { type DescribedPool, describedPool } from "./described-pool.ts";
import { type Difference, differences } from "./difference.ts";
import { forbid, type InvokePermission, permit } from "./invoke-permission.ts";
import { invokes, type PoolChange } from "./pool-change.ts";
import { volatileFields } from "./read-only-pool-fields.ts";

/** The result of a change. */
export type Done =
  /** The change was made, perhaps although AWS answered with an error. */
  | {
      readonly is: "changed";
      /** The comparison with the intended pool, or the error of reading it again. */
      readonly comparison: Comparison | { readonly readError: unknown };
      readonly remaining: readonly RemainingPermission[];
      readonly updateError?: unknown;
    }
  /** AWS rejected the change, and the triggers are unchanged. */
  | {
      readonly is: "unchanged";
      readonly error: unknown;
      readonly remaining: readonly RemainingPermission[];
      /** Permissions that were added and that the unchanged pool uses. */
      readonly kept: readonly InvokePermission[];
    }
  /** Neither the answer nor the pool shows whether the change was made. Permissions are kept. */
  | { readonly is: "unclear"; readonly error: unknown; readonly kept: readonly InvokePermission[] };

/** The differences between a pool after the change and the intended pool. */
export interface Comparison {
  /** Differences in what was sent or should be unchanged. */
  readonly unexpected: readonly Difference[];
  /** Differences in settings that could not be sent back. */
  readonly omitted: readonly Difference[];
}

/** A permission that could not be removed. */
export interface RemainingPermission {
  readonly permission: InvokePermission;
  readonly error: unknown;
}

/** The number of reads and the ms between them: a description may be stale for a moment. */
const READS = 3;
const WAIT_MS = 1_000;

const VOLATILE = new Set(volatileFields.map((setting) => `UserPool.${setting}`));

/**
 * Makes a change. It adds permissions first and removes permissions last, so that Cognito may always invoke. Then
 * it reads the pool again and compares all of it, MFA settings included.
 *
 * An error does not mean that nothing was changed: the SDK retries, and an earlier attempt may have succeeded. So
 * the pool is read then too, and added permissions are removed only if the pool does not have the function.
 *
 * @param wait the time between two reads of a pool that is not yet as intended, in ms
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
    await rejectStale(clients, described);
    if (triggers.length > 0) {
      isSent = true;
      await callAws(
        "cognito-idp:UpdateUserPool",
        clients.cognito.send(new UpdateUserPoolCommand(update.input)),
      );
    }
  } catch (error) {
    return failed(clients, change, { error, permitted, isSent, wait });
  }
  return changed(clients, change, wait);
}

async function changed(
  clients: Clients,
  change: PoolChange,
  wait: number,
  updateError?: unknown,
): Promise<Done> {
  const remaining = await removePermissions(clients, change.forbid);
  const rest = { remaining, ...(updateError !== undefined && { updateError }) };
  try {
    return { is: "changed", comparison: await comparison(clients, change, wait), ...rest };
  } catch (readError) {
    return { is: "changed", comparison: { readError }, ...rest };
  }
}

interface Failure {
  readonly error: unknown;
  readonly permitted: readonly InvokePermission[];
  /** Whether an update was sent to Cognito. */
  readonly isSent: boolean;
  readonly wait: number;
}

async function failed(clients: Clients, change: PoolChange, failure: Failure): Promise<Done> {
  const { error, permitted, isSent, wait } = failure;
  const { described, triggers } = change;
  const isRejected = !isSent || isRejection(error);
  try {
    for (let read = 1; ; read += 1) {
      const now = await describedPool(clients.cognito, described.pool.Id);
      const has = (side: "before" | "after") =>
        triggers.every((each) => attachedAs(each.trigger, now.pool) === each[side]);
      if (isSent && has("after")) return await changed(clients, change, wait, error);
      if (isRejected && has("before")) {
        const needed = (permission: InvokePermission) =>
          invokes(now.pool.LambdaConfig, permission.functionArn);
        const unneeded = permitted.filter((each) => !needed(each));
        return {
          is: "unchanged",
          error,
          remaining: await removePermissions(clients, unneeded),
          kept: permitted.filter(needed),
        };
      }
      if (read === READS) return { is: "unclear", error, kept: permitted };
      await after(wait);
    }
  } catch {
    return { is: "unclear", error, kept: permitted };
  }
}

/** Whether an answer means that nothing was changed, and cannot be one to a retry during the first attempt. */
function isRejection(error: unknown): boolean {
  if (!(error instanceof AwsError)) return false;
  const { name, $metadata } = error.cause as { name: string; $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode ?? 0;
  return status >= 400 && status < 500 && !/Concurrent|TooMany|Throttl|Limit/.test(name);
}

/** Removes permissions independently of each other, and returns those that remain. */
async function removePermissions(
  { lambda }: Clients,
  permissions: readonly InvokePermission[],
): Promise<RemainingPermission[]> {
  const done = await Promise.allSettled(permissions.map((each) => forbid(lambda, each)));
  return permissions.flatMap((permission, index) => {
    const result = done[index];
    return result?.status === "rejected" ? [{ permission, error: result.reason }] : [];
  });
}

async function rejectStale({ cognito }: Clients, described: DescribedPool): Promise<void> {
  const now = await describedPool(cognito, described.pool.Id);
  const changed = stableDifferences(described.json, now.json);
  if (changed.length === 0) return;
  throw new SetupError(
    `The pool has changed in the meantime (${changed.map(({ path }) => path).join(", ")}): start again.`,
  );
}

/** Returns the differences that Cognito does not make by itself. */
function stableDifferences(before: object, after: object): Difference[] {
  return differences(before, after).filter(({ path }) => !VOLATILE.has(path));
}

/** Compares the pool with the previous one with the new triggers. */
async function comparison(
  { cognito }: Clients,
  { described, update }: PoolChange,
  wait: number,
): Promise<Comparison> {
  const { json, pool } = described;
  const expected = {
    ...json,
    UserPool: { ...(json.UserPool as object), LambdaConfig: update.input.LambdaConfig },
  };
  const omitted = new Set(update.omitted.map(({ path }) => `UserPool.${path}`));
  for (let read = 1; ; read += 1) {
    const now = await describedPool(cognito, pool.Id);
    const all = stableDifferences(expected, now.json);
    const unexpected = all.filter(({ path }) => !omitted.has(path));
    if (unexpected.length > 0 && read < READS) await after(wait);
    else return { unexpected, omitted: all.filter(({ path }) => omitted.has(path)) };
  }
}
