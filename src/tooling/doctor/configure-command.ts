import { arnIn } from "../aws/arn.ts";
import { bareArnOf } from "../aws/function-name.ts";
import type { Attached } from "./attached.ts";
import { inRegion, shellCommand } from "./shell-command.ts";

/**
 * A command that sets one option of a function. Unlike a pool's update, that of a function leaves alone what
 * it does not name.
 */
export function configuring({ arn }: Attached, option: string, value: string): string {
  const unqualified = bareArnOf(arn);
  const command = shellCommand(
    ...["aws", "lambda", "update-function-configuration", "--function-name", unqualified],
    ...[option, value, ...inRegion(arnIn(arn).region)],
  );
  // A version is as it was published: an alias has to be moved to a new one.
  return arn === unqualified ? command : `${command} # then publish-version, and update-alias`;
}
