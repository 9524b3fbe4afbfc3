import { Annotations, Stack, Token } from "aws-cdk-lib/core";
import type { IConstruct } from "constructs";
import { SetupError } from "../../log/fault.ts";
import type { Pool } from "./pool.ts";

/**
 * Refuses a pool that triggers of this scope cannot serve, as far as it is known before it is deployed.
 *
 * @throws SetupError
 */
export function checkPool(scope: IConstruct, { id, arn, region }: Pick<Pool, "id" | "arn" | "region">): void {
  if (!Token.isUnresolved(id) && !/^[\w-]+_[0-9a-zA-Z]+$/.test(id)) {
    // The attach command is pasted into a shell with this in it.
    throw new SetupError(
      `\`userPool\` has an id that is none, ${JSON.stringify(id)}: write it as in eu-central-1_AbCdEf123.`,
    );
  }
  const here = Stack.of(scope).region;
  if (Token.isUnresolved(here)) return;
  if (!Token.isUnresolved(region) && region !== here) {
    throw new SetupError(
      `\`userPool\` is in ${region} and its triggers would be in ${here}, but a pool invokes functions of its own region alone: put RecoveryTriggers into a stack in ${region}.`,
    );
  }
  // By its id alone CDK takes a pool to be in the stack's own Region, and where it is only an ARN says.
  if (!Token.isUnresolved(id) && !id.startsWith(`${here}_`) && Token.isUnresolved(arn)) {
    Annotations.of(scope).addWarningV2(
      "cognito-recovery:pool-by-id",
      `\`userPool\` is known by an id that was made in another Region than ${here}, which is right for a replica only: write UserPool.fromUserPoolArn, whose ARN says where the pool is.`,
    );
  }
}
