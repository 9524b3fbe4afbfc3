import { attachedAs } from "../aws/attached-as.ts";
import { bareArnOf, qualified } from "../aws/function-name.ts";
import { triggerNames } from "../aws/pool-triggers.ts";
import type { AttachRecord } from "./attach-record.ts";
import { type NamedFunctions, refuseManaged } from "./attachment.ts";
import type { Clients } from "./clients.ts";
import { type DescribedPool, describedPool } from "./described-pool.ts";
import { type InvokePermission, permissionOf } from "./invoke-permission.ts";
import { type PoolChange, poolChange, type TriggerChange } from "./pool-change.ts";
import { checkedName, configurationOf } from "./trigger-function.ts";

export interface Detachment {
  readonly change: PoolChange;
  /** Triggers that have another function, or none, and so stay as they are. */
  readonly leftAlone: readonly TriggerChange[];
}

/**
 * What undoing a recorded attach would change: triggers that it replaced come back, and its permissions go.
 *
 * @throws SetupError when a function that would come back is gone, or a stack manages the pool
 */
export async function undoing(clients: Clients, record: AttachRecord, drift = false): Promise<Detachment> {
  const described = await readable(clients, record.userPoolId, drift);
  const undos = record.attached.map(({ trigger, before, after }) => {
    const attached = attachedAs(trigger, described.pool);
    return {
      goes: attached === after,
      isUndone: attached === before,
      change: changeOf(trigger, attached, before),
    };
  });
  const returning = undos.flatMap(({ goes, change }) => (goes && change.after ? [change.after] : []));
  // A pool is not pointed at a function that is gone.
  for (const functionArn of returning) {
    const gone = `${functionArn}, which was attached before, is gone: name the functions that shall go (as in --custom-message <function>), and nothing comes back in their place.`;
    await configurationOf(clients.lambda, functionArn, gone);
  }
  const back = returning.map((functionArn) => ({ functionArn, poolArn: described.pool.Arn }));
  return detachment(clients, described, undos, { forbid: record.permitted, permit: back });
}

/** What detaching these functions would change. One that the pool does not have is left alone. */
export async function detaching(
  clients: Clients,
  userPoolId: string,
  functions: NamedFunctions,
  drift = false,
): Promise<Detachment> {
  const described = await readable(clients, userPoolId, drift);
  const undos = triggerNames.flatMap((trigger) => {
    const named = functions[trigger];
    if (named === undefined) return [];
    const attached = attachedAs(trigger, described.pool);
    const functionArn = meant(named, trigger, attached, described.pool.Arn);
    return [{ goes: attached === functionArn, change: changeOf(trigger, attached, undefined), functionArn }];
  });
  const poolArn = described.pool.Arn;
  // Also of one that is detached already: its permission may have been left.
  const permissions = undos.map(({ functionArn }) => ({ functionArn, poolArn }));
  return detachment(clients, described, undos, { forbid: permissions, permit: [] });
}

interface Undo {
  /** Whether the attached function is the one that goes. */
  readonly goes: boolean;
  /** Whether that is so already. */
  readonly isUndone?: boolean;
  readonly change: TriggerChange;
}

async function readable(clients: Clients, userPoolId: string, drift: boolean): Promise<DescribedPool> {
  const described = await describedPool(clients.cognito, userPoolId);
  if (!drift) await refuseManaged(clients, userPoolId);
  return described;
}

async function detachment(
  clients: Clients,
  described: DescribedPool,
  undos: readonly Undo[],
  permissions: { readonly forbid: readonly InvokePermission[]; readonly permit: readonly InvokePermission[] },
): Promise<Detachment> {
  const are = (side: "forbid" | "permit") =>
    Promise.all(permissions[side].map((each) => permissionOf(clients.lambda, each)));
  const [going, coming] = await Promise.all([are("forbid"), are("permit")]);
  const triggers = undos.filter(({ goes }) => goes).map(({ change }) => change);
  return {
    change: poolChange(described, triggers, {
      forbid: permissions.forbid.filter((_, index) => going[index]?.ours),
      // What comes back may have lost its permission since.
      permit: permissions.permit.filter((_, index) => !coming[index]?.given),
    }),
    leftAlone: undos.filter(({ goes, isUndone }) => !goes && !isUndone).map(({ change }) => change),
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
 * The ARN that a person means who writes an ARN or a name, with or without an alias: the attached one, if it may
 * be that.
 */
function meant(named: string, trigger: string, attached: string | undefined, poolArn: string): string {
  const { name, qualifier, bareArn } = checkedName(`--${trigger} ${named}`, named);
  const [, partition, , region, account] = poolArn.split(":");
  const bare = bareArn ?? `arn:${partition}:lambda:${region}:${account}:function:${name}`;
  if (qualifier === undefined && attached !== undefined && bareArnOf(attached) === bare) return attached;
  return qualified(bare, qualifier);
}
