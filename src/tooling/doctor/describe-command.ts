import { arnIn } from "../aws/arn.ts";
import type { Pool } from "./facts.ts";
import { regionOption, shellCommand } from "./shell-command.ts";

/** Returns a command that prints a description of a pool, or of a part of it. */
export function describeCommand(operation: string, { Id, Arn }: Pool, ...options: string[]): string {
  return shellCommand(
    ...["aws", "cognito-idp", operation, "--user-pool-id", Id],
    ...[...options, ...regionOption(arnIn(Arn).region)],
  );
}
