import type { Alarm } from "aws-cdk-lib/aws-cloudwatch";
import type { CfnUserPool, IUserPool } from "aws-cdk-lib/aws-cognito";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { type Alias, Code, type Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Annotations, CfnOutput } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { SettingName } from "../../parameter/settings.ts";
import { poolTriggers, type TriggerName } from "../aws/pool-triggers.ts";
import { allowPool, attach } from "./attach.ts";
import { attachCommand } from "./attach-command.ts";
import { type BuiltBundle, builtBundles } from "./built-bundles.ts";
import { checkBrand } from "./check-brand.ts";
import { checkPool } from "./check-pool.ts";
import { checkOnly, checkProps } from "./check-props.ts";
import { environmentWarnings } from "./environment-warnings.ts";
import { checkEnvironments, functionEnvironment } from "./function-environment.ts";
import type { FunctionSettings } from "./function-settings.ts";
import { judgePool, warnOfUnsetSettings } from "./judge-pool.ts";
import { poolOf } from "./pool.ts";
import { type AlarmOptions, checkMetricPlace, metricPlace, RecoveryAlarms } from "./recovery-alarms.ts";
import { variablesFromPool } from "./settings-from-pool.ts";
import { TriggerFunction } from "./trigger-function.ts";

export type { AlarmOptions, BuiltBundle, FunctionSettings, TriggerName };

/** What {@link RecoveryTriggers} is made of; the settings of functions hold for each of them. */
export interface RecoveryTriggersProps extends FunctionSettings {
  /**
   * One of this app (a `UserPool`, Amplify's, or a `CfnUserPool`) gets the triggers, is judged by doctor's rules, and
   * decides `SIGN_IN` and `EMAIL_SENDING_ACCOUNT` unless `environment` does. Any other is named.
   */
  readonly userPool: IUserPool | CfnUserPool;
  /** The folder that `npm run build` writes: `dist`. */
  readonly bundles: string;
  /** All that were built when left out. */
  readonly triggers?: readonly TriggerName[];
  /** What is so for one trigger alone: its variables are added, all else takes the place of what holds for all. */
  readonly only?: Readonly<Partial<Record<TriggerName, FunctionSettings>>>;
  /** Keys of your own that the parameters and secrets are encrypted with; IAM does not know them by an alias. */
  readonly decryptWith?: readonly IKey[];
  /** On when left out, with no action: they then ring in the console alone. */
  readonly alarms?: AlarmOptions | false;
  /** Settings that your own triggers do not read: nobody then asks for them. */
  readonly unread?: readonly SettingName[];
  /** Whether the sample brand of templates/brands.json is meant: without it the synthesis stops there. */
  readonly allowSampleBrand?: boolean;
  /** Where Lambda takes a zip from; an asset of the app when left out. */
  readonly code?: (bundle: BuiltBundle) => Code;
}

/**
 * The triggers that were built, as functions with an alias `live` that the user pool invokes: with the access
 * that their settings need and no more, and with alarms.
 *
 * @throws SetupError with a sentence when something is not built or has the sample brand, a setting or a prop is wrong, or the pool is in another
 *   region or has such a trigger already
 */
export class RecoveryTriggers extends Construct {
  readonly functions: Readonly<Partial<Record<TriggerName, LambdaFunction>>>;
  readonly aliases: Readonly<Partial<Record<TriggerName, Alias>>>;
  /** By the ids of docs/operations.md. */
  readonly alarms: Readonly<Record<string, Alarm>>;

  constructor(scope: Construct, id: string, props: RecoveryTriggersProps) {
    super(scope, id);
    const { userPool, only = {}, decryptWith = [], environment: shared = {}, code = assetOf } = props;
    checkProps(props);
    const pool = poolOf(userPool);
    checkPool(this, pool);
    const bundles = builtBundles(props.bundles, props.triggers);
    if (!props.allowSampleBrand) checkBrand(bundles, "write allowSampleBrand: true");
    checkOnly(
      only,
      bundles.map(({ trigger }) => trigger),
    );
    const environments = new Map(
      bundles.map(({ trigger }) => {
        const own = only[trigger]?.environment ?? {};
        checkMetricPlace(own, trigger);
        return [trigger, functionEnvironment(trigger, shared, own)] as const;
      }),
    );
    checkEnvironments(environments, props.unread);
    for (const warning of environmentWarnings(environments.values())) {
      Annotations.of(this).addWarningV2(`cognito-recovery:${warning.id}`, warning.message);
    }

    const fromPool = pool.own ? variablesFromPool(pool.own) : {};
    const made = bundles.map((bundle) => {
      const { trigger } = bundle;
      const environment = { ...functionEnvironment(trigger, fromPool), ...environments.get(trigger) };
      const one = { ...props, ...only[trigger], bundle, code: code(bundle), decryptWith, environment };
      return [trigger, new TriggerFunction(this, poolTriggers[trigger], one)] as const;
    });
    this.functions = Object.fromEntries(made.map(([trigger, each]) => [trigger, each.function]));
    this.aliases = Object.fromEntries(made.map(([trigger, each]) => [trigger, each.alias]));

    const { own } = pool;
    for (const [trigger, { alias }] of made) {
      if (own) attach({ ...pool, own }, trigger, alias);
      else allowPool(this, `${poolTriggers[trigger]}Permission`, pool, alias);
    }
    if (own) judgePool(this, own, this.functions, environments);
    else {
      warnOfUnsetSettings(this, environments);
      new CfnOutput(this, "AttachCommand", {
        description: "Makes these the triggers of the user pool, which is not part of this stack.",
        value: attachCommand(pool.arn, made),
      });
    }
    this.alarms =
      props.alarms === false
        ? {}
        : new RecoveryAlarms(
            this,
            "Alarms",
            new Map(made.map(([trigger, each]) => [trigger, each.function])),
            metricPlace(shared),
            props.alarms ?? {},
          ).alarms;
  }
}

function assetOf({ zip }: BuiltBundle): Code {
  return Code.fromAsset(zip);
}
