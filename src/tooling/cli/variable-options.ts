import { type Command, Option } from "commander";

/** The options that set environment variables of the functions. */
export interface VariableOptions {
  readonly set: readonly string[];
  readonly environment?: string;
}

/** Adds the options that set environment variables of the functions; `note` ends the text of `--set`. */
export function withVariables(command: Command, note = ""): Command {
  return command
    .addOption(
      new Option(
        "--set <NAME=value>",
        `an environment variable of the functions; repeat it for each${note && `. ${note}`}`,
      )
        .argParser((value, previous: readonly string[]) => [...previous, value])
        .default([], "none"),
    )
    .option(
      "--environment <file>",
      "a file with the variables: lines NAME=value, or the JSON of aws lambda get-function-configuration; --set overrides it",
    );
}
