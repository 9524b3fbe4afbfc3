import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { PlainError } from "../../log/fault.ts";
import { printable } from "../replay/printable.ts";
import { withCommandLines } from "../terminal/command-line.ts";
import { authorCommands } from "./author-commands.ts";
import { failureText } from "./failure-text.ts";
import { machineFailure } from "./machine-failure.ts";
import { exitWith, type NewCommand } from "./new-command.ts";
import { poolCommands } from "./pool-commands.ts";
import { projectCommands } from "./project-commands.ts";

const EXIT_CODES = `
Exit codes:
  0  all is well
  1  a template has errors, Cognito would refuse an answer, a flow went otherwise than expected, a
     setting is wrong, a pool has an error (warnings and notes alone are 0) or is not as it should be after
     a change, or a deployed function answers otherwise than what is built here or was not tried
  2  it could not run, or something broke: a mistake in the set-up, in a file, in a trigger, or in the
     options; or nobody said yes`;

/** package.json lies equally far above src/ and lib/. */
function packageVersion(): string {
  return JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")).version;
}

function program(): Command {
  const commands = new Command("cognito-recovery")
    .description(
      "Lambda triggers for account recovery with Amazon Cognito: built, replayed, deployed and looked after.",
    )
    .version(packageVersion(), "-V, --version", "print the version")
    .exitOverride()
    .showHelpAfterError("(--help lists the options)")
    .addHelpText("after", EXIT_CODES);
  const command: NewCommand = (usage, description, examples, exitCodes = EXIT_CODES) =>
    commands
      .command(usage)
      .description(description)
      .addHelpText("after", `\nExamples:\n${withCommandLines(examples).replace(/^/gm, "  ")}\n${exitCodes}`);
  authorCommands(command);
  projectCommands(command);
  poolCommands(command);
  return commands;
}

try {
  await program().parseAsync();
} catch (thrown) {
  if (thrown instanceof CommanderError) {
    exitWith(thrown.exitCode === 0 ? 0 : 2);
  } else if (thrown instanceof PlainError) {
    console.error(failureText(thrown));
    exitWith(2);
  } else {
    const failure = machineFailure(thrown);
    // Anything else is a mistake of ours: whoever reports it needs the stack.
    console.error(failure === undefined ? thrown : printable(failure));
    exitWith(2);
  }
}

// What a project's own file has left open, a timer or a connection, holds nobody up.
const told = [process.stdout, process.stderr].map(
  (stream) =>
    new Promise((end) => {
      // Whoever read it may be gone.
      stream.once("error", end);
      stream.write("", end);
    }),
);
await Promise.all(told);
process.exit();
