import { SetupError } from "../../error/setup-error.ts";
import { readEnvironment } from "../doctor/read-environment.ts";
import type { Io } from "./io.ts";
import type { VariableOptions } from "./variable-options.ts";

/**
 * Returns the variables of `--environment <file>`, and of each `--set NAME=value`, which wins.
 *
 * @throws SetupError when the file cannot be read, or a variable is not written as NAME=value
 */
export function givenVariables(
  { set, environment }: VariableOptions,
  { cwd }: Pick<Io, "cwd">,
): Readonly<Record<string, string>> {
  const inFile = environment === undefined ? {} : readEnvironment(environment, cwd);
  return { ...(inFile as Record<string, string>), ...Object.fromEntries(set.map(nameAndValue)) };
}

function nameAndValue(text: string): [string, string] {
  const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new SetupError("--set should be of the form NAME=value, once for each variable.");
  }
  return [name, value];
}
