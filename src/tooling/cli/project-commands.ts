import { type Commands, listed } from "./commands.ts";
import { withOut } from "./out-option.ts";

const LOOKUP_CODES = `
The store is queried once, within the time that a trigger has, and nothing is written. Values are masked.

Exit codes:
  0  the store knows the person
  1  it does not, or its row cannot be used: ambiguous, barred, unsupported
  2  the store is unavailable, and its errors are printed; or a mistake in a file or in the options`;

/** The commands that need only this machine. */
export function projectCommands({ add, run }: Commands): void {
  add("compile", "write templates/ as modules to generated/", "cognito-recovery compile").action(
    run(async () => (await import("./compile-command.ts")).compileCommand),
  );
  withOut(
    add(
      "build",
      "bundle each file of triggers/ to dist/<trigger>.zip, compiling the templates first",
      `cognito-recovery build
cognito-recovery build --out build/lambda`,
    ),
  ).action(run(async () => (await import("./build-command.ts")).buildCommand));
  const replay = add(
    "replay",
    "build, then play flows and events on the built triggers, as Lambda does",
    `cognito-recovery replay
cognito-recovery replay events/custom-message.forgot-password.json
cognito-recovery replay events/flows
cognito-recovery replay --set LEGACY_DATABASE=postgres://app@db.example.com/legacy events/flows
cognito-recovery replay --no-build --json > replay.json`,
  );
  withOut(replay)
    .argument("[files or folders...]", "events, and flows (files in a folder flows/); events/ when left out")
    .option(
      "--set <NAME=value>",
      "a variable of all triggers, repeated for each; with LEGACY_DATABASE that store is used, and rows of it are marked",
      listed,
      [],
    )
    .option("--environment <file>", "the variables: JSON or lines NAME=value; --set wins")
    .option("--json", "print the whole replay as JSON")
    .option("--no-build", "replay the previous build")
    .action(run(async () => (await import("./replay-command.ts")).replayCommand));
  add(
    "lookup",
    "look one person up in the legacy store, by what triggers/legacy-directory.ts exports",
    `cognito-recovery lookup anna@example.com --set LEGACY_DATABASE=legacy.sqlite
cognito-recovery lookup anna@example.com --environment production.env
cognito-recovery lookup +4915112345678 --environment function.json --json`,
    LOOKUP_CODES,
  )
    .argument("<user name>", "what the person types to sign in")
    .option("--set <NAME=value>", "a variable of the triggers; repeat it for each", listed, [])
    .option("--environment <file>", "the variables: JSON or lines NAME=value; --set wins")
    .option("--json", "print the answer as JSON")
    .action(run(async () => (await import("./lookup-command.ts")).lookupCommand));
  add(
    "correlate",
    "print what a user name is replaced with in the log, by the key in CORRELATION_KEY",
    `CORRELATION_KEY=ssm:/recovery/correlation-key cognito-recovery correlate anna@example.com`,
  )
    .argument("<user names...>", "as they were typed, or as the pool has them")
    .action(run(async () => (await import("./correlate-command.ts")).correlateCommand));
}
