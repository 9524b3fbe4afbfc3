import { afterEach, describe, expect, test, vi } from "vitest";
import type { Invocation } from "../../src/log/invocation.ts";
import { metricLines } from "../../src/log/metric-lines.ts";

afterEach(() => vi.unstubAllEnvs());

const message: Invocation = {
  triggerSource: "CustomMessage_ForgotPassword",
  milliseconds: 4,
  outcome: "served",
  step: "as meant",
  locale: { asked: "de-CH", by: "metadata", served: "de" },
};
const migration: Invocation = {
  triggerSource: "UserMigration_ForgotPassword",
  milliseconds: 4,
  outcome: "migrated",
  stores: [{ store: "legacy", outcome: "migrated" }],
};

/** The documents of an invocation's lines. */
function metricsOf(invocation: Invocation): Record<string, unknown>[] {
  return metricLines(invocation).map((line) => {
    expect(line).toMatch(/^[^\n]+\n$/);
    return JSON.parse(line);
  });
}

/** The metrics that CloudWatch extracts from a document, each by each set of its dimensions. */
function extracted(document: Record<string, unknown> | undefined): string[] {
  const { _aws, ...root } = (document ?? {}) as Record<string, unknown> & {
    _aws: {
      CloudWatchMetrics: {
        Namespace: string;
        Dimensions: string[][];
        Metrics: { Name: string; Unit: string }[];
      }[];
    };
  };
  return _aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
    Metrics.flatMap(({ Name, Unit }) =>
      Dimensions.map((keys) => {
        // Each must be a member of the root: CloudWatch drops the whole document otherwise.
        for (const key of [...keys, Name]) expect(root, `${key} of ${Name}`).toHaveProperty(key);
        const values = keys.map((key) => `${key}=${root[key]}`).join(" ");
        return `${Namespace} ${Name}=${root[Name]} ${Unit} {${values}}`;
      }),
    ),
  );
}

const base = (source: string, faults = 0, warned = 0) =>
  ["milliseconds=4 Milliseconds", `faults=${faults} Count`, `warned=${warned} Count`].flatMap((metric) => [
    `cognito-recovery ${metric} {service=cognito-recovery}`,
    `cognito-recovery ${metric} {service=cognito-recovery triggerSource=${source}}`,
  ]);

describe("the metrics", () => {
  test("of a message: by source, requested and served locale, and step", () => {
    const source = "service=cognito-recovery triggerSource=CustomMessage_ForgotPassword";
    const [document, ...others] = metricsOf(message);
    expect(extracted(document)).toEqual([
      ...base("CustomMessage_ForgotPassword"),
      `cognito-recovery messages=1 Count {${source} asked=de served=de}`,
      `cognito-recovery messages=1 Count {${source} step=as meant}`,
      "cognito-recovery messages=1 Count {service=cognito-recovery step=as meant}",
    ]);
    expect(others).toEqual([]);
  });

  test("of a migration: by outcome and store", () => {
    expect(extracted(metricsOf(migration)[0])).toEqual([
      ...base("UserMigration_ForgotPassword"),
      "cognito-recovery migrations=1 Count {service=cognito-recovery triggerSource=UserMigration_ForgotPassword store=legacy outcome=migrated}",
      "cognito-recovery migrations=1 Count {service=cognito-recovery outcome=migrated}",
    ]);
  });

  test("of two stores: a document for each", () => {
    const stores = [
      { store: "customers", outcome: "unavailable" },
      { store: "partners", outcome: "migrated" },
    ];
    const documents = metricsOf({ ...migration, stores, fault: new Error("x") });
    expect(documents.map((document) => extracted(document))).toEqual([
      [
        ...base("UserMigration_ForgotPassword", 1),
        "cognito-recovery migrations=1 Count {service=cognito-recovery triggerSource=UserMigration_ForgotPassword store=customers outcome=unavailable}",
        "cognito-recovery migrations=1 Count {service=cognito-recovery outcome=unavailable}",
      ],
      [
        "cognito-recovery migrations=1 Count {service=cognito-recovery triggerSource=UserMigration_ForgotPassword store=partners outcome=migrated}",
        "cognito-recovery migrations=1 Count {service=cognito-recovery outcome=migrated}",
      ],
    ]);
  });

  test.each([
    ["completed", ["cognito-recovery completed=1 Count {service=cognito-recovery store=legacy}"]],
    ["unknown", []],
  ])("of a mark with the outcome %s", (outcome, expected) => {
    const triggerSource = "PostConfirmation_ConfirmForgotPassword";
    const [document] = metricsOf({
      triggerSource,
      milliseconds: 4,
      outcome,
      stores: [{ store: "legacy", outcome }],
    });
    expect(extracted(document)).toEqual([...base(triggerSource), ...expected]);
  });

  test.each([
    ["an offered one", { asked: "pt-PT", by: "metadata", served: "pt-BR" }, "pt"],
    [
      "one that is not offered",
      { asked: "en", by: "project", served: "en", unmet: [{ by: "metadata", asked: "tlh" }] },
      "other",
    ],
    ["none", { asked: "en", by: "project", served: "en" }, "none"],
  ])("name the requested language: %s", (_, locale, asked) => {
    expect(metricsOf({ ...message, locale })[0]).toMatchObject({ asked });
  });

  test("have the namespace of Powertools' variable", () => {
    vi.stubEnv("POWERTOOLS_METRICS_NAMESPACE", "identity");
    const [document] = metricsOf({ ...message, stores: [{ store: "a", outcome: "completed" }] });
    expect(extracted(document)[0]).toMatch(/^identity /);
  });
});
