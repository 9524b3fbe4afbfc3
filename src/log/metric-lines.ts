import type { Annotations, StoreOutcome } from "../annotations/annotations.ts";
import { plainValue } from "../parameter/plain-value.ts";
import type { Invocation } from "./invocation.ts";

interface Directive {
  readonly Namespace: string;
  /** Sets of keys: CloudWatch keeps one metric per combination of their values. */
  readonly Dimensions: readonly (readonly string[])[];
  readonly Metrics: readonly { readonly Name: string; readonly Unit: Unit }[];
}

type Unit = "Count" | "Milliseconds";

/** The metrics and their sets of dimensions; `service` is in every set. */
export const metricTable = [
  {
    by: [[], ["triggerSource"]],
    metrics: { milliseconds: "Milliseconds", faults: "Count", warned: "Count" },
  },
  {
    by: [["triggerSource", "asked", "served"], ["triggerSource", "step"], ["step"]],
    metrics: { messages: "Count" },
  },
  { by: [["triggerSource", "store", "outcome"], ["outcome"]], metrics: { migrations: "Count" } },
  { by: [["store"]], metrics: { completed: "Count" } },
] as const satisfies readonly {
  readonly by: readonly (readonly string[])[];
  readonly metrics: Readonly<Record<string, Unit>>;
}[];

/**
 * Returns the metrics of an invocation as lines for its log, in CloudWatch's embedded format: one, and one more
 * for each further store. `npm run bench` shows what Powertools Metrics would cost instead.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function metricLines(invocation: Invocation): readonly string[] {
  const { triggerSource, milliseconds, fault, warnings, stores = [] } = invocation;
  const always = { milliseconds, faults: fault === undefined ? 0 : 1, warned: warnings?.length ? 1 : 0 };
  const [first, ...others] = stores.flatMap((store) => storeMetric(triggerSource, store));
  const message = messageMetric(invocation);
  return [
    embedded(
      { ...always, ...message?.metrics, ...first?.metrics },
      { triggerSource, ...message?.dimensions, ...first?.dimensions },
    ),
    ...others.map(({ metrics, dimensions }) => embedded(metrics, { triggerSource, ...dimensions })),
  ];
}

interface Counted {
  readonly metrics: Readonly<Record<string, number>>;
  readonly dimensions: Readonly<Record<string, string>>;
}

function messageMetric({ locale, step }: Annotations): Counted | undefined {
  if (!locale || !step) return undefined;
  return {
    metrics: { messages: 1 },
    dimensions: { asked: requestedLanguage(locale), served: locale.served, step },
  };
}

/**
 * Returns the requested language as a dimension. Callers may request anything, and CloudWatch bills every value of
 * a dimension: only offered languages have a value of their own.
 */
function requestedLanguage({ asked, by, unmet }: NonNullable<Annotations["locale"]>): string {
  if (unmet?.length) return "other";
  return by === "project" ? "none" : (asked.split("-")[0] ?? "none");
}

/** Counts migrations by store and outcome, and the rows that were marked as migrated. */
function storeMetric(triggerSource: string, { store, outcome }: StoreOutcome): readonly Counted[] {
  const dimensions = { store, outcome };
  if (triggerSource.startsWith("UserMigration_")) return [{ metrics: { migrations: 1 }, dimensions }];
  return outcome === "completed" ? [{ metrics: { completed: 1 }, dimensions }] : [];
}

/** A document of the embedded format: directives, and in the root whatever they name. */
function embedded(metrics: Counted["metrics"], dimensions: Counted["dimensions"]): string {
  const directives = JSON.stringify(directivesFor(metrics));
  const service = plainValue("POWERTOOLS_SERVICE_NAME");
  const root = JSON.stringify({ service, ...dimensions, ...metrics });
  return `{"_aws":{"Timestamp":${Date.now()},"CloudWatchMetrics":${directives}},${root.slice(1)}\n`;
}

function directivesFor(counted: Counted["metrics"]): Directive[] {
  return metricTable.flatMap(({ by, metrics }) => {
    const present = Object.entries(metrics).filter(([name]) => name in counted);
    if (present.length === 0) return [];
    return {
      Namespace: plainValue("POWERTOOLS_METRICS_NAMESPACE"),
      Dimensions: by.map((keys) => ["service", ...keys]),
      Metrics: present.map(([Name, Unit]) => ({ Name, Unit })),
    };
  });
}
