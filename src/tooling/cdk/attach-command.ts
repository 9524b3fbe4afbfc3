import type { TriggerName } from "../aws/pool-triggers.ts";
import { commandLine } from "../terminal/command-line.ts";

/**
 * The command that makes these aliases the triggers of a pool that is made elsewhere, by its ARN: replicas share an id. With `--no`: where the
 * package is not installed, npx would fetch and run whatever has its name.
 */
export function attachCommand(
  userPoolArn: string,
  made: readonly (readonly [TriggerName, { readonly alias: { readonly functionArn: string } }])[],
): string {
  const options = made.map(([trigger, { alias }]) => `--${trigger} ${alias.functionArn}`);
  const words = ["attach", `--user-pool-id ${userPoolArn}`, ...options];
  return commandLine(words.join(" ")).replace(/^npx /, "npx --no ");
}
