import type { TriggerName } from "../aws/pool-triggers.ts";
import { commandLine } from "../terminal/command-line.ts";

/**
 * Returns the command that attaches these aliases to a pool from elsewhere, by its ARN: replicas share an id.
 * `--no` keeps npx from downloading a package of that name where ours is not installed.
 */
export function attachCommand(
  userPoolArn: string,
  made: readonly (readonly [TriggerName, { readonly alias: { readonly functionArn: string } }])[],
): string {
  const options = made.map(([trigger, { alias }]) => `--${trigger} ${alias.functionArn}`);
  const words = ["attach", `--user-pool-id ${userPoolArn}`, ...options];
  return commandLine(words.join(" ")).replace(/^npx /, "npx --no ");
}
