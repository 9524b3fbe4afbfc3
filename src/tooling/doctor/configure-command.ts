import { arnIn } from "../aws/arn.ts";
import { bareArnOf } from "../aws/function-name.ts";
import type { Attached } from "./attached.ts";
import { regionOption, shellCommand } from "./shell-command.ts";

/** Returns a command that sets one option of a function. Lambda keeps the options that the command does not name. */
export function configureCommand({ arn }: Attached, option: string, value: string): string {
  const unqualified = bareArnOf(arn);
  const command = shellCommand(
    ...["aws", "lambda", "update-function-configuration", "--function-name", unqualified],
    ...[option, value, ...regionOption(arnIn(arn).region)],
  );
  // A published version cannot be changed: the alias has to point to a new one.
  return arn === unqualified ? command : `${command} # then publish-version, and update-alias`;
}
