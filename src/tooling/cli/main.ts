#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { PlainError } from "../../log/fault.ts";
import type { DoctorOptions } from "./doctor-command.ts";
import type { SynthOptions } from "./synth-command.ts";

const EXIT_CODES = `
In a clone of the repository: npm run compile, npm run build, npm run --silent replay -- …,
npm run --silent synth -- …, and the others by npm run --silent cognito-recovery -- …

Exit codes:
  0  all is well
  1  a template has errors, Cognito would refuse an answer, a flow went otherwise than expected, or a
     setting is wrong
  2  it could not run, or something broke: a mistake in the set-up, in a file, in a trigger, or in the options`;

/** Each command is a row; what it needs is loaded when it is called. */
function program(): Command {
  const commands = new Command("cognito-recovery")
    .description(
      "Lambda triggers for account recovery with Amazon Cognito: compile, build, replay, synth, doctor, correlate.",
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
    "synth",
    "write what was built as a CloudFormation template, with the zips that it names, to dist/cloudformation/",
    `cognito-recovery synth --set LEGACY_DATABASE=secret:recovery/legacy#url
cognito-recovery synth --environment production.env --vpc
cognito-recovery synth --triggers custom-message`,
  )
    .option("--set <NAME=value>", "a variable of the functions that read it; repeat it for each", listed, [])
    .option("--environment <file>", "the variables: JSON or lines NAME=value; --set has the last word")
    .option("--triggers <names...>", "the triggers to deploy; all that were built when left out")
    .option("--key <arns...>", "keys of your own that the parameters and secrets are encrypted with")
    .option("--alarm-topic <arn>", "the SNS topic that the alarms ring")
    .option("--vpc", "make subnets and security groups parameters, for functions that read the legacy store")
    .action(async (options: SynthOptions) =>
      exitWith(await (await import("./synth-command.ts")).synthCommand(options)),
    );
  command(
    "doctor",
    "look at the settings of the triggers, and say what is wrong with them",
    `cognito-recovery doctor
cognito-recovery doctor --trigger custom-message --environment production.env
aws lambda get-function-configuration --function-name user-migration > function.json
cognito-recovery doctor --trigger user-migration --environment function.json --json`,
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
  return commands;
}

/** One more of an option that may be given several times. */
function listed(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
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
