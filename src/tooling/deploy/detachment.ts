import { attachedAs } from "../aws/attached-as.ts";
import { bareArnOf, qualified } from "../aws/function-name.ts";
import { triggerNames } from "../aws/pool-triggers.ts";
import type { AttachRecord } from "./attach-record.ts";
import type { NamedFunctions } from "./attachment.ts";
import type { Clients } from "./clients.ts";
import { type DescribedPool, describedPool } from "./described-pool.ts";
import { type InvokePermission, permissionOf } from "./invoke-permission.ts";
import { rejectManagedPool } from "./managing-stack.ts";
import { type PoolChange, poolChange, type TriggerChange } from "./pool-change.ts";
import { checkedName, configurationOf } from "./trigger-function.ts";

export interface Detachment {
  readonly change: PoolChange;
  /** Triggers that have another function, or none, and are not changed. */
  readonly unaffected: readonly TriggerChange[];
}

/**
 * Returns the change that undoes a recorded attach: it restores replaced triggers and removes the permissions.
 *
 * @throws SetupError when a function to restore no longer exists, or a stack manages the pool
 */
export async function recordedDetachment(
  clients: Clients,
  record: AttachRecord,
  drift = false,
): Promise<Detachment> {
  const described = await changeablePool(clients, record.userPoolId, drift);
  const removals = record.attached.map(({ trigger, before, after }) => {
    const attached = attachedAs(trigger, described.pool);
    return {
      isCurrent: attached === after,
      isDone: attached === before,
      change: changeOf(trigger, attached, before),
    };
  });
  const restored = removals.flatMap(({ isCurrent, change }) =>
    isCurrent && change.after ? [change.after] : [],
  );
  // No pool gets a function that no longer exists.
  for (const functionArn of restored) {
    const message = `${functionArn}, which was attached before, no longer exists: name the functions to detach (for example --custom-message <function>); then no previous function is restored.`;
    await configurationOf(clients.lambda, functionArn, message);
  }
  const restoredPermissions = restored.map((functionArn) => ({ functionArn, poolArn: described.pool.Arn }));
  return detachmentOf(clients, described, removals, {
    forbid: record.permitted,
    permit: restoredPermissions,
  });
}

/** Returns the change that detaches these functions. A function that the pool does not have is not changed. */
export async function namedDetachment(
  clients: Clients,
  userPoolId: string,
  functions: NamedFunctions,
  drift = false,
): Promise<Detachment> {
  const described = await changeablePool(clients, userPoolId, drift);
  const removals = triggerNames.flatMap((trigger) => {
    const named = functions[trigger];
    if (named === undefined) return [];
    const attached = attachedAs(trigger, described.pool);
    const functionArn = functionArnFor(named, trigger, attached, described.pool.Arn);
    return [
      { isCurrent: attached === functionArn, change: changeOf(trigger, attached, undefined), functionArn },
    ];
  });
  const poolArn = described.pool.Arn;
  // Includes functions that are already detached: a permission may have remained.
  const permissions = removals.map(({ functionArn }) => ({ functionArn, poolArn }));
  return detachmentOf(clients, described, removals, { forbid: permissions, permit: [] });
}

interface Removal {
  /** Whether the attached function is the one to remove. */
  readonly isCurrent: boolean;
  /** Whether the previous function is already attached. */
  readonly isDone?: boolean;
  readonly change: TriggerChange;
}

async function changeablePool(clients: Clients, userPoolId: string, drift: boolean): Promise<DescribedPool> {
  const described = await describedPool(clients.cognito, userPoolId);
  if (!drift) await rejectManagedPool(clients, userPoolId);
  return described;
}

async function detachmentOf(
  clients: Clients,
  described: DescribedPool,
  removals: readonly Removal[],
  permissions: { readonly forbid: readonly InvokePermission[]; readonly permit: readonly InvokePermission[] },
): Promise<Detachment> {
  const permissionsOf = (side: "forbid" | "permit") =>
    Promise.all(permissions[side].map((each) => permissionOf(clients.lambda, each)));
  const [removed, added] = await Promise.all([permissionsOf("forbid"), permissionsOf("permit")]);
  const triggers = removals.filter(({ isCurrent }) => isCurrent).map(({ change }) => change);
  return {
    change: poolChange(described, triggers, {
      forbid: permissions.forbid.filter((_, index) => removed[index]?.ours),
      // A restored function may have lost its permission since.
      permit: permissions.permit.filter((_, index) => !added[index]?.given),
    }),
    unaffected: removals.filter(({ isCurrent, isDone }) => !isCurrent && !isDone).map(({ change }) => change),
  };
}

function changeOf(
  trigger: TriggerChange["trigger"],
  before: string | undefined,
  after: string | undefined,
): TriggerChange {
  return { trigger, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

/**
 * Returns the ARN for an ARN or a name, with or without an alias. Without an alias, it is the attached ARN if that
 * is the same function.
 */
function functionArnFor(
  named: string,
  trigger: string,
  attached: string | undefined,
  poolArn: string,
): string {
  const { name, qualifier, bareArn } = checkedName(`--${trigger} ${named}`, named);
  const [, partition, , region, account] = poolArn.split(":");
  const bare = bareArn ?? `arn:${partition}:lambda:${region}:${account}:function:${name}`;
  if (qualifier === undefined && attached !== undefined && bareArnOf(attached) === bare) return attached;
  return qualified(bare, qualifier);
}
