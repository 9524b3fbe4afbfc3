import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { brandOf } from "../../src/message/brand.ts";
import { check } from "../../src/tooling/check/check.ts";
import { messageNames } from "../../src/tooling/templates/messages.ts";
import { projectOf } from "../../src/tooling/templates/project.ts";
import { scopeOf } from "../../src/tooling/templates/scope.ts";
import { repository } from "../project.ts";
import { changed, shipped } from "../tooling/check/shipped.ts";

const guide = readFileSync(join(repository, "docs/templates.md"), "utf8");

/** The first cells of a table's rows, by the heading of its first column. */
function column(heading: string): string[] {
  const table = guide.split("\n\n").find((block) => block.startsWith(`| ${heading} |`)) ?? "";
  return table
    .split("\n")
    .slice(2)
    .map((row) => /^\| `([^`]+)`/.exec(row)?.[1] ?? "");
}

test("docs/templates.md lists the names that templates see, all of them", () => {
  const { brands, metadata } = projectOf(shipped);
  expect(brandOf(brands, undefined, undefined).name).toBe("Example");
  const source = "CustomMessage_AdminCreateUser";
  const scopes = (["email", "sms"] as const).map((part) =>
    scopeOf({ part, source }, brands, [...metadata.keys()]),
  );
  const names = [...new Set(scopes.flatMap((scope) => [...scope.keys()]))].filter(
    (name) => !/^brand\.(light|dark)\./.test(name),
  );
  expect(column("name").sort()).toEqual(names.sort());
});

test("docs/templates.md lists the partials, all of them", () => {
  const partials = readdirSync(join(repository, "templates/partials")).flatMap((file) =>
    file.endsWith(".html.hbs") ? [file.replace(".html.hbs", "")] : [],
  );
  expect(column("partial").sort()).toEqual(partials.sort());
});

test("docs/templates.md lists the messages, all of them", () => {
  for (const name of messageNames) expect(guide).toContain(`\`${name}\``);
});

test("its settings.json is one that the checker takes", () => {
  const [, json = ""] = /```json\n(.*?)```/s.exec(guide) ?? [];
  expect(check(changed({ "templates/settings.json": json })).findings).toEqual([]);
});

test("its samples are ones that the checker takes", () => {
  const [, samples = ""] = /```json\n(\{\n {2}"Anna.*?)\n```/s.exec(guide) ?? [];
  expect(check(changed({ "templates/samples.json": samples })).findings).toEqual([]);
});
