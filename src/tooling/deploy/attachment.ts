import { SetupError } from "../../error/setup-error.ts";
import { arnIn } from "../aws/arn.ts";
import { attachedAs } from "../aws/attached-as.ts";
import { type TriggerName, triggerNames } from "../aws/pool-triggers.ts";
import type { Clients } from "./clients.ts";
import { describedPool } from "./described-pool.ts";
import { permissionOf } from "./invoke-permission.ts";
import { rejectManagedPool } from "./managing-stack.ts";
import { type PoolChange, poolChange } from "./pool-change.ts";
import { triggerFunction } from "./trigger-function.ts";

/** The functions that a person names, by trigger: an ARN or a name, with or without `:alias`. */
export type NamedFunctions = { readonly [Trigger in TriggerName]?: string };

export interface AttachOptions {
  readonly userPoolId: string;
  readonly functions: NamedFunctions;
  /** Whether to change a pool even if a CloudFormation stack manages it. */
  readonly drift?: boolean;
}

/**
 * Returns the change that attaches these functions to a pool, without making it.
 *
 * @throws SetupError when the pool or a function does not exist or cannot be read, a stack manages the pool, or
 *   the pool has settings that would be lost
 */
export async function attachment(clients: Clients, options: AttachOptions): Promise<PoolChange> {
  const { userPoolId, functions, drift = false } = options;
  const named = triggerNames.flatMap((trigger) => {
    const name = functions[trigger];
    return name === undefined ? [] : [{ trigger, name }];
  });
  if (named.length === 0) {
    throw new SetupError(
      `No function is named. Name one or more: ${triggerNames.map((name) => `--${name} <function>`).join(", ")}.`,
    );
  }
  const described = await describedPool(clients.cognito, userPoolId);
  if (!drift) await rejectManagedPool(clients, userPoolId);
  const { region } = arnIn(described.pool.Arn);
  const found = await Promise.all(
    named.map(({ trigger, name }) => triggerFunction(clients.lambda, trigger, name, region)),
  );
  const permissions = found.map(({ arn }) => ({ functionArn: arn, poolArn: described.pool.Arn }));
  const given = await Promise.all(permissions.map((each) => permissionOf(clients.lambda, each)));
  const triggers = found.map(({ trigger, arn }) => {
    const before = attachedAs(trigger, described.pool);
    return { trigger, ...(before !== undefined && { before }), after: arn };
  });
  return poolChange(described, triggers, {
    permit: permissions.filter((_, index) => !given[index]?.given),
    ours: permissions.filter((_, index) => given[index]?.ours),
  });
}
