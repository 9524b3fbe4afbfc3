import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogSchema } from "../../../src/tooling/templates/catalog-schema.ts";
import { projectOf } from "../../../src/tooling/templates/project.ts";
import { repository } from "../../project.ts";
import { changed, edited, shipped } from "../check/shipped.ts";

interface Schema {
  readonly properties: Record<string, { readonly properties: Record<string, StringSchema> }>;
}

interface StringSchema {
  readonly description: string;
  readonly pattern: string;
  readonly maxLength?: number;
}

const schemaOf = (sources = shipped) => catalogSchema(projectOf(sources)) as Schema;
const { properties } = schemaOf();

test("compile has written the schema, and the editor's settings map it to the catalogs", () => {
  const settings = JSON.parse(readFileSync(join(repository, ".vscode/settings.json"), "utf8"));
  const [{ fileMatch, url }] = settings["json.schemas"];
  expect(fileMatch).toEqual(["/templates/locales/*.json"]);
  expect(existsSync(join(repository, url))).toBe(true);
  expect(JSON.parse(readFileSync(join(repository, url), "utf8"))).toEqual(schemaOf());
});

test.each(["en", "de", "fr", "ja", "ar"])("the shipped catalog of %s conforms to the schema", (tag) => {
  const catalog: Record<string, Record<string, string>> = JSON.parse(
    shipped.files.get(`templates/locales/${tag}.json`) ?? "",
  );
  expect(Object.keys(catalog).sort()).toEqual(Object.keys(properties).sort());
  for (const [section, strings] of Object.entries(catalog)) {
    expect(Object.keys(strings).sort()).toEqual(Object.keys(properties[section]?.properties ?? {}).sort());
    for (const [key, value] of Object.entries(strings)) {
      const { pattern = "", maxLength = Infinity } = properties[section]?.properties[key] ?? {};
      expect(value).toMatch(new RegExp(pattern));
      expect(value.length).toBeLessThanOrEqual(maxLength);
    }
  }
});

describe("a string may print", () => {
  const { subject, sms, intro } = properties["forgot-password"]?.properties as Record<string, StringSchema>;
  const userName = properties["admin-create-user"]?.properties["user-name"];
  test.each<[string, StringSchema | undefined, string, boolean]>([
    ["the code in an SMS", sms, "{{code}} for {{ brand.name }}", true],
    ["no name in an SMS", sms, "{{code}} for {{name}}", false],
    ["no code in a subject", subject, "{{code}}", false],
    ["no unknown value", intro, "Hello {{nmae}}", false],
    ["no half of a brace", intro, "Hello {{name}", false],
    ["single braces and line breaks", intro, "Hello {name}\n}}", true],
    ["the user name of an invitation", userName, "{{username}}", true],
    ["no user name elsewhere", intro, "{{username}}", false],
  ])("%s", (_, schema, text, isValid) => {
    expect(new RegExp(schema?.pattern ?? "").test(text)).toBe(isValid);
  });
});

test("the keys are those of the structures, optional ones too", () => {
  const file = "templates/messages/sign-up.html.hbs";
  const more = edited(file, "{{> code}}", '{{> code}}{{#if (t "hint")}}{{t "hint"}}{{/if}}');
  expect(Object.keys(schemaOf(changed(more)).properties["sign-up"]?.properties ?? {})).toContain("hint");
});

test("the section of a message without a structure is not validated", () => {
  const { properties: left } = schemaOf(changed({ "templates/messages/sign-up.html.hbs": null }));
  expect(left["sign-up"]).toEqual({});
  expect(Object.keys(left)).toHaveLength(Object.keys(properties).length);
});
