import type { Commands } from "./commands.ts";
import { withOut } from "./out-option.ts";
import { withVariables } from "./variable-options.ts";

const TEMPLATE_ERRORS = "the templates have errors; nothing was written";

/** The commands that need only this machine. */
export function projectCommands({ add, run }: Commands): void {
  add("compile", "compile templates/ to modules in generated/", "cognito-recovery compile", {
    1: TEMPLATE_ERRORS,
  }).action(run(async () => (await import("./compile-command.ts")).compileCommand));
  withOut(
    add(
      "build",
      "compile the templates, and bundle each file of triggers/ to dist/<trigger>.zip",
      `cognito-recovery build
cognito-recovery build --out build/lambda`,
      { 1: TEMPLATE_ERRORS },
    ),
  ).action(run(async () => (await import("./build-command.ts")).buildCommand));
  const replay = add(
    "replay",
    "build, then run recoveries and single events on the built triggers, as Lambda does",
    `cognito-recovery replay
cognito-recovery replay events/custom-message.forgot-password.json
cognito-recovery replay events/flows
cognito-recovery replay --set LEGACY_DATABASE=postgres://app@db.example.com/legacy events/flows
cognito-recovery replay --no-build --json > replay.json`,
    {
      1: "Cognito would reject an answer, or a flow did not go as its file expects",
      2: "the build failed, a file cannot be replayed, a trigger failed, or a mistake in the options",
    },
  );
  withVariables(
    withOut(replay),
    "With LEGACY_DATABASE, that store is used, and rows of it are marked as migrated.",
  )
    .argument("[files or folders...]", "events, and flows: files in a folder flows/ (default: events/)")
    .option("--json", "print the result as JSON")
    .option("--no-build", "use the previous build")
    .action(run(async () => (await import("./replay-command.ts")).replayCommand));
  const lookup = add(
    "lookup",
    "look up one person in the legacy store, as the triggers do; writes nothing and masks values",
    `cognito-recovery lookup anna@example.com --set LEGACY_DATABASE=legacy.sqlite
cognito-recovery lookup anna@example.com --environment production.env
cognito-recovery lookup +4915112345678 --environment function.json --json`,
    {
      0: "the person was found",
      1: "the store does not know the person, or the row cannot be used: ambiguous, barred, unsupported",
      2: "the store is unavailable (its error is printed), or a mistake in a setting, a file or the options",
    },
  );
  withVariables(lookup)
    .argument("<user name>", "what the person types to sign in")
    .option("--json", "print the answer as JSON")
    .action(run(async () => (await import("./lookup-command.ts")).lookupCommand));
  add(
    "correlate",
    "print the hash that replaces a user name in the log; the key is in the variable CORRELATION_KEY",
    `CORRELATION_KEY=ssm:/recovery/correlation-key cognito-recovery correlate anna@example.com`,
    {},
  )
    .argument("<user names...>", "as typed, and as in the pool (often the sub)")
    .action(run(async () => (await import("./correlate-command.ts")).correlateCommand));
}
