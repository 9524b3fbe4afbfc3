import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { Command, CommanderError } from "commander";
import { PlainError } from "../../error/plain-error.ts";
import { withCommandLines } from "../terminal/command-line.ts";
import { printable } from "../terminal/printable.ts";
import { authorCommands } from "./author-commands.ts";
import type { Commands, ExitCodes } from "./commands.ts";
import { failureText } from "./failure-text.ts";
import type { Io } from "./io.ts";
import { machineFailure } from "./machine-failure.ts";
import { poolCommands } from "./pool-commands.ts";
import { printError } from "./print.ts";
import { projectCommands } from "./project-commands.ts";

const COULD_NOT_RUN =
  "could not run: a mistake in the options, in a file or in the set-up; or an unexpected error";

/**
 * Runs a command line and returns its exit code. Errors are printed, not thrown.
 *
 * @param options the command line after the program's name
 */
export async function runProgram(options: readonly string[], io: Io): Promise<number> {
  let exitCode = 0;
  const program = newProgram(io);
  const commands: Commands = {
    add: (usage, description, examples, exitCodes) =>
      program
        .command(usage)
        .description(description)
        .addHelpText(
          "after",
          `\nExamples:\n${withCommandLines(examples).replace(/^/gm, "  ")}\n${exitCodeText(exitCodes)}`,
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
      "Lambda triggers for account recovery with Amazon Cognito: build, test, deploy and check them.",
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
    .addHelpText("after", exitCodeText({ 1: "the command found a problem: `help <command>` says which" }));
}

function exitCodeText({ 0: success = "success", 1: problem, 2: failure = COULD_NOT_RUN }: ExitCodes): string {
  const codes = [`0  ${success}`, ...(problem === undefined ? [] : [`1  ${problem}`]), `2  ${failure}`];
  return `\nExit codes:\n${codes.map((each) => `  ${each}`).join("\n")}`;
}

/** Removes the last argument of an action, which is Commander's command itself. */
function withoutCommand<Given extends readonly unknown[]>(given: readonly [...Given, Command]): Given {
  return given.slice(0, -1) as unknown as Given;
}

/** The path to package.json is the same from src/ and from lib/. */
function packageVersion(): string {
  return JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")).version;
}

/** Returns the text of an error that is not the user's. With its stack, unless the machine caused it: it is a bug. */
function unexpectedText(thrown: unknown): string {
  const failure = machineFailure(thrown);
  return failure === undefined ? inspect(thrown) : printable(failure);
}
