import type { Command } from "commander";
import { triggerNames } from "../aws/pool-triggers.ts";
import type { Commands, ExitCodes } from "./commands.ts";
import { withOut } from "./out-option.ts";
import { withVariables } from "./variable-options.ts";

/** The exit codes of the commands that change a pool. */
const CHANGE_CODES: ExitCodes = {
  0: "the change was made, or nothing had to change, or --dry-run",
  1: "something is not as it should be, or is not known: the message says what, such as a permission that remains",
  2: "the triggers are unchanged: not confirmed, rejected, or a mistake in the options or in the set-up",
};

const SAMPLE_BRAND = "continue although templates/brands.json is the sample";

/** The commands for a user pool. */
export function poolCommands({ add, run }: Commands): void {
  const synth = add(
    "synth",
    "build the triggers, and write a CloudFormation template and its zips to dist/cloudformation/",
    `cognito-recovery synth --set LEGACY_DATABASE=secret:recovery/legacy#url
cognito-recovery synth --environment production.env --vpc
cognito-recovery synth --triggers custom-message`,
    { 1: "the templates have errors; nothing was written" },
  );
  withVariables(withOut(synth))
    .option("--triggers <names...>", "the triggers to deploy (default: all that are built)")
    .option("--key <arns...>", "the KMS keys of your own that encrypt the parameters and secrets")
    .option("--alarm-topic <arn>", "the SNS topic that alarms are sent to")
    .option(
      "--vpc",
      "put the functions that read the legacy store into a VPC: the template gets parameters for subnets and security groups",
    )
    .option("--sample-brand", SAMPLE_BRAND)
    .option("--no-build", "use the previous build")
    .action(run(async () => (await import("./synth-command.ts")).synthCommand));
  withChange(
    add(
      "attach",
      "set deployed functions as the triggers of an existing user pool, and leave its other settings unchanged",
      `cognito-recovery attach --user-pool-id eu-central-1_AbCdEf123 --custom-message custom-message:live --dry-run
cognito-recovery attach --user-pool-id eu-central-1_AbCdEf123 \\
  --custom-message arn:aws:lambda:eu-central-1:111122223333:function:custom-message:live \\
  --user-migration user-migration:live --pre-sign-up pre-sign-up:live --post-confirmation post-confirmation:live`,
      CHANGE_CODES,
    ).requiredOption("--user-pool-id <id>", "the pool, by id or ARN; a replica in another Region by ARN"),
  )
    .option("--replace", "with --yes: also replace functions attached by others")
    .option("--sample-brand", SAMPLE_BRAND)
    .action(run(async () => (await import("./attach-command.ts")).attachCommand));
  withChange(
    add(
      "detach",
      "undo an attach: restore the previous triggers, and remove the permissions that it added",
      `cognito-recovery detach --user-pool-id eu-central-1_AbCdEf123
cognito-recovery detach --record .cognito-recovery/eu-central-1_AbCdEf123.2026-11-24T16-00-00.000Z.json
cognito-recovery detach --user-pool-id eu-central-1_AbCdEf123 --custom-message custom-message`,
      CHANGE_CODES,
    )
      .option(
        "--user-pool-id <id>",
        "the pool, by id or ARN: its newest attach is undone, or the functions that you name are removed",
      )
      .option("--record <file>", "undo the attach recorded in this file of .cognito-recovery/"),
  ).action(run(async () => (await import("./detach-command.ts")).detachCommand));
  const smoke = withFunctions(
    add(
      "smoke",
      "invoke deployed functions with events that send and write nothing, and compare their answers with the build on this machine",
      `cognito-recovery smoke --user-pool-id eu-central-1_AbCdEf123
cognito-recovery smoke --custom-message custom-message:live events/custom-message.forgot-password.en.json`,
      {
        1: "a deployed function gives another answer or none, or was not invoked",
        2: "the build failed, or a mistake in the options, in a file or in the set-up",
      },
    )
      .argument("[files or folders...]", "events for custom message (default: events/)")
      .option("--user-pool-id <id>", "the pool, by id or ARN, whose functions are invoked"),
  );
  withOut(smoke)
    .option("--json", "print the comparison as JSON")
    .option("--no-build", "use the previous build")
    .action(run(async () => (await import("./smoke-command.ts")).smokeCommand));
  add(
    "recover",
    "request a code as an app does, then on a terminal ask for it and for a new password; explains Cognito's answers",
    `cognito-recovery recover --client-id 1example23456789 --username anna@example.com --metadata locale=fr
cognito-recovery recover --client-id local --username anna@example.com --endpoint http://127.0.0.1:9229`,
    {
      0: "the code was requested and, on a terminal, the new password was set",
      1: "Cognito rejected a request, or it is not known whether the new password was set",
    },
  )
    .requiredOption("--client-id <id>", "the app client; the variable CLIENT_SECRET has its secret, if any")
    .requiredOption("--username <name>", "what the person types to sign in")
    .option("--metadata <key=value...>", "the client metadata", [])
    .option("--endpoint <url>", "the address of a pool on this machine (default: Cognito)")
    .option("--region <region>", "the Region (default: that of AWS_REGION or of the profile)")
    .option("--profile <name>", "the profile of the AWS CLI whose Region is used")
    .action(run(async () => (await import("./recover-command.ts")).recoverCommand));
  const doctor = add(
    "doctor",
    "find what would make recoveries fail: in the settings of the triggers, or in a user pool; changes nothing",
    `cognito-recovery doctor
cognito-recovery doctor --trigger custom-message --environment production.env
aws lambda get-function-configuration --function-name user-migration > function.json
cognito-recovery doctor --trigger user-migration --environment function.json --json
cognito-recovery doctor --user-pool-id eu-central-1_AbCdEf123
aws cognito-idp describe-user-pool --user-pool-id eu-central-1_AbCdEf123 > pool.json
cognito-recovery doctor --from pool.json function.json --attribute email email_verified custom:tier`,
    { 0: "no errors; there may be warnings and notes", 1: "a setting is wrong, or the pool has an error" },
  );
  withOut(doctor)
    .option("--user-pool-id <id>", "check this pool, by id or ARN, with its app clients and functions")
    .option(
      "--from <files...>",
      "check a pool from files with the JSON output of AWS CLI commands, without AWS",
    )
    .option(
      "--attribute <names...>",
      "with a pool: the columns that your legacy statement returns (default: found by replaying events/ on the build)",
    )
    .option(
      "--environment <file>",
      "without a pool: a file with the variables, lines NAME=value or JSON (default: the variables of the shell)",
    )
    .option("--trigger <name>", "without a pool: check the settings of this trigger (default: all settings)")
    .option("--json", "print the findings as JSON")
    .action(run(async () => (await import("./doctor-command.ts")).doctorCommand));
}

/** Adds an option for the function of each trigger. */
function withFunctions(command: Command): Command {
  for (const trigger of triggerNames) {
    command.option(
      `--${trigger} <function>`,
      `the function for ${trigger}: a name or ARN, best with its alias (name:live)`,
    );
  }
  return command;
}

/** Adds the options of both commands that change a pool. */
function withChange(command: Command): Command {
  return withFunctions(command)
    .option("--dry-run", "show what would change, and change nothing")
    .option("--yes", "skip the confirmation")
    .option("--drift", "change a pool that a CloudFormation stack manages");
}
