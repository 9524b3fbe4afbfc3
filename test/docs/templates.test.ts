import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { brandOf } from "../../src/message/brand.ts";
import { check } from "../../src/tooling/check/check.ts";
import { readCopy } from "../../src/tooling/check/copy.ts";
import { projectOf } from "../../src/tooling/check/project.ts";
import { compile } from "../../src/tooling/templates/compile.ts";
import { scopeOf } from "../../src/tooling/templates/scope.ts";
import { messageFolders } from "../../src/tooling/templates/sources.ts";
import { project, repository } from "../project.ts";

const guide = readFileSync(join(repository, "docs/templates.md"), "utf8");

/** The first cells of a table's rows, by the heading of its first column. */
function column(heading: string): string[] {
  const table = guide.split("\n\n").find((block) => block.startsWith(`| ${heading} |`)) ?? "";
  return table
    .split("\n")
    .slice(2)
    .map((row) => /^\| `([^`]+)`/.exec(row)?.[1] ?? "");
}

test("docs/templates.md lists the names that templates see, all of them", async () => {
  const { brands, metadata } = projectOf(await readCopy(repository));
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
  const partials = readdirSync(join(repository, "templates/_brand")).flatMap((file) =>
    file.endsWith(".html.hbs") ? [file.replace(".html.hbs", "")] : [],
  );
  expect(column("partial").sort()).toEqual(partials.sort());
});

test("docs/templates.md lists the messages, all of them", () => {
  for (const folder of Object.keys(messageFolders)) expect(guide).toContain(`\`${folder}\``);
});

test("its messages.json is one that compiles", async () => {
  const [, json = ""] = /```json\n(.*?)```/s.exec(guide) ?? [];
  const root = project({ "templates/messages.json": json });
  expect(projectOf(await readCopy(root)).unread).toEqual([]);
  expect((await compile({ root })).findings).toEqual([]);
});

test("its samples are ones that the checker takes", async () => {
  const [, samples = ""] = /```json\n(\{\n {2}"Anna.*?)\n```/s.exec(guide) ?? [];
  const copy = await readCopy(repository);
  const files = new Map([...copy.files, ["templates/samples.json", samples]]);
  expect(check({ ...copy, files }).findings).toEqual([]);
});
