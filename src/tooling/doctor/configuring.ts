import { arnIn } from "./arn.ts";
import type { Attached } from "./attached.ts";
import { shellCommand } from "./shell-command.ts";

/** A command that sets one option of a function. Unlike a pool's update, that of a function leaves alone what it does not name. */
export function configuring({ arn }: Attached, option: string, value: string): string {
  const unqualified = arn.split(":").slice(0, 7).join(":");
  return shellCommand(
    ...["aws", "lambda", "update-function-configuration", "--function-name", unqualified],
    ...[option, value, "--region", arnIn(arn).region],
  );
}
