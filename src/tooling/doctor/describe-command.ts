import { arnIn } from "../aws/arn.ts";
import type { Pool } from "./facts.ts";
import { inRegion, shellCommand } from "./shell-command.ts";

/** A command that asks Cognito about a pool. */
export function describing(operation: string, { Id, Arn }: Pool, ...options: string[]): string {
  return shellCommand(
    ...["aws", "cognito-idp", operation, "--user-pool-id", Id],
    ...[...options, ...inRegion(arnIn(Arn).region)],
  );
}
