import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { brandOf } from "../../src/message/brand.ts";
import { check } from "../../src/tooling/check/check.ts";
import { isError } from "../../src/tooling/check/finding.ts";
import { brandSchema } from "../../src/tooling/templates/brands.ts";
import { readCatalog } from "../../src/tooling/templates/catalog.ts";
import { messageNames } from "../../src/tooling/templates/message-sources.ts";
import { projectOf } from "../../src/tooling/templates/project.ts";
import { scopeOf } from "../../src/tooling/templates/scope.ts";
import { repository } from "../project.ts";
import { changed, shipped, withStrings } from "../tooling/check/shipped.ts";
import { fences } from "./fences.ts";

const guide = readFileSync(join(repository, "docs/templates.md"), "utf8");

/** Returns the code in the first cells of a table's rows, by the heading of its first column. */
function column(heading: string): string[] {
  const table = guide.split("\n\n").find((block) => block.startsWith(`| ${heading} |`)) ?? "";
  return table
    .split("\n")
    .slice(2)
    .flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name));
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
  expect(column("message").sort()).toEqual([...messageNames].sort());
});

test("docs/templates.md lists the keys of a brand, all of them", () => {
  const keys = Object.keys(brandSchema.entries);
  expect(column("key of a brand").sort()).toEqual(keys.sort());
});

describe("the check takes what docs/templates.md shows of", () => {
  const [settings = "", catalog = "", samples = "", languages = ""] = fences("templates.md", "json");

  test("settings.json", () => {
    expect(check(changed({ "templates/settings.json": settings })).findings).toEqual([]);
  });

  test("a catalog", () => {
    const { strings, violations } = readCatalog("de", catalog);
    expect(violations).toEqual([]);
    const { catalogs } = projectOf(shipped);
    for (const id of strings.keys()) expect([...(catalogs.get("en")?.strings.keys() ?? [])]).toContain(id);
  });

  test("samples.json", () => {
    expect(check(changed({ "templates/samples.json": samples })).findings).toEqual([]);
  });

  test("languages.json", () => {
    expect(check(changed({ "templates/languages.json": languages })).findings).toEqual([]);
  });

  const [email = "", sms = ""] = fences("templates.md", "handlebars");

  test("an email's structure", () => {
    const findings = check(changed({ "templates/messages/forgot-password.html.hbs": email })).findings;
    expect(findings.filter(isError)).toEqual([]);
  });

  test("an SMS with a value that may be absent", () => {
    const text = "{{code}} is your {{metadata.shop}} code.";
    const inAll = ["en", "de", "fr", "ja", "ar"].map((tag) =>
      withStrings(tag, { "forgot-password.sms-of-shop": `${text} ${tag}` }),
    );
    const { findings } = check(
      changed(Object.assign({ "templates/messages/forgot-password.sms.txt.hbs": sms }, ...inAll), {
        shop: { type: "string", maxLength: 20 },
      }),
    );
    expect(findings.filter(isError)).toEqual([]);
  });
});
