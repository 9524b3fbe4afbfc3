import { SetupError } from "../../log/fault.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { environmentIn } from "../doctor/environment-file.ts";
import { printable } from "../replay/printable.ts";
import { checkArns } from "./arn-options.ts";
import { buildTold } from "./build-told.ts";

export interface SynthOptions {
  readonly set: readonly string[];
  readonly environment?: string;
  readonly triggers?: readonly string[];
  readonly key?: readonly string[];
  readonly alarmTopic?: string;
  readonly vpc?: boolean;
  readonly sampleBrand?: boolean;
  readonly build: boolean;
}

const FOLDER = "dist/cloudformation";

/** `synth`: writes the template and says what is left to do; 1 when the templates have errors, as `build`. */
export async function synthCommand(options: SynthOptions): Promise<number> {
  const { set, environment, triggers, key, alarmTopic, vpc, sampleBrand } = options;
  if (key) checkArns("--key", key);
  if (alarmTopic !== undefined) checkArns("--alarm-topic", [alarmTopic]);
  const variables = { ...(environment !== undefined && environmentIn(environment)), ...variablesIn(set) };
  // Before the build, which takes longer than it does to say that CDK is not here.
  const { writeTemplate } = await withCdk(() => import("../cloudformation/write-template.ts"));
  if (options.build && !(await isBuilt())) return 1;
  const { files, parameters, warnings } = writeTemplate({
    bundles: "dist",
    environment: variables,
    ...(triggers && { triggers: triggers as readonly TriggerName[] }),
    ...(key && { keys: key }),
    ...(alarmTopic !== undefined && { alarmTopic }),
    ...(vpc && { vpc }),
    ...(sampleBrand && { sampleBrand }),
  });
  for (const warning of warnings) console.error(printable(warning));
  console.log(nextSteps(files, parameters));
  return 0;
}

async function isBuilt(): Promise<boolean> {
  console.error("building the triggers …");
  return (await buildTold(process.cwd())) !== undefined;
}

/** `NAME=value` each. */
function variablesIn(set: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    set.map((each) => {
      const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(each) ?? [];
      if (name === undefined || value === undefined) {
        throw new SetupError("--set should be of the form NAME=value, once for each variable.");
      }
      return [name, value];
    }),
  );
}

/** CDK is nobody's dependency who does not deploy by it. */
async function withCdk<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ERR_MODULE_NOT_FOUND" && /'(aws-cdk-lib|constructs)'/.test(message)) {
      throw new SetupError(
        "synth makes the template with AWS CDK, which is not here: npm install --save-dev aws-cdk-lib constructs",
      );
    }
    throw error;
  }
}

function nextSteps(files: readonly string[], parameters: readonly string[]): string {
  const chosen = ["UserPoolId=<id>", "ArtefactBucket=<bucket>"];
  if (parameters.includes("SubnetIds")) chosen.push("SubnetIds=<id>,<id>", "SecurityGroupIds=<id>");
  const fitting = ["SignIn", "EmailSendingAccount"].filter((name) => parameters.includes(name));
  const fitText =
    fitting.length > 0
      ? `\nParameters that have to fit the pool (docs/deploy.md): ${fitting.join(", ")}. Name those whose default does not.`
      : "";
  return `${files.map((file) => `${FOLDER}/${file}`).join("\n")}

What is left: copy the zips to a bucket in the pool's region, deploy, and attach the functions to the pool
by the command that the stack puts out.${fitText}

aws s3 cp ${FOLDER} s3://<bucket>/ --recursive --exclude template.json
aws cloudformation deploy --stack-name cognito-recovery --template-file ${FOLDER}/template.json \\
  --capabilities CAPABILITY_IAM --parameter-overrides ${chosen.join(" ")}
aws cloudformation describe-stacks --stack-name cognito-recovery --output text \\
  --query "Stacks[0].Outputs[?OutputKey=='AttachCommand'].OutputValue"`;
}
