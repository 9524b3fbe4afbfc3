import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { steps } from "../../src/annotations/annotations.ts";
import { SetupError } from "../../src/error/setup-error.ts";
import type { Invocation } from "../../src/log/invocation.ts";
import { invocationLog } from "../../src/log/invocation-log.ts";
import { metricTable } from "../../src/log/metric-lines.ts";
import { capturedLines } from "../log/captured-lines.ts";
import { repository } from "../project.ts";
import { context } from "../trigger/sample.ts";
import { madeIn } from "./made-part.ts";
import { settingsReference } from "./reference.ts";

const page = join(repository, "docs/operations.md");
const guide = readFileSync(page, "utf8");

/** The cells of a table, by the heading of its first column, without its own heading and line. */
function table(heading: string): string[][] {
  const text = guide.split("\n\n").find((block) => block.startsWith(`| ${heading} |`)) ?? "";
  return text
    .split("\n")
    .slice(2)
    .map((row) =>
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** Returns the texts in backticks. */
const ticked = (text = "") => [...text.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);

test("the reference of settings is made of the table of settings: npm run docs", () => {
  expect(madeIn(page)).toBe(settingsReference());
});

describe("the log", () => {
  /** An invocation of which everything is known. */
  const everything: Invocation = {
    triggerSource: "UserMigration_ForgotPassword",
    outcome: "unavailable",
    milliseconds: 4,
    locale: { asked: "en", by: "project", served: "en", unmet: [{ by: "metadata", asked: "nl" }] },
    step: "as meant",
    stores: [{ store: "legacy", outcome: "unavailable" }],
    user: "b4f91fcf9c0343c2df41d24673fe622d",
    settings: ["A sentence."],
    warnings: ["a warning"],
    dropped: ["brand"],
    fault: Object.assign(new SetupError("x", { cause: new Error("y") }), { code: "Z" }),
  };

  function fieldsOf(invocation: Invocation): string[] {
    const captured = capturedLines();
    vi.stubEnv("_X_AMZN_TRACE_ID", "Root=1-5759e988-bd862e3fe1be46a994272793");
    invocationLog()(invocation, {
      ...context(),
      invokedFunctionArn: "arn:aws:lambda:eu-central-1:123456789012:function:x",
      memoryLimitInMB: "442",
    });
    vi.unstubAllEnvs();
    return Object.keys(captured()[0] ?? {});
  }

  test("has the fields that the page lists, all of them", () => {
    const barred = { store: "b", outcome: "barred", why: "held" };
    const two = { ...everything, stores: [...(everything.stores ?? []), barred] };
    const fields = new Set([everything, two, { ...everything, stores: [barred] }].flatMap(fieldsOf));
    const listed = new Set(table("field").flatMap(([name]) => ticked(name)));
    expect([...listed].sort()).toEqual([...fields].sort());
  });

  test("has no outcome that the page does not explain", () => {
    const snapshot = readFileSync(join(repository, "test/__snapshots__/events.slow.test.ts.snap"), "utf8");
    const outcomes = new Set([...snapshot.matchAll(/"outcome": "([^"]+)"/g)].map(([, outcome]) => outcome));
    expect(outcomes.size).toBeGreaterThan(5);
    expect(table("outcome").flatMap(([name]) => ticked(name))).toEqual(expect.arrayContaining([...outcomes]));
  });

  test("has the fields that the query selects", () => {
    const known = new Set([...table("field").flatMap(([name]) => ticked(name)), "@timestamp"]);
    const [, query = ""] =
      /```text\n(fields .*?)```/s.exec(readFileSync(join(repository, "docs/runbook.md"), "utf8")) ?? [];
    const selected = [...query.matchAll(/^fields (.*)$|filter (\w+)|sort (\S+)/gm)].flatMap(
      ([, fields, filter, sort]) =>
        [...(fields?.split(", ") ?? []), filter, sort].filter((name) => name !== undefined),
    );
    expect(selected.length).toBeGreaterThan(5);
    for (const name of selected) expect(known, name).toContain(name.split(".")[0]);
  });
});

test("the page lists the metrics, with units and dimensions, all of them", () => {
  const expected = metricTable.flatMap(({ by, metrics }) =>
    Object.entries(metrics).map(([name, unit]) => [
      `\`${name}\``,
      unit,
      by.map((keys) => keys.map((key) => `\`${key}\``).join(" + ") || "all together").join("; "),
    ]),
  );
  expect(table("metric").map((cells) => cells.slice(0, 3))).toEqual(expected);
});

test("the page explains each step down of a message", () => {
  for (const step of steps) expect(guide).toContain(`\`${step}\``);
});

test("alarms name metrics that there are", () => {
  const metrics = new Set(metricTable.flatMap((each) => Object.keys(each.metrics)));
  const named = table("alarm").map(([alarm = ""]) => /^`(\w+)`/.exec(alarm)?.[1]);
  for (const name of named) {
    if (name !== undefined && name !== "migrated") expect(metrics).toContain(name);
  }
  expect(named.filter((name) => name !== undefined).length).toBeGreaterThan(4);
});
