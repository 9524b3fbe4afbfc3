import type { Pool } from "./facts.ts";
import { shellCommand } from "./shell-command.ts";

/** A command that asks Cognito about a pool. */
export function describing(operation: string, { Id }: Pool, ...options: string[]): string {
  const region = Id.replace(/_.*/s, "");
  return shellCommand(
    ...["aws", "cognito-idp", operation, "--user-pool-id", Id],
    ...[...options, "--region", region],
  );
}
