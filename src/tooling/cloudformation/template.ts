import { UserPool } from "aws-cdk-lib/aws-cognito";
import { Key } from "aws-cdk-lib/aws-kms";
import { Code } from "aws-cdk-lib/aws-lambda";
import { Bucket } from "aws-cdk-lib/aws-s3";
import {
  App,
  BootstraplessSynthesizer,
  type CfnOutput,
  CfnParameter,
  Fn,
  type IStackSynthesizer,
  Stack,
} from "aws-cdk-lib/core";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { type BuiltBundle, builtBundles } from "../cdk/built-bundles.ts";
import type { Environment } from "../cdk/function-environment.ts";
import { RecoveryTriggers } from "../cdk/recovery-triggers.ts";
import { inVpc } from "./in-vpc.ts";
import { settingParameters } from "./setting-parameters.ts";

/** The parts of a CloudFormation template that are used here. */
export interface Template {
  readonly Resources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly [section: string]: unknown;
}

export const DESCRIPTION = "cognito-recovery: Lambda triggers for account recovery with Amazon Cognito";

export interface TemplateOptions {
  /** The folder that `npm run build` writes. */
  readonly bundles: string;
  readonly environment: Environment;
  /** All built triggers by default. */
  readonly triggers?: readonly TriggerName[];
  /** ARNs of your own keys that encrypt the parameters and secrets. */
  readonly keys?: readonly string[];
  /** The ARN of the SNS topic that the alarms notify; without one they show only in the console. */
  readonly alarmTopic?: string;
  /** Whether the functions that read the legacy store are in a VPC, whose subnets are then parameters. */
  readonly vpc?: boolean;
  /** A temporary folder for the other files that CDK writes. */
  readonly scratch: string;
}

/** Returns a zip's name with its checksum: CloudFormation deploys a zip when its name changes. */
export function zipName({ trigger, sha256 }: Pick<BuiltBundle, "trigger" | "sha256">): string {
  return `${trigger}-${Buffer.from(sha256, "base64").toString("hex")}.zip`;
}

/**
 * Returns the construct as a template without CDK: no bootstrapped account, no asset, no metadata. The same
 * bundles and settings give the same text.
 *
 * @throws SetupError as RecoveryTriggers does
 */
export function templateOf(options: TemplateOptions): Template {
  const { bundles, environment, triggers, keys = [], alarmTopic, vpc, scratch } = options;
  const app = new App({ outdir: scratch, analyticsReporting: false, treeMetadata: false });
  const stack = new Stack(app, "Template", {
    description: DESCRIPTION,
    // CDK's types do not support exactOptionalPropertyTypes.
    synthesizer: new BootstraplessSynthesizer() as IStackSynthesizer,
    analyticsReporting: false,
  });
  const parameter = (name: string, description: string, more: object = {}) =>
    new CfnParameter(stack, name, { type: "String", description, ...more }).valueAsString;
  const userPoolId = parameter("UserPoolId", "The id of the user pool, in this account and Region.", {
    allowedPattern: "[a-z]{2}(-[a-z]+)+-\\d_[0-9A-Za-z]+",
  });
  const bucket = parameter("ArtefactBucket", "The bucket with the copied zips, in this Region.");
  const prefix = parameter(
    "ArtefactPrefix",
    "The prefix of the zips' names in the bucket, for example recovery/.",
    {
      default: "",
    },
  );
  const built = builtBundles(bundles, triggers).map(({ trigger }) => trigger);
  const recovery = new RecoveryTriggers(stack, "Recovery", {
    // writeTemplate has checked it.
    allowSampleBrand: true,
    userPool: UserPool.fromUserPoolId(stack, "UserPool", userPoolId),
    bundles,
    environment: { ...settingParameters(stack, built, environment), ...environment },
    code: (bundle) =>
      Code.fromBucketV2(
        Bucket.fromBucketName(stack, `Artefacts-${bundle.trigger}`, bucket),
        Fn.join("", [prefix, zipName(bundle)]),
      ),
    decryptWith: keys.map((arn, index) => Key.fromKeyArn(stack, `Key-${index}`, arn)),
    ...(alarmTopic !== undefined && {
      alarms: { actions: [{ bind: () => ({ alarmActionArn: alarmTopic }) }] },
    }),
    triggers: built,
  });
  (recovery.node.findChild("AttachCommand") as CfnOutput).overrideLogicalId("AttachCommand");
  if (vpc) inVpc(stack, recovery);
  return withoutMetadata(app.synth().getStackByName("Template").template);
}

/** Removes CDK's metadata of resources and of the template. */
function withoutMetadata({ Metadata: _, Resources, ...template }: Template): Template {
  const resources = Object.entries(Resources).map(([id, { Metadata: _, ...resource }]) => [id, resource]);
  return { ...template, Resources: Object.fromEntries(resources) } as Template;
}
