import type { Annotations, StoreOutcome } from "../annotations/annotations.ts";
import { plainValue } from "../parameter/plain-value.ts";
import type { Invocation } from "./invocation.ts";

interface Directive {
  readonly Namespace: string;
  /** Each a set of keys by whose values CloudWatch keeps the metrics apart. */
  readonly Dimensions: readonly (readonly string[])[];
  readonly Metrics: readonly { readonly Name: string; readonly Unit: Unit }[];
}

type Unit = "Count" | "Milliseconds";

/** The metrics, by the sets of dimensions that they are kept by; `service` is in every set. */
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
 * The metrics of an invocation as lines for its log, in CloudWatch's embedded format: one, and one more for
 * each further store that was asked. Not through Powertools Metrics: `npm run bench` tells what that costs.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function metricLines(invocation: Invocation): readonly string[] {
  const { triggerSource, milliseconds, fault, warnings, stores = [] } = invocation;
  const always = { milliseconds, faults: fault === undefined ? 0 : 1, warned: warnings?.length ? 1 : 0 };
  const [first, ...others] = stores.flatMap((asked) => storeMetric(triggerSource, asked));
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
  return { metrics: { messages: 1 }, dimensions: { asked: askedOf(locale), served: locale.served, step } };
}

/**
 * The language asked for, as a dimension: of all that callers may ask for, only what is offered has a name
 * of its own, since CloudWatch keeps, and bills, every value of a dimension that it has ever seen.
 */
function askedOf({ asked, by, unmet }: NonNullable<Annotations["locale"]>): string {
  if (unmet?.length) return "other";
  return by === "project" ? "none" : (asked.split("-")[0] ?? "none");
}

/** Counts the people whom a store was asked about, and the rows that were marked as migrated. */
function storeMetric(triggerSource: string, { store, outcome }: StoreOutcome): readonly Counted[] {
  const dimensions = { store, outcome };
  if (triggerSource.startsWith("UserMigration_")) return [{ metrics: { migrations: 1 }, dimensions }];
  return outcome === "completed" ? [{ metrics: { completed: 1 }, dimensions }] : [];
}

/** A document of the embedded format: directives, and in the root whatever they name. */
function embedded(metrics: Counted["metrics"], dimensions: Counted["dimensions"]): string {
  const key = Object.keys(metrics).join();
  const text = directives.get(key) ?? JSON.stringify(directivesFor(metrics));
  directives.set(key, text);
  const service = plainValue("POWERTOOLS_SERVICE_NAME");
  const root = JSON.stringify({ service, ...dimensions, ...metrics });
  return `{"_aws":{"Timestamp":${Date.now()},"CloudWatchMetrics":${text}},${root.slice(1)}\n`;
}

/** The same for every invocation with the same metrics: made once for a container. */
const directives = new Map<string, string>();

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
