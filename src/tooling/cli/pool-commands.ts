import type { Command } from "commander";
import { triggerNames } from "../aws/pool-triggers.ts";
import { type Commands, listed } from "./commands.ts";
import { withOut } from "./out-option.ts";

/** The commands for a user pool. */
export function poolCommands({ add, run }: Commands): void {
  const synth = add(
    "synth",
    "build the triggers, and write them as a CloudFormation template, with the zips that it names, to dist/cloudformation/",
    `cognito-recovery synth --set LEGACY_DATABASE=secret:recovery/legacy#url
cognito-recovery synth --environment production.env --vpc
cognito-recovery synth --triggers custom-message`,
  );
  withOut(synth)
    .option("--set <NAME=value>", "a variable of the functions that read it; repeat it for each", listed, [])
    .option("--environment <file>", "the variables: JSON or lines NAME=value; --set wins")
    .option("--triggers <names...>", "the triggers to deploy; all that are built when left out")
    .option("--key <arns...>", "ARNs of keys of your own that the parameters and secrets are encrypted with")
    .option("--alarm-topic <arn>", "the SNS topic that alarms are sent to")
    .option("--vpc", "make subnets and security groups parameters, for functions that read the legacy store")
    .option("--sample-brand", "allow the sample brand, which is rejected otherwise")
    .option("--no-build", "use the previous build")
    .action(run(async () => (await import("./synth-command.ts")).synthCommand));
  withChange(
    add(
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
    .option("--replace", "with --yes: replace functions attached by others")
    .option("--sample-brand", "allow the sample brand, which is rejected otherwise")
    .action(run(async () => (await import("./attach-command.ts")).attachCommand));
  withChange(
    add(
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
  ).action(run(async () => (await import("./detach-command.ts")).detachCommand));
  const smoke = withFunctions(
    add(
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
    .option("--no-build", "compare with the previous build")
    .action(run(async () => (await import("./smoke-command.ts")).smokeCommand));
  add(
    "recover",
    "recover an account by ForgotPassword, as an app does, and explain Cognito's answers",
    `cognito-recovery recover --client-id 1example23456789 --username anna@example.com --metadata locale=fr
cognito-recovery recover --client-id local --username anna@example.com --endpoint http://127.0.0.1:9229`,
    RECOVER_CODES,
  )
    .requiredOption("--client-id <id>", "the app client")
    .requiredOption("--username <name>", "what the person types to sign in")
    .option("--metadata <key=value>", "client metadata, repeated for each key", listed, [])
    .option("--endpoint <url>", "the address of a pool on this machine; Cognito when left out")
    .option("--region <region>", "the Region; that of the profile or of AWS_REGION when left out")
    .option("--profile <name>", "the profile of the AWS CLI that names the Region")
    .action(run(async () => (await import("./recover-command.ts")).recoverCommand));
  const doctor = add(
    "doctor",
    "check the settings of the triggers, or a user pool, for what would make a recovery fail",
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
      "check this pool (an id or an ARN), its app clients and its functions; nothing is changed",
    )
    .option("--from <files...>", "check a pool without AWS, from what commands of the AWS CLI have printed")
    .option(
      "--attribute <names...>",
      "the attributes that the migration returns; found out by the build and events/ when left out",
    )
    .option("--environment <file>", "JSON or lines NAME=value; the variables of this shell when left out")
    .option("--trigger <name>", "the trigger whose settings are checked; every setting when left out")
    .option("--json", "print the findings as JSON")
    .action(run(async () => (await import("./doctor-command.ts")).doctorCommand));
}

const RECOVER_CODES = `
On a terminal it then asks for the code and a new password. A client's secret is read from CLIENT_SECRET.

Exit codes:
  0  the code was requested, and on a terminal the new password was set
  1  Cognito rejected it, or nobody knows whether the password was set
  2  a mistake in the options or in triggers/client-metadata.ts, or no Region is set`;

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
    .option("--yes", "skip confirmation")
    .option("--drift", "change a pool even though a CloudFormation stack manages it");
}
