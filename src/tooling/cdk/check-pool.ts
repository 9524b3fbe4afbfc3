import { Stack, Token } from "aws-cdk-lib/core";
import type { IConstruct } from "constructs";
import { SetupError } from "../../log/fault.ts";
import type { Pool } from "./user-pool.ts";

/**
 * Refuses a pool that triggers of this scope cannot serve, as far as it is known before it is deployed.
 *
 * @throws SetupError
 */
export function checkPool(scope: IConstruct, { id, region }: Pick<Pool, "id" | "region">): void {
  if (!Token.isUnresolved(id) && !/^[\w-]+_[0-9a-zA-Z]+$/.test(id)) {
    // The attach command is pasted into a shell with this in it.
    throw new SetupError(
      `\`userPool\` has an id that is none, ${JSON.stringify(id)}: write it as in eu-central-1_AbCdEf123.`,
    );
  }
  const here = Stack.of(scope).region;
  const named = Token.isUnresolved(id) ? [] : [id.replace(/_.*/s, "")];
  const there = [region, ...named].find((each) => !Token.isUnresolved(each) && each !== here);
  if (there !== undefined && !Token.isUnresolved(here)) {
    throw new SetupError(
      `\`userPool\` is in ${there} and its triggers would be in ${here}, but a pool invokes functions of its own region alone: put RecoveryTriggers into a stack in ${there}.`,
    );
  }
}
