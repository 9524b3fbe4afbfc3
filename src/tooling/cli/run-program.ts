import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { Command, CommanderError } from "commander";
import { PlainError } from "../../error/plain-error.ts";
import { withCommandLines } from "../terminal/command-line.ts";
import { printable } from "../terminal/printable.ts";
import { authorCommands } from "./author-commands.ts";
import type { Commands } from "./commands.ts";
import { failureText } from "./failure-text.ts";
import type { Io } from "./io.ts";
import { machineFailure } from "./machine-failure.ts";
import { poolCommands } from "./pool-commands.ts";
import { printError } from "./print.ts";
import { projectCommands } from "./project-commands.ts";

const EXIT_CODES = `
Exit codes:
  0  success
  1  a template has errors, Cognito would reject an answer, a flow went otherwise than expected, a
     setting is wrong, a pool has an error (warnings and notes alone are 0) or is not as it should be after
     a change, or a deployed function answers otherwise than what is built here or was not tried
  2  it could not run, or something broke: a mistake in the set-up, in a file, in a trigger, or in the
     options; or the change was not confirmed`;

/**
 * Runs the program as a shell does, and returns its exit code. Whatever goes wrong is printed.
 *
 * @param options what follows the program's name on the command line
 */
export async function runProgram(options: readonly string[], io: Io): Promise<number> {
  let exitCode = 0;
  const program = newProgram(io);
  const commands: Commands = {
    add: (usage, description, examples, exitCodes = EXIT_CODES) =>
      program
        .command(usage)
        .description(description)
        .addHelpText(
          "after",
          `\nExamples:\n${withCommandLines(examples).replace(/^/gm, "  ")}\n${exitCodes}`,
        ),
    run:
      (load) =>
      async (...given) => {
        const command = await load();
        exitCode = await command(...withoutCommand(given), io);
      },
  };
  authorCommands(commands);
  projectCommands(commands);
  poolCommands(commands);
  try {
    await program.parseAsync(options, { from: "user" });
    return exitCode;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2;
    printError(io, thrown instanceof PlainError ? failureText(thrown) : unexpectedText(thrown));
    return 2;
  }
}

function newProgram({ stdout, stderr }: Io): Command {
  return new Command("cognito-recovery")
    .description(
      "Lambda triggers for account recovery with Amazon Cognito: build, replay, deploy and maintain them.",
    )
    .version(packageVersion(), "-V, --version", "print the version")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => stdout.columns ?? 80,
      getErrHelpWidth: () => stderr.columns ?? 80,
    })
    .showHelpAfterError("(--help lists the options)")
    .addHelpText("after", EXIT_CODES);
}

/** Commander gives the command itself to an action, after its arguments and options. */
function withoutCommand<Given extends readonly unknown[]>(given: readonly [...Given, Command]): Given {
  return given.slice(0, -1) as unknown as Given;
}

/** package.json lies equally far above src/ and lib/. */
function packageVersion(): string {
  return JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")).version;
}

/** Returns the text of a failure that is neither the machine's nor the user's: a bug, whose report needs the stack. */
function unexpectedText(thrown: unknown): string {
  const failure = machineFailure(thrown);
  return failure === undefined ? inspect(thrown) : printable(failure);
}
