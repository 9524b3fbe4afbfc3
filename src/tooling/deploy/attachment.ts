import { SetupError } from "../../log/fault.ts";
import { arnIn } from "../aws/arn.ts";
import { attachedAs } from "../aws/attached-as.ts";
import { type TriggerName, triggerNames } from "../aws/pool-triggers.ts";
import type { Clients } from "./clients.ts";
import { describedPool } from "./described-pool.ts";
import { permissionOf } from "./invoke-permission.ts";
import { managingStack } from "./managing-stack.ts";
import { type PoolChange, poolChange } from "./pool-change.ts";
import { triggerFunction } from "./trigger-function.ts";

/** Functions by trigger, as a person names them: an ARN or a name, with or without `:alias`. */
export type NamedFunctions = { readonly [Trigger in TriggerName]?: string };

export interface AttachOptions {
  readonly userPoolId: string;
  readonly functions: NamedFunctions;
  /** Change a pool that a CloudFormation stack manages all the same. */
  readonly drift?: boolean;
}

/**
 * What attaching these functions to a pool would change. Nothing is changed yet.
 *
 * @throws SetupError when the pool or a function is not there or cannot be read, a stack manages the pool, or
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
      `Which functions? Name them: ${triggerNames.map((name) => `--${name} <function>`).join(", ")}, one at the least.`,
    );
  }
  const described = await describedPool(clients.cognito, userPoolId);
  if (!drift) await refuseManaged(clients, userPoolId);
  const { region } = arnIn(described.pool.Arn);
  const found = await Promise.all(
    named.map(({ trigger, name }) => triggerFunction(clients.lambda, trigger, name, region)),
  );
  const permissions = found.map(({ arn }) => ({ functionArn: arn, poolArn: described.pool.Arn }));
  const given = await Promise.all(permissions.map((each) => permissionOf(clients.lambda, each)));
  const wanted = found.map(({ trigger, arn }) => {
    const before = attachedAs(trigger, described.pool);
    return { trigger, ...(before !== undefined && { before }), after: arn };
  });
  return poolChange(described, wanted, {
    permit: permissions.filter((_, index) => !given[index]?.given),
    ours: permissions.filter((_, index) => given[index]?.ours),
  });
}

/** @throws SetupError when a CloudFormation stack manages the pool */
export async function refuseManaged(clients: Clients, userPoolId: string): Promise<void> {
  const managed = await managedSentence(clients, userPoolId);
  if (managed !== undefined) throw new SetupError(managed);
}

/** Why a pool should not be changed from here, if a CloudFormation stack manages it. */
export async function managedSentence(
  { cloudFormation }: Clients,
  userPoolId: string,
): Promise<string | undefined> {
  const stack = await managingStack(cloudFormation, userPoolId);
  return (
    stack &&
    `The CloudFormation stack ${stack} manages ${userPoolId}. What is changed from here it does not know of (drift), and its next update may take it back: change the triggers in the stack (docs/deploy.md), or say --drift.`
  );
}
