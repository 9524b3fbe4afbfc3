import { setTimeout as after } from "node:timers/promises";
import { UpdateUserPoolCommand } from "@aws-sdk/client-cognito-identity-provider";
import { SetupError } from "../../log/fault.ts";
import { AwsRefusal, ask } from "../aws/ask.ts";
import { poolTriggers } from "../aws/pool-triggers.ts";
import type { Clients } from "./clients.ts";
import { type DescribedPool, describedPool } from "./described-pool.ts";
import { type Difference, differences } from "./difference.ts";
import { forbid, type InvokePermission, permit } from "./invoke-permission.ts";
import { attachedTo, type PoolChange, type TriggerChange } from "./pool-change.ts";

/** What a pool is like after a change, beside what the change was. */
export interface Proof {
  /** Triggers that are not as they should be, although Cognito has taken the update. */
  readonly notSet: readonly TriggerChange[];
  /** What else changed, which nothing should have. */
  readonly unexpected: readonly Difference[];
  /** What changed of that which could not be sent back. */
  readonly leftOut: readonly Difference[];
}

/** What changes by itself while people sign up and the pool is updated. */
const VOLATILE = /^UserPool\.(?:LastModifiedDate|EstimatedNumberOfUsers)$/;

/** A description may be one moment old. */
const READS = 3;
const WAIT_MS = 1_000;

/**
 * Makes a change: permissions that are added come first, so that Cognito is never refused, and those that go
 * come last. Then reads the pool again and compares all of it, the MFA settings too.
 *
 * @throws SetupError when the pool was changed since it was read, or AWS refuses; then the permissions that
 *   were added are taken back
 */
export async function carryOut(clients: Clients, change: PoolChange): Promise<Proof> {
  const { described, triggers } = change;
  if (triggers.length > 0) await refuseStale(clients, described);
  const permitted: InvokePermission[] = [];
  try {
    for (const permission of change.permit) {
      await permit(clients.lambda, permission);
      permitted.push(permission);
    }
    if (triggers.length > 0) {
      await ask(
        "cognito-idp:UpdateUserPool",
        clients.cognito.send(new UpdateUserPoolCommand(change.update.input)),
      );
    }
  } catch (error) {
    // Without an answer it may have been made all the same, and Cognito then needs them.
    if (error instanceof AwsRefusal && error.why !== "unreachable") {
      for (const permission of permitted) await forbid(clients.lambda, permission);
    }
    throw error;
  }
  for (const permission of change.forbid) await forbid(clients.lambda, permission);
  return proof(clients, change);
}

async function refuseStale({ cognito }: Clients, described: DescribedPool): Promise<void> {
  const now = await describedPool(cognito, described.pool.Id);
  const changed = differences(described.json, now.json).filter(({ path }) => !VOLATILE.test(path));
  if (changed.length === 0) return;
  throw new SetupError(
    `Somebody has changed the pool in the meantime (${changed.map(({ path }) => path).join(", ")}): nothing was done. Begin anew.`,
  );
}

async function proof({ cognito }: Clients, { described, triggers, update }: PoolChange): Promise<Proof> {
  const expected = new Set(triggers.map(({ trigger }) => `UserPool.LambdaConfig.${poolTriggers[trigger]}`));
  const leftOut = new Set(update.leftOut.map(({ path }) => `UserPool.${path}`));
  for (let read = 1; ; read += 1) {
    const now = await describedPool(cognito, described.pool.Id);
    const notSet = triggers.filter(({ trigger, after: arn }) => attachedTo(now, trigger) !== arn);
    if (notSet.length > 0 && read < READS) {
      await after(WAIT_MS);
      continue;
    }
    const others = differences(described.json, now.json).filter(
      ({ path }) => !VOLATILE.test(path) && !expected.has(path),
    );
    return {
      notSet,
      unexpected: others.filter(({ path }) => !leftOut.has(path)),
      leftOut: others.filter(({ path }) => leftOut.has(path)),
    };
  }
}
