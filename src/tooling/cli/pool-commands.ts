import type { Command } from "commander";
import { triggerNames } from "../aws/pool-triggers.ts";
import type { AttachOptions } from "./attach-command.ts";
import type { DetachOptions } from "./detach-command.ts";
import type { DoctorOptions } from "./doctor-command.ts";
import { exitWith, listed, type NewCommand } from "./new-command.ts";
import { withOut } from "./out-option.ts";
import type { SmokeOptions } from "./smoke-command.ts";
import type { SynthOptions } from "./synth-command.ts";

/** The commands on the way to a user pool. Each is a row; what it needs is loaded when it is called. */
export function poolCommands(command: NewCommand): void {
  const synth = command(
    "synth",
    "build the triggers, and write them as a CloudFormation template, with the zips that it names, to dist/cloudformation/",
    `cognito-recovery synth --set LEGACY_DATABASE=secret:recovery/legacy#url
cognito-recovery synth --environment production.env --vpc
cognito-recovery synth --triggers custom-message`,
  );
  withOut(synth)
    .option("--set <NAME=value>", "a variable of the functions that read it; repeat it for each", listed, [])
    .option("--environment <file>", "the variables: JSON or lines NAME=value; --set has the last word")
    .option("--triggers <names...>", "the triggers to deploy; all that are built when left out")
    .option("--key <arns...>", "ARNs of keys of your own that the parameters and secrets are encrypted with")
    .option("--alarm-topic <arn>", "the SNS topic that the alarms ring")
    .option("--vpc", "make subnets and security groups parameters, for functions that read the legacy store")
    .option("--sample-brand", "the sample brand is meant: otherwise it stops before that goes live")
    .option("--no-build", "take what was built before")
    .action(async (options: SynthOptions) =>
      exitWith(await (await import("./synth-command.ts")).synthCommand(options)),
    );
  withChange(
    command(
      "attach",
      "make deployed functions the triggers of a user pool that exists, and change nothing else of it",
      `cognito-recovery attach --user-pool-id eu-central-1_AbCdEf123 --custom-message custom-message:live --dry-run
cognito-recovery attach --user-pool-id eu-central-1_AbCdEf123 \\
  --custom-message arn:aws:lambda:eu-central-1:111122223333:function:custom-message:live \\
  --user-migration user-migration:live --pre-sign-up pre-sign-up:live --post-confirmation post-confirmation:live`,
    ).requiredOption(
      "--user-pool-id <id>",
      "the pool: its id, or its ARN, which a replica in another Region needs",
    ),
  )
    .option("--replace", "with --yes: functions of others that are attached now may give way")
    .option("--sample-brand", "the sample brand is meant: otherwise it stops before that goes live")
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
      .option(
        "--user-pool-id <id>",
        "the pool, by id or ARN; its newest record is undone unless functions are named",
      )
      .option("--record <file>", "the record to undo"),
  ).action(async (options: DetachOptions) =>
    exitWith(await (await import("./detach-command.ts")).detachCommand(options)),
  );
  const smoke = withFunctions(
    command(
      "smoke",
      "invoke deployed functions with events that send and write nothing, and compare with what is built here",
      `cognito-recovery smoke --user-pool-id eu-central-1_AbCdEf123
cognito-recovery smoke --custom-message custom-message:live events/custom-message.forgot-password.en.json`,
    )
      .argument("[files or folders...]", "events for custom message; events/ when left out")
      .option("--user-pool-id <id>", "try the functions that this pool has; an id or an ARN"),
  );
  withOut(smoke)
    .option("--json", "print the comparison as JSON")
    .option("--no-build", "compare with what was built before")
    .action(async (paths: readonly string[], options: SmokeOptions) =>
      exitWith(await (await import("./smoke-command.ts")).smokeCommand(paths, options)),
    );
  const doctor = command(
    "doctor",
    "look at the settings of the triggers, or at a user pool, and say what would defeat a recovery",
    `cognito-recovery doctor
cognito-recovery doctor --trigger custom-message --environment production.env
aws lambda get-function-configuration --function-name user-migration > function.json
cognito-recovery doctor --trigger user-migration --environment function.json --json
cognito-recovery doctor --user-pool-id eu-central-1_AbCdEf123
aws cognito-idp describe-user-pool --user-pool-id eu-central-1_AbCdEf123 > pool.json
cognito-recovery doctor --from pool.json function.json --attribute email email_verified custom:tier`,
  );
  withOut(doctor)
    .option(
      "--user-pool-id <id>",
      "ask AWS about this pool (an id or an ARN), its app clients and its functions; nothing is changed",
    )
    .option("--from <files...>", "the same without AWS: what commands of the AWS CLI have printed")
    .option(
      "--attribute <names...>",
      "what the migration returns; learnt from the build and events/ when left out",
    )
    .option("--environment <file>", "JSON or lines NAME=value; the variables of this shell when left out")
    .option("--trigger <name>", "the trigger whose settings are looked at; every setting when left out")
    .option("--json", "print the findings as JSON")
    .action(async (options: DoctorOptions) =>
      exitWith(await (await import("./doctor-command.ts")).doctorCommand(options)),
    );
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
