import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { steps } from "../../../src/annotations/annotations.ts";
import { metricTable } from "../../../src/log/metric-lines.ts";
import { repository } from "../../project.ts";
import { ofType, type Resource, recovery } from "./synthesized.ts";

interface Looked {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions: readonly { readonly Name: string; readonly Value: unknown }[];
}

/** Every metric that an alarm looks at, those of an expression included. */
function metricsOf({ Properties }: Resource): Looked[] {
  if (Properties.MetricName) return [Properties];
  return Properties.Metrics.flatMap(
    (each: { MetricStat?: { Metric: Looked } }) => each.MetricStat?.Metric ?? [],
  );
}

const alarmsIn = (resources: Readonly<Record<string, Resource>>) =>
  ofType(resources, "AWS::CloudWatch::Alarm");
const environment = { LEGACY_DATABASE: "postgres://x" };
const ids = [
  "faults",
  "store-unavailable",
  "left-to-cognito",
  "in-the-default-locale",
  "without-personal-values",
  ...["custom-message", "user-migration", "pre-sign-up", "post-confirmation"].flatMap((trigger) => [
    `${trigger}-errors`,
    `${trigger}-slow`,
  ]),
];

describe("alarms", () => {
  test("have fixed ids, because alarms keep their history by id", () => {
    const { made, stack } = recovery();
    expect(Object.keys(made.alarms)).toEqual(ids);
    const faults = made.alarms.faults?.node.defaultChild as Parameters<typeof stack.getLogicalId>[0];
    expect(stack.resolve(stack.getLogicalId(faults))).toBe("RecoveryAlarmsfaults83A2A3B4");
  });

  test("use metrics and dimensions that the functions write", () => {
    const ours = alarmsIn(recovery().resources())
      .flatMap(metricsOf)
      .filter(({ Namespace }) => Namespace !== "AWS/Lambda");
    expect(ours.length).toBeGreaterThan(6);
    for (const { Namespace, MetricName, Dimensions } of ours) {
      expect(Namespace).toBe("cognito-recovery");
      const row = metricTable.find(({ metrics }) => MetricName in metrics);
      const [service, ...others] = [...Dimensions].sort((a) => (a.Name === "service" ? -1 : 1));
      expect(service).toEqual({ Name: "service", Value: "cognito-recovery" });
      expect(row?.by).toContainEqual(others.map(({ Name }) => Name));
    }
  });

  test("cover every fallback of a message", () => {
    const values = alarmsIn(recovery().resources())
      .flatMap(metricsOf)
      .flatMap(({ Dimensions }) => Dimensions);
    const alarmed = values.filter(({ Name }) => Name === "step").map(({ Value }) => Value);
    expect(alarmed.sort()).toEqual(steps.filter((step) => step !== "as meant").sort());
  });

  test("use Lambda's own errors and duration of each function", () => {
    const theirs = alarmsIn(recovery().resources())
      .flatMap(metricsOf)
      .filter(({ Namespace }) => Namespace === "AWS/Lambda");
    expect(theirs.map(({ MetricName }) => MetricName).sort()).toEqual([
      ...Array(4).fill("Duration"),
      ...Array(4).fill("Errors"),
    ]);
  });

  test("do not ring without data, and describe what to do", () => {
    for (const { Properties } of alarmsIn(recovery().resources())) {
      expect(Properties.TreatMissingData).toBe("notBreaching");
      expect(Properties.ComparisonOperator).toBe("GreaterThanThreshold");
      expect(Properties.AlarmDescription).toMatch(/^.{60,1024}$/);
    }
  });

  test("use the metrics' place from the settings", () => {
    const { resources } = recovery({
      environment: { ...environment, POWERTOOLS_METRICS_NAMESPACE: "shop", POWERTOOLS_SERVICE_NAME: "reset" },
    });
    const ours = alarmsIn(resources())
      .flatMap(metricsOf)
      .filter(({ Namespace }) => Namespace !== "AWS/Lambda");
    expect(new Set(ours.map(({ Namespace }) => Namespace))).toEqual(new Set(["shop"]));
    for (const { Dimensions } of ours) expect(Dimensions).toContainEqual({ Name: "service", Value: "reset" });
  });

  test("are only Lambda's where no metrics are written", () => {
    const { made } = recovery({ environment: { ...environment, POWERTOOLS_METRICS_DISABLED: "true" } });
    expect(Object.keys(made.alarms).every((id) => /-(errors|slow)$/.test(id))).toBe(true);
    expect(Object.keys(made.alarms)).toHaveLength(8);
  });

  test("are those of the deployed triggers", () => {
    expect(Object.keys(recovery({ triggers: ["pre-sign-up"] }).made.alarms)).toEqual([
      "faults",
      "pre-sign-up-errors",
      "pre-sign-up-slow",
    ]);
  });

  test("have the given actions, and can be omitted", () => {
    const actions = [{ bind: () => ({ alarmActionArn: "arn:aws:sns:eu-central-1:123456789012:pager" }) }];
    for (const { Properties } of alarmsIn(recovery({ alarms: { actions } }).resources())) {
      expect(Properties.AlarmActions).toEqual(["arn:aws:sns:eu-central-1:123456789012:pager"]);
    }
    const none = recovery({ alarms: false });
    expect(none.made.alarms).toEqual({});
    expect(alarmsIn(none.resources())).toEqual([]);
  });

  test("are all in docs/operations.md", () => {
    const guide = readFileSync(join(repository, "docs/operations.md"), "utf8");
    const section = guide.slice(guide.indexOf("## Alarms"));
    for (const id of ids)
      expect(section).toContain(`\`${id.replace(/^.*-(errors|slow)$/, "<trigger>-$1")}\``);
  });
});
