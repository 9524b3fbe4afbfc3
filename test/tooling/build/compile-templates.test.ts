import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compileTemplates } from "../../../src/tooling/build/compile-templates.ts";
import { smallProject } from "../../project.ts";

const catalog = "templates/locales/en.json";
const german = "generated/locale/de.cjs";

test("with an error nothing is written or removed", async () => {
  const root = smallProject();
  await compileTemplates({ root });
  const before = readFileSync(join(root, german), "utf8");
  writeFileSync(join(root, catalog), "{}");
  expect((await compileTemplates({ root })).files).toEqual([]);
  expect(readFileSync(join(root, german), "utf8")).toBe(before);
});

test("the same templates have the same bytes, and an unchanged file is not written again", async () => {
  const root = smallProject();
  await compileTemplates({ root });
  const file = join(root, "generated/templates.js");
  const { mtimeMs } = statSync(file);
  await compileTemplates({ root });
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
});

test("a locale that is no longer offered leaves no module behind", async () => {
  const root = smallProject();
  await compileTemplates({ root });
  expect(existsSync(join(root, german))).toBe(true);
  rmSync(join(root, "templates/locales/de.json"));
  await compileTemplates({ root });
  expect(existsSync(join(root, "generated/locale/en.cjs"))).toBe(true);
  expect(existsSync(join(root, german))).toBe(false);
});

test.each([
  ["without a schema", "export const other = 1;", 1, 1],
  ["that throws", "throw new Error('no');", 1, 1],
  ["with a syntax error", "const a = 1;\n  const b = ;", 2, 13],
])("a metadata file %s is found", async (_, text, line, column) => {
  const file = "triggers/client-metadata.ts";
  const { findings } = await compileTemplates({ root: smallProject({ [file]: text }) });
  expect(findings).toMatchObject([{ rule: "metadata-schema", file, line, column }]);
});
