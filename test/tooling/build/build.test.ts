import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SetupError } from "../../../src/error/setup-error.ts";
import { build } from "../../../src/tooling/build/build.ts";
import { sizeTable } from "../../../src/tooling/build/size-table.ts";
import { passing, temporaryProject } from "../temporary-project.ts";

describe("a mistake is a sentence with its place", () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ["no triggers", {}, /^There is no folder triggers\/ in \//],
    [
      "no handler",
      { "triggers/shared.ts": "export const x = 1;" },
      /^No file in triggers\/ exports a `handler`/,
    ],
    [
      "a file named as a trigger whose handler is misspelt",
      { "triggers/a.ts": passing, "triggers/pre-sign-up.ts": "export const hander = 1;" },
      /^triggers\/pre-sign-up\.ts exports no `handler`: export one/,
    ],
    [
      "templates that are missing",
      { "triggers/a.ts": `import "../generated/templates.js"; ${passing}` },
      /^triggers\/a\.ts:1:8: The templates are not compiled: the folder templates\/ is missing/,
    ],
    [
      "top-level await",
      { "triggers/a.ts": `const x = 1;\nconst y = await fetch("x");\n${passing}` },
      /^triggers\/a\.ts:2:11: A trigger cannot await while it loads \(top-level await\)/,
    ],
    ["a syntax error", { "triggers/a.ts": "export const handler = (;" }, /^triggers\/a\.ts:1:25: .+\.$/],
    [
      "an import of a missing file",
      { "triggers/a.ts": `import "./missing.ts";\n${passing}` },
      /^triggers\/a\.ts:1:8: Could not resolve "\.\/missing\.ts"\.$/,
    ],
    [
      "an import() of a missing file",
      { "triggers/a.ts": `export const handler = () => import("./missing.ts");` },
      /^triggers\/a\.ts:1:37: Could not resolve "\.\/missing\.ts"\.$/,
    ],
    [
      "a package that is not installed",
      { "triggers/a.ts": `import { x } from "some-pkg/deep"; x();\n${passing}` },
      /^triggers\/a\.ts:1:19: Could not resolve "some-pkg\/deep"\. .+ some-pkg$/,
    ],
    [
      "a computed path",
      { "triggers/a.ts": "export const handler = (event) => import(event.path);" },
      /^triggers\/a\.ts:1:35: import\(\) needs its module as a literal string/,
    ],
    [
      "two files of one name",
      { "triggers/a.ts": passing, "triggers/a.js": passing },
      /are one trigger: remove/,
    ],
    [
      "two files of one name, in other languages",
      { "triggers/a.mts": passing, "triggers/a.tsx": passing },
      /triggers\/a\.mts and triggers\/a\.tsx are one trigger: remove/,
    ],
    ["triggers/ that is a file", { triggers: passing }, /^There is no folder triggers\//],
    [
      "a trigger that is a folder",
      { "triggers/a.ts": passing, "triggers/custom-message/index.ts": passing },
      /^triggers\/custom-message must be a file: .* triggers\/custom-message\.ts\.$/,
    ],
    ...["pre-sign-up.mts", "pre-sign-up.jsx", "pre-sign-up.tsx"].map(
      (file): [string, Record<string, string>, RegExp] => [
        `${file} without a handler`,
        { "triggers/a.ts": passing, [`triggers/${file}`]: "export const hander = 1;" },
        new RegExp(`^triggers/${file.replaceAll(".", "\\.")} exports no`),
      ],
    ),
    ...[
      ["a.cjs", "exports.handler = async (event) => event;"],
      ["a.cjs", "console.log(1);"],
      ["a.js", 'module.exports = require("./b.ts");'],
      ["a.js", "Object.assign(exports, { handler: async (event) => event });"],
      ["a.cts", "const handler = async (event: object) => event; export = { handler };"],
    ].map(([file, text = ""]): [string, Record<string, string>, RegExp] => [
      `CommonJS, ${file}: ${text}`,
      { "triggers/b.ts": passing, [`triggers/${file}`]: text },
      new RegExp(`^triggers/${file} is CommonJS: `),
    ]),
    [
      "two modules of one chunk's name",
      {
        "triggers/a.ts": `export const handler = () => [import("../x/y.ts"), import("../x-y.ts")];`,
        "x/y.ts": "export {}",
        "x-y.ts": "export {}",
      },
      /x-y\.js would be both .*: rename one/,
    ],
    [
      "a mistake in a chunk",
      { "triggers/a.ts": `export const handler = () => import("../b.ts");`, "b.ts": "export const = 1;" },
      /^b\.ts:1:14: /,
    ],
  ])("%s", async (_, files, sentence) => {
    const failure = await build({ root: temporaryProject(files) }).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(SetupError);
    expect((failure as Error).message).toMatch(sentence);
  });
});

test.each([
  "a.ts",
  "a.mts",
  "a.cts",
  "a.tsx",
  "a.js",
  "a.mjs",
  "a.jsx",
])("%s is a trigger, and other files are not", async (file) => {
  const root = temporaryProject({
    [`triggers/${file}`]: passing,
    "triggers/.hidden.cjs": passing,
    "triggers/b.d.mts": "export declare const handler: unknown;",
    "triggers/b.test.mts": passing,
    "triggers/b.spec.js": passing,
    "triggers/shared.mjs": "export const x = 1;",
    "triggers/rows.sql": "",
    "triggers/a.json": "{}",
    "triggers/parts.js/handler.ts": passing,
  });
  const { manifest } = await build({ root });
  expect(Object.keys(manifest ?? {})).toEqual(["a"]);
});

test("the manifest has the size and Lambda's CodeSha256", async () => {
  const root = temporaryProject({ "triggers/a.ts": passing, "triggers/shared.ts": "export const x = 1;" });
  const { manifest } = await build({ root });
  expect(JSON.parse(readFileSync(join(root, "dist/manifest.json"), "utf8"))).toEqual(manifest);
  expect(Object.keys(manifest ?? {})).toEqual(["a"]);
  expect(manifest?.a).toMatchObject({ handler: "index.handler", runtime: "nodejs24.x", zip: "a.zip" });
  expect(manifest?.a?.sha256).toMatch(/^[\w+/]{43}=$/);
  expect(manifest?.a?.bytes).toBe(readFileSync(join(root, "dist/a.zip")).length);
  expect(existsSync(join(root, "dist/a.js.map"))).toBe(true);
  expect(sizeTable(manifest ?? {})).toContain(manifest?.a?.sha256);
});

test("the bytes are the same from run to run and from folder to folder", async () => {
  const files = { "triggers/a.ts": `import "../b.ts"; ${passing}`, "b.ts": "console.log('b')" };
  const [first, second] = [temporaryProject(files), temporaryProject(files)];
  const built = [await build({ root: first }), await build({ root: first }), await build({ root: second })];
  expect(new Set(built.map(({ manifest }) => manifest?.a?.sha256)).size).toBe(1);
});

test("a removed trigger leaves nothing in dist/, and others' files stay", async () => {
  const root = temporaryProject({ "triggers/a.ts": passing, "triggers/b.ts": passing, "dist/mine.txt": "" });
  await build({ root });
  rmSync(join(root, "triggers/b.ts"));
  await build({ root });
  const left = ["a", "a.zip", "a.js.map", "mine.txt", "b", "b.zip", "b.js.map"].filter((name) =>
    existsSync(join(root, "dist", name)),
  );
  expect(left).toEqual(["a", "a.zip", "a.js.map", "mine.txt"]);
});

test("a build that fails leaves the previous one", async () => {
  const root = temporaryProject({ "triggers/a.ts": passing });
  await build({ root });
  const before = readFileSync(join(root, "dist/a.zip"));
  writeFileSync(join(root, "triggers/a.ts"), "export const handler = (;");
  await expect(build({ root })).rejects.toBeInstanceOf(SetupError);
  expect(readFileSync(join(root, "dist/a.zip"))).toEqual(before);
});

describe("import()", () => {
  const load = async (root: string) => {
    const { manifest, warnings } = await build({ root });
    const { handler } = createRequire(join(root, "x.js"))(join(root, "dist/a/index.js"));
    return { returned: await handler({}), files: Object.keys(manifest?.a?.files ?? {}), warnings };
  };

  test("of an ES module returns its default and its names, from a file of its own", async () => {
    const root = temporaryProject({
      "package.json": '{"type":"module"}',
      "triggers/a.ts": `export const handler = async () => ({ ...(await import("../generated/locale/de.js")) });`,
      "generated/locale/de.js": `export default "Hallo"; export const name = "de"; export * from "./more.js";`,
      "generated/locale/more.js": `export const more = true;`,
    });
    const { returned, files } = await load(root);
    expect(returned).toEqual({ default: "Hallo", name: "de", more: true });
    expect(files).toEqual(["index.js", "locale-de.js", "package.json"]);
  });

  test("of a CommonJS package returns what Node returns", async () => {
    const root = temporaryProject({
      "package.json": '{"type":"module"}',
      "triggers/a.ts": `export const handler = async () => (await import("some-pkg")).default;`,
      "node_modules/some-pkg/package.json": '{"name":"some-pkg"}',
      "node_modules/some-pkg/index.js": `exports.__esModule = true; exports.default = "inner";`,
    });
    const { returned, files } = await load(root);
    expect(returned).toEqual({ __esModule: true, default: "inner" });
    expect(files).toContain("some-pkg.js");
  });

  test("inside such a file makes a further file, and a cycle ends", async () => {
    const root = temporaryProject({
      "triggers/a.ts": `export const handler = async () => (await import("../b.ts")).b();`,
      "b.ts": `export const b = async () => (await import("./c.ts")).c; export const mark = "b";`,
      "c.ts": `export const c = "deep"; export const back = () => import("./b.ts");`,
    });
    const { returned, files } = await load(root);
    expect(returned).toBe("deep");
    expect(files).toEqual(["b.js", "c.js", "index.js", "package.json"]);
  });

  test("in a module that tree shaking removes makes no file", async () => {
    const root = temporaryProject({
      "triggers/a.ts": `import { used } from "../b.ts"; export const handler = async () => used;`,
      "b.ts": `export const used = 1; export const unused = () => import("./c.ts");`,
      "c.ts": `export const c = 1;`,
    });
    expect((await load(root)).files).toEqual(["index.js", "package.json"]);
  });

  test("of Node's own modules is unchanged", async () => {
    const root = temporaryProject({
      "triggers/a.ts": `export const handler = async () => typeof (await import("node:os")).EOL;`,
    });
    const { returned, files } = await load(root);
    expect(returned).toBe("string");
    expect(files).toEqual(["index.js", "package.json"]);
  });

  test("of a module with a second copy of another is a warning", async () => {
    const root = temporaryProject({
      "triggers/a.ts": `import { x } from "../shared.ts"; export const handler = async () => [x, (await import("../b.ts")).y];`,
      "b.ts": `import { x } from "./shared.ts"; export const y = x;`,
      "shared.ts": `export const x = new WeakMap();`,
    });
    expect((await load(root)).warnings).toEqual([
      expect.stringContaining("b.js holds a second copy of shared.ts"),
    ]);
  });
});
