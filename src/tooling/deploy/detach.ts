import { SetupError } from "../../log/fault.ts";
import { triggerNames } from "../aws/pool-triggers.ts";
import { type NamedFunctions, refuseManaged } from "./attach.ts";
import type { Clients } from "./clients.ts";
import { type DescribedPool, describedPool } from "./described-pool.ts";
import { type InvokePermission, permissionOf } from "./invoke-permission.ts";
import { attachedTo, type PoolChange, poolChange, type TriggerChange } from "./pool-change.ts";
import type { Record } from "./record.ts";
import { qualifierOf } from "./trigger-function.ts";

export interface Detachment {
  readonly change: PoolChange;
  /** Triggers that another function has by now, which stay as they are. */
  readonly leftAlone: readonly TriggerChange[];
}

interface Undo {
  readonly trigger: TriggerChange["trigger"];
  /** Whether the attached function is the one that goes. */
  goes(attached: string): boolean;
  /** What comes back in its place. */
  readonly after?: string | undefined;
}

/** What undoing a recorded attach would change: triggers that it replaced come back, and its permissions go. */
export async function undoing(clients: Clients, record: Record, drift = false): Promise<Detachment> {
  const undos = record.attached.map(({ trigger, before, after }) => ({
    trigger,
    goes: (attached: string) => attached === after,
    after: before,
  }));
  return detachment(clients, record.userPoolId, undos, drift, () => record.permitted);
}

/** What detaching these functions would change. One that the pool does not have is left alone. */
export async function detaching(
  clients: Clients,
  userPoolId: string,
  functions: NamedFunctions,
  drift = false,
): Promise<Detachment> {
  const undos = triggerNames.flatMap((trigger) => {
    const named = functions[trigger];
    return named === undefined ? [] : [{ trigger, goes: (attached: string) => isNamed(attached, named) }];
  });
  return detachment(clients, userPoolId, undos, drift, (described, triggers) =>
    triggers.flatMap(({ before = "" }) => ({
      bareArn: before.split(":").slice(0, 7).join(":"),
      qualifier: qualifierOf(before),
      poolArn: described.pool.Arn,
    })),
  );
}

async function detachment(
  clients: Clients,
  userPoolId: string,
  undos: readonly Undo[],
  drift: boolean,
  forbidden: (described: DescribedPool, triggers: readonly TriggerChange[]) => readonly InvokePermission[],
): Promise<Detachment> {
  const described = await describedPool(clients.cognito, userPoolId);
  if (!drift) await refuseManaged(clients, userPoolId);
  const attached = undos.flatMap(({ trigger, goes, after }) => {
    const before = attachedTo(described, trigger);
    if (before === undefined || before === after) return [];
    return { change: { trigger, before, ...(after !== undefined && { after }) }, goes: goes(before) };
  });
  const triggers = attached.filter(({ goes }) => goes).map(({ change }) => change);
  const permissions = forbidden(described, triggers);
  const given = await Promise.all(permissions.map((each) => permissionOf(clients.lambda, each)));
  const forbid = permissions.filter((_, index) => given[index]?.ours);
  return {
    change: poolChange(described, triggers, { permit: [], forbid }),
    leftAlone: attached.filter(({ goes }) => !goes).map(({ change }) => change),
  };
}

/** Whether a person who writes `named`, an ARN or a name with or without an alias, means the attached function. */
function isNamed(attached: string, named: string): boolean {
  const name = nameOf(named);
  if (name === "") throw new SetupError(`${JSON.stringify(named)} is no name or ARN of a function.`);
  if (named.startsWith("arn:") && !attached.startsWith(named.split(":").slice(0, 7).join(":"))) return false;
  const qualifier = qualifierOf(named);
  return nameOf(attached) === name && (qualifier === undefined || qualifierOf(attached) === qualifier);
}

function nameOf(named: string): string {
  const parts = named.split(":");
  return parts[parts.lastIndexOf("function") + 1] ?? "";
}
