#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { PlainError } from "../../log/fault.ts";
import { triggerNames } from "../aws/pool-triggers.ts";
import type { AttachOptions } from "./attach-command.ts";
import type { DetachOptions } from "./detach-command.ts";
import type { DoctorOptions } from "./doctor-command.ts";
import type { SmokeOptions } from "./smoke-command.ts";

const EXIT_CODES = `
In a clone of the repository: npm run compile, npm run build, npm run --silent replay -- …, and the
others by npm run --silent cognito-recovery -- …

Exit codes:
  0  all is well
  1  a template has errors, Cognito would refuse an answer, a flow went otherwise than expected, a
     setting is wrong, a pool has an error (warnings and notes alone are 0) or is not as it should be after
     a change, or a deployed function answers otherwise than what is built here
  2  it could not run, or something broke: a mistake in the set-up, in a file, in a trigger, or in the
     options; or nobody said yes`;

/** Each command is a row; what it needs is loaded when it is called. */
function program(): Command {
  const commands = new Command("cognito-recovery")
    .description(
      "Lambda triggers for account recovery with Amazon Cognito: compile, build, replay, doctor, correlate.",
    )
    .exitOverride()
    .showHelpAfterError("(--help tells the options)")
    .addHelpText("after", EXIT_CODES);
  const command = (usage: string, description: string, examples: string) =>
    commands
      .command(usage)
      .description(description)
      .addHelpText("after", `\nExamples:\n${examples.replace(/^/gm, "  ")}\n${EXIT_CODES}`);

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
cognito-recovery replay --no-build --json > replay.json`,
  )
    .argument("[files or folders...]", "events, and flows (files in a folder flows/); events/ when left out")
    .option("--json", "print the whole replay as JSON")
    .option("--no-build", "replay what was built before")
    .action(async (paths: readonly string[], options: { json?: boolean; build: boolean }) =>
      exitWith(await (await import("./replay-command.ts")).replayCommand(paths, options)),
    );
  command(
    "doctor",
    "look at the settings of the triggers, or at a user pool, and say what would defeat a recovery",
    `cognito-recovery doctor
cognito-recovery doctor --trigger custom-message --environment production.env
aws lambda get-function-configuration --function-name user-migration > function.json
cognito-recovery doctor --trigger user-migration --environment function.json --json
cognito-recovery doctor --user-pool-id eu-central-1_AbCdEf123
aws cognito-idp describe-user-pool --user-pool-id eu-central-1_AbCdEf123 > pool.json
cognito-recovery doctor --from pool.json function.json --attribute email email_verified custom:tier`,
  )
    .option(
      "--user-pool-id <id>",
      "ask AWS about this pool, its app clients and its functions; nothing is changed",
    )
    .option("--from <files...>", "the same without AWS: what commands of the AWS CLI have printed")
    .option(
      "--attribute <names...>",
      "what the migration returns; learnt from dist/ and events/ when left out",
    )
    .option("--environment <file>", "JSON or lines NAME=value; the variables of this shell when left out")
    .option("--trigger <name>", "the trigger whose settings are looked at; every setting when left out")
    .option("--json", "print the findings as JSON")
    .action(async (options: DoctorOptions) =>
      exitWith(await (await import("./doctor-command.ts")).doctorCommand(options)),
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
  withChange(
    command(
      "attach",
      "make deployed functions the triggers of a user pool that exists, and change nothing else of it",
      `cognito-recovery attach --user-pool-id eu-central-1_AbCdEf123 --custom-message custom-message:live --dry-run
cognito-recovery attach --user-pool-id eu-central-1_AbCdEf123 \\
  --custom-message arn:aws:lambda:eu-central-1:111122223333:function:custom-message:live \\
  --user-migration user-migration:live --pre-sign-up pre-sign-up:live --post-confirmation post-confirmation:live`,
    ).requiredOption("--user-pool-id <id>", "the pool, whose region is the first part of its id"),
  )
    .option("--replace", "with --yes: functions of others that are attached now may give way")
    .action(async (options: AttachOptions) =>
      exitWith(await (await import("./attach-command.ts")).attachCommand(options)),
    );
  withChange(
    command(
      "detach",
      "undo an attach: what it replaced comes back, and its permissions go",
      `cognito-recovery detach --user-pool-id eu-central-1_AbCdEf123
cognito-recovery detach --record .cognito-recovery/eu-central-1_AbCdEf123.2026-11-24T16-00-00.000Z.json
cognito-recovery detach --user-pool-id eu-central-1_AbCdEf123 --custom-message custom-message`,
    )
      .option("--user-pool-id <id>", "the pool; its newest record is undone unless functions are named")
      .option("--record <file>", "the record to undo"),
  ).action(async (options: DetachOptions) =>
    exitWith(await (await import("./detach-command.ts")).detachCommand(options)),
  );
  withFunctions(
    command(
      "smoke",
      "invoke deployed functions with events that send and write nothing, and compare with what is built here",
      `cognito-recovery smoke --user-pool-id eu-central-1_AbCdEf123
cognito-recovery smoke --custom-message custom-message:live events/custom-message.forgot-password.en.json`,
    )
      .argument("[files or folders...]", "events for custom message; events/ when left out")
      .option("--user-pool-id <id>", "try the functions that this pool has"),
  )
    .option("--json", "print the comparison as JSON")
    .option("--no-build", "compare with what was built before")
    .action(async (paths: readonly string[], options: SmokeOptions) =>
      exitWith(await (await import("./smoke-command.ts")).smokeCommand(paths, options)),
    );
  return commands;
}

/** An option for the function of each trigger. */
function withFunctions(command: Command): Command {
  for (const trigger of triggerNames) {
    command.option(
      `--${trigger} <function>`,
      `its ${trigger} function: a name or an ARN, best with its alias`,
    );
  }
  return command;
}

/** The options of both ways to change a pool. */
function withChange(command: Command): Command {
  return withFunctions(command)
    .option("--dry-run", "show what would change, and change nothing")
    .option("--yes", "ask nobody")
    .option("--drift", "change a pool that a CloudFormation stack manages all the same");
}

function exitWith(code: number): void {
  process.exitCode = code;
}

try {
  await program().parseAsync();
} catch (thrown) {
  if (thrown instanceof CommanderError) {
    exitWith(thrown.exitCode === 0 ? 0 : 2);
  } else if (thrown instanceof PlainError) {
    // At a desk, what is behind it may be told: the SDK's word that there are no credentials, say.
    const { message, cause } = thrown;
    console.error(cause instanceof Error ? `${message}\n  (${cause.name}: ${cause.message})` : message);
    exitWith(2);
  } else {
    // A mistake of ours: whoever reports it needs the stack.
    console.error(thrown);
    exitWith(2);
  }
}
