import { SetupError } from "../../error/setup-error.ts";
import { readEnvironment } from "../doctor/read-environment.ts";

/** The options by which a command is given variables of the functions. */
export interface VariableOptions {
  readonly set: readonly string[];
  readonly environment?: string;
}

/**
 * Returns the variables of `--environment <file>`, and of each `--set NAME=value`, which has the last word.
 *
 * @throws SetupError when the file cannot be read, or one has another form
 */
export function givenVariables({ set, environment }: VariableOptions): Readonly<Record<string, string>> {
  const inFile = environment === undefined ? {} : readEnvironment(environment);
  return { ...(inFile as Record<string, string>), ...Object.fromEntries(set.map(nameAndValue)) };
}

function nameAndValue(text: string): [string, string] {
  const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new SetupError("--set should be of the form NAME=value, once for each variable.");
  }
  return [name, value];
}
