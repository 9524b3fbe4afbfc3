import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { SetupError } from "../../../src/error/setup-error.ts";
import { compileTemplates } from "../../../src/tooling/build/compile-templates.ts";
import { smallProject } from "../../project.ts";

const listed = (root: string) =>
  readdirSync(join(root, "generated"), { recursive: true, encoding: "utf8" }).sort();
const compiled = [
  "catalog.schema.json",
  "locale",
  "locale/de.cjs",
  "locale/en.cjs",
  "package.json",
  "templates.d.ts",
  "templates.js",
];

function put(root: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
}

describe("compile keeps the files of others", () => {
  test("next to its own", async () => {
    const root = smallProject({
      "generated/prisma.ts": "mine",
      "generated/prisma/client.js": "mine",
      "generated/locale/words.json": "mine",
      "generated/locale/it.cjs": "mine",
    });
    await compileTemplates({ root });
    put(root, { "generated/later.ts": "mine" });
    await compileTemplates({ root });
    expect(listed(root)).toEqual(
      [
        ...compiled,
        "later.ts",
        "locale/it.cjs",
        "locale/words.json",
        "prisma",
        "prisma.ts",
        "prisma/client.js",
      ].sort(),
    );
  });

  test("and removes a language that no longer exists, but no other file", async () => {
    const root = smallProject({ "generated/locale/it.cjs": "mine" });
    await compileTemplates({ root });
    put(root, { "templates/settings.json": '{ "source": "en", "default": "en", "locales": ["en"] }' });
    await compileTemplates({ root });
    expect(readdirSync(join(root, "generated/locale")).sort()).toEqual(["en.cjs", "it.cjs"]);
  });

  test("and a package.json with the same effect as ours", async () => {
    const own = '{\n  "name": "generated",\n  "type": "module"\n}';
    const root = smallProject({ "generated/package.json": own });
    await compileTemplates({ root });
    expect(readFileSync(join(root, "generated/package.json"), "utf8")).toBe(own);
    expect(listed(root)).toEqual(compiled);
  });

  test.each([
    ["generated/templates.js", "export default {};"],
    ["generated/templates.d.ts", "export {};"],
    ["generated/locale/de.cjs", "exports.de = 1;"],
    ["generated/locale", "a file"],
    ["generated/package.json", '{ "name": "prisma" }'],
    ["generated/package.json", '{ "type": "commonjs" }'],
    ["generated/package.json", "{"],
    ["generated/package.json", "null"],
    ["generated", "a file"],
  ])("and writes nothing where %s is a foreign file: %s", async (name, text) => {
    const root = smallProject({ [name]: text });
    const failure = await compileTemplates({ root }).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(SetupError);
    expect((failure as SetupError).message).toContain(name);
    expect(readFileSync(join(root, name), "utf8")).toBe(text);
    if (name !== "generated")
      expect(listed(root)).toEqual(
        [name.slice("generated/".length)]
          .concat(name.startsWith("generated/locale/") ? ["locale"] : [])
          .sort(),
      );
  });
});
