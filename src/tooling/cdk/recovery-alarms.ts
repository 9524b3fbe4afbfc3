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
import { SetupError } from "../../log/fault.ts";
import { settings } from "../../parameter/settings.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { countAlarms, functionAlarms } from "./count-alarms.ts";
import type { Environment } from "./function-environment.ts";

/** What is done when an alarm rings. */
export interface AlarmOptions {
  readonly actions?: readonly IAlarmAction[];
}

/** Where the functions' own metrics are; `undefined` when they write none. */
export interface MetricPlace {
  readonly namespace: string;
  readonly service: string;
}

/**
 * Above so many ms of Lambda's own Duration, start-up not included. A cold start takes some of Cognito's 5 s
 * before it, and the network some more: beyond 3 s, and half a second from our own deadline, little is left.
 */
const SLOW_MS = 3_000;

/** Where the metrics are that these variables make the functions write. */
export function metricPlace(environment: Environment): MetricPlace | undefined {
  if (environment.POWERTOOLS_METRICS_DISABLED === "true") return undefined;
  return {
    namespace: environment.POWERTOOLS_METRICS_NAMESPACE || settings.POWERTOOLS_METRICS_NAMESPACE.kind.default,
    service: environment.POWERTOOLS_SERVICE_NAME || settings.POWERTOOLS_SERVICE_NAME.kind.default,
  };
}

/** Refuses that one function alone counts elsewhere: the alarms look at one place. @throws SetupError */
export function checkMetricPlace(own: Environment, trigger: TriggerName): void {
  const name = [
    "POWERTOOLS_METRICS_DISABLED",
    "POWERTOOLS_METRICS_NAMESPACE",
    "POWERTOOLS_SERVICE_NAME",
  ].find((variable) => own[variable] !== undefined);
  if (name !== undefined) {
    throw new SetupError(
      `${name} is for ${trigger} alone: write it into the \`environment\` of all, since the alarms look at one place.`,
    );
  }
}

/** The alarms of these functions, by id. Nothing counted is nothing wrong. */
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
 * Pre sign-up refuses by throwing, which Lambda counts as an error: only errors in a quarter of an hour in
 * which the function wrote no metrics at all are those of one that does not run.
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
