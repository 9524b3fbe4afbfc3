import {
  Alarm,
  ComparisonOperator,
  type IAlarmAction,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Duration } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { SetupError } from "../../error/setup-error.ts";
import { settings } from "../../parameter/settings.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { countAlarms, functionAlarms } from "./count-alarms.ts";
import type { Environment } from "./function-environment.ts";

/** The actions of all alarms. */
export interface AlarmOptions {
  readonly actions?: readonly IAlarmAction[];
}

/** The place where the functions write their own metrics. */
export interface MetricPlace {
  readonly namespace: string;
  readonly service: string;
}

/**
 * The limit of Lambda's Duration, in ms, without start-up. A cold start and the network also use some of the 5 s
 * that Cognito waits: after 3 s, half a second before our own deadline, little time is left.
 */
const SLOW_MS = 3_000;

/** Returns the place that these variables configure; `undefined` when they disable metrics. */
export function metricPlace(environment: Environment): MetricPlace | undefined {
  if (environment.POWERTOOLS_METRICS_DISABLED === "true") return undefined;
  return {
    namespace: environment.POWERTOOLS_METRICS_NAMESPACE || settings.POWERTOOLS_METRICS_NAMESPACE.kind.default,
    service: environment.POWERTOOLS_SERVICE_NAME || settings.POWERTOOLS_SERVICE_NAME.kind.default,
  };
}

/** @throws SetupError when one function would write its metrics to another place, where no alarm looks */
export function checkMetricPlace(own: Environment, trigger: TriggerName): void {
  const name = [
    "POWERTOOLS_METRICS_DISABLED",
    "POWERTOOLS_METRICS_NAMESPACE",
    "POWERTOOLS_SERVICE_NAME",
  ].find((variable) => own[variable] !== undefined);
  if (name !== undefined) {
    throw new SetupError(
      `\`only\` sets ${name} for ${trigger}, but all functions need the same: the alarms look at one place. Set it in the \`environment\` of all.`,
    );
  }
}

/** The alarms of these functions, by id. Missing data raises no alarm. */
export class RecoveryAlarms extends Construct {
  readonly alarms: Readonly<Record<string, Alarm>>;

  constructor(
    scope: Construct,
    id: string,
    functions: ReadonlyMap<TriggerName, IFunction>,
    place: MetricPlace | undefined,
    { actions = [] }: AlarmOptions,
  ) {
    super(scope, id);
    const alarms: Record<string, Alarm> = {};
    const ring = (name: string, metric: IMetric, threshold: number, alarmDescription: string) => {
      const alarm = new Alarm(this, name, {
        metric,
        threshold,
        alarmDescription,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(...actions);
      alarms[name] = alarm;
    };
    for (const { id: name, metric, dimensions, countedBy, above, minutes, description } of countAlarms) {
      if (!place || (countedBy && !functions.has(countedBy))) continue;
      const counted = ourMetric(place, metric, dimensions, Stats.SUM, minutes);
      ring(name, counted, above, description);
    }
    for (const [trigger, fn] of functions) {
      const errors = trigger === "pre-sign-up" && place ? silentErrors(fn, place) : sumOfErrors(fn, 5);
      ring(`${trigger}-errors`, errors, 0, functionAlarms.errors(trigger));
      const longest = fn.metricDuration({ statistic: Stats.MAXIMUM, period: Duration.minutes(5) });
      ring(`${trigger}-slow`, longest, SLOW_MS, functionAlarms.slow(trigger));
    }
    this.alarms = alarms;
  }
}

function sumOfErrors(fn: IFunction, minutes: number): Metric {
  return fn.metricErrors({ statistic: Stats.SUM, period: Duration.minutes(minutes) });
}

/**
 * Counts errors only in 15 minutes in which the function writes no metrics, which means that it does not run.
 * Pre sign-up rejects people by throwing, and Lambda counts that as an error too.
 */
function silentErrors(fn: IFunction, place: MetricPlace): MathExpression {
  const sources = ["PreSignUp_SignUp", "PreSignUp_AdminCreateUser", "PreSignUp_ExternalProvider"];
  const answered = sources.map((triggerSource, index) => [
    `answered${index}`,
    ourMetric(place, "milliseconds", { triggerSource }, Stats.SAMPLE_COUNT, 15),
  ]);
  const all = sources.map((_, index) => `FILL(answered${index}, 0)`).join(" + ");
  return new MathExpression({
    expression: `IF(${all} == 0, FILL(errors, 0), 0)`,
    label: "errors without a line",
    period: Duration.minutes(15),
    usingMetrics: { errors: sumOfErrors(fn, 15), ...Object.fromEntries(answered) },
  });
}

function ourMetric(
  { namespace, service }: MetricPlace,
  metricName: string,
  dimensions: Readonly<Record<string, string>>,
  statistic: string,
  minutes: number,
): Metric {
  return new Metric({
    namespace,
    metricName,
    dimensionsMap: { service, ...dimensions },
    statistic,
    period: Duration.minutes(minutes),
  });
}
