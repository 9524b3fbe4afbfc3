import { exitWith, listed, type NewCommand } from "./new-command.ts";
import type { ReplayCommandOptions } from "./replay-command.ts";

/** The commands that need this machine alone. Each is a row; what it needs is loaded when it is called. */
export function projectCommands(command: NewCommand): void {
  command("compile", "write templates/ as modules to generated/", "cognito-recovery compile").action(
    async () => exitWith(await (await import("./compile-command.ts")).compileCommand()),
  );
  command(
    "build",
    "bundle each file of triggers/ to dist/<trigger>.zip, compiling the templates first",
    "cognito-recovery build",
  ).action(async () => exitWith(await (await import("./build-command.ts")).buildCommand()));
  command(
    "replay",
    "build, then play flows and events on the built triggers, as Lambda does",
    `cognito-recovery replay
cognito-recovery replay events/custom-message.forgot-password.json
cognito-recovery replay events/flows
cognito-recovery replay --set LEGACY_DATABASE=postgres://app@db.example.com/legacy events/flows
cognito-recovery replay --no-build --json > replay.json`,
  )
    .argument("[files or folders...]", "events, and flows (files in a folder flows/); events/ when left out")
    .option(
      "--set <NAME=value>",
      "a variable of all triggers, repeated for each; with LEGACY_DATABASE that store is used, and rows of it are marked",
      listed,
      [],
    )
    .option("--environment <file>", "the variables: JSON or lines NAME=value; --set has the last word")
    .option("--json", "print the whole replay as JSON")
    .option("--no-build", "replay what was built before")
    .action(async (paths: readonly string[], options: ReplayCommandOptions) =>
      exitWith(await (await import("./replay-command.ts")).replayCommand(paths, options)),
    );
  command(
    "correlate",
    "print what stands for a user name in the log, under the key in CORRELATION_KEY",
    `CORRELATION_KEY=ssm:/recovery/correlation-key cognito-recovery correlate anna@example.com`,
  )
    .argument("<user names...>", "as they were typed, or as the pool has them")
    .action(async (userNames: readonly string[]) =>
      exitWith(await (await import("./correlate-command.ts")).correlateCommand(userNames)),
    );
}
