import { join, resolve } from "node:path";
import { SetupError } from "../../error/setup-error.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { shellCommand } from "../doctor/shell-command.ts";
import { printable } from "../terminal/printable.ts";
import { buildAndPrint } from "./build-and-print.ts";
import { checkArns } from "./check-arns.ts";
import { givenVariables } from "./given-variables.ts";
import type { Io } from "./io.ts";
import type { OutOption } from "./out-option.ts";
import { print, printError } from "./print.ts";
import type { VariableOptions } from "./variable-options.ts";

export interface SynthOptions extends VariableOptions, OutOption {
  readonly triggers?: readonly string[];
  readonly key?: readonly string[];
  readonly alarmTopic?: string;
  readonly vpc?: boolean;
  readonly sampleBrand?: boolean;
  readonly build: boolean;
}

/** `synth`: writes the template, and prints the steps that follow; Returns 1 when the templates have errors. */
export async function synthCommand(options: SynthOptions, io: Io): Promise<number> {
  const { triggers, key, alarmTopic, vpc, out, sampleBrand } = options;
  if (key) checkArns("--key", key);
  if (alarmTopic !== undefined) checkArns("--alarm-topic", [alarmTopic]);
  const variables = givenVariables(options, io);
  // Before the build: a missing CDK should be reported at once.
  const { FOLDER, writeTemplate } = await withCdk(() => import("../cloudformation/write-template.ts"));
  if (options.build && !(await isBuilt(out, io))) return 1;
  const { files, parameters, warnings } = writeTemplate({
    bundles: resolve(io.cwd, out),
    environment: variables,
    ...(triggers && { triggers: triggers as readonly TriggerName[] }),
    ...(key && { keys: key }),
    ...(alarmTopic !== undefined && { alarmTopic }),
    ...(vpc && { vpc }),
    ...(sampleBrand && { sampleBrand }),
  });
  for (const warning of warnings) printError(io, printable(warning));
  print(io, nextSteps(join(out, FOLDER), files, parameters));
  return 0;
}

async function isBuilt(out: string, io: Io): Promise<boolean> {
  printError(io, "building the triggers …");
  return (await buildAndPrint(out, io)) !== undefined;
}

/** CDK is an optional peer dependency. */
async function withCdk<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ERR_MODULE_NOT_FOUND" && /'(aws-cdk-lib|constructs)'/.test(message)) {
      throw new SetupError(
        "synth needs AWS CDK, which is not installed: npm install --save-dev aws-cdk-lib constructs",
      );
    }
    throw error;
  }
}

function nextSteps(folder: string, files: readonly string[], parameters: readonly string[]): string {
  const chosen = ["UserPoolId=<id>", "ArtefactBucket=<bucket>"];
  if (parameters.includes("SubnetIds")) chosen.push("SubnetIds=<id>,<id>", "SecurityGroupIds=<id>");
  const fitting = ["SignIn", "EmailSendingAccount"].filter((name) => parameters.includes(name));
  const fitText =
    fitting.length > 0
      ? `\nParameters that have to fit the pool (docs/deploy.md): ${fitting.join(", ")}. Add those whose default does not fit.`
      : "";
  return `${files.map((file) => `${folder}/${file}`).join("\n")}

Next: copy the zips to a bucket in the pool's Region, deploy, and run the command that the stack outputs: it attaches
the functions to the pool.${fitText}

aws s3 cp ${shellCommand(folder)} s3://<bucket>/ --recursive --exclude template.json
aws cloudformation deploy --stack-name cognito-recovery --template-file ${shellCommand(`${folder}/template.json`)} \\
  --capabilities CAPABILITY_IAM --parameter-overrides ${chosen.join(" ")}
aws cloudformation describe-stacks --stack-name cognito-recovery --output text \\
  --query "Stacks[0].Outputs[?OutputKey=='AttachCommand'].OutputValue"`;
}
