import type { Alarm } from "aws-cdk-lib/aws-cloudwatch";
import { type Alias, Code, type Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Annotations, CfnOutput } from "aws-cdk-lib/core";
import { Construct } from "constructs";
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
import type { RecoveryTriggersProps } from "./recovery-triggers-props.ts";
import { variablesFromPool } from "./settings-from-pool.ts";
import { TriggerFunction } from "./trigger-function.ts";

export type { AlarmOptions, BuiltBundle, FunctionSettings, RecoveryTriggersProps, TriggerName };

/**
 * The built triggers as functions with an alias `live` that the user pool invokes, with exactly the access that
 * their settings need, and with alarms.
 *
 * @throws SetupError when a bundle is missing or has the sample brand, a setting or a prop is invalid, or the pool
 *   is in another Region or already has such a trigger
 */
export class RecoveryTriggers extends Construct {
  readonly functions: Readonly<Partial<Record<TriggerName, LambdaFunction>>>;
  readonly aliases: Readonly<Partial<Record<TriggerName, Alias>>>;
  /** The alarms, by the ids in docs/operations.md. */
  readonly alarms: Readonly<Record<string, Alarm>>;

  constructor(scope: Construct, id: string, props: RecoveryTriggersProps) {
    super(scope, id);
    const { userPool, only = {}, decryptWith = [], environment: shared = {}, code = assetOf } = props;
    checkProps(props);
    const pool = poolOf(userPool);
    checkPool(this, pool);
    const bundles = builtBundles(props.bundles, props.triggers);
    if (!props.allowSampleBrand) checkBrand(bundles, "set allowSampleBrand: true");
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
        description: "Attaches these triggers to the user pool, which is not part of this stack.",
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
