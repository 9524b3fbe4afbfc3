import { Annotations, Stack, Token } from "aws-cdk-lib/core";
import type { IConstruct } from "constructs";
import { SetupError } from "../../error/setup-error.ts";
import type { Pool } from "./pool.ts";

/**
 * Rejects a pool that triggers of this scope cannot serve, as far as that is known before the deployment.
 *
 * @throws SetupError
 */
export function checkPool(scope: IConstruct, { id, arn, region }: Pick<Pool, "id" | "arn" | "region">): void {
  if (!Token.isUnresolved(id) && !/^[\w-]+_[0-9a-zA-Z]+$/.test(id)) {
    // The attach command, which people paste into a shell, contains it.
    throw new SetupError(
      `\`userPool\` has the invalid id ${JSON.stringify(id)}: an id looks like eu-central-1_AbCdEf123.`,
    );
  }
  const here = Stack.of(scope).region;
  if (Token.isUnresolved(here)) return;
  if (!Token.isUnresolved(region) && region !== here) {
    throw new SetupError(
      `\`userPool\` is in ${region} and its triggers would be in ${here}, but a pool invokes only functions of its own Region: put RecoveryTriggers into a stack in ${region}.`,
    );
  }
  // CDK assumes that a pool with an id is in the stack's own Region. Only an ARN contains the Region.
  if (!Token.isUnresolved(id) && !id.startsWith(`${here}_`) && Token.isUnresolved(arn)) {
    Annotations.of(scope).addWarningV2(
      "cognito-recovery:pool-by-id",
      `The id of \`userPool\` is from another Region than ${here}, which is correct only for a replica: use UserPool.fromUserPoolArn, because the ARN contains the Region.`,
    );
  }
}
