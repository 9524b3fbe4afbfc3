import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { build } from "../../../src/tooling/build/build.ts";
import { passing, temporaryProject } from "../temporary-project.ts";

const FILE = "THIRD-PARTY-LICENSES.txt";
const code = "export const x = 1; console.log(x);";
const packageJson = (name: string, more: object = {}) => JSON.stringify({ name, version: "1.2.3", ...more });

async function licensesIn(files: Record<string, string>): Promise<string | undefined> {
  const root = temporaryProject(files);
  await build({ root });
  const zip = unzipSync(readFileSync(join(root, "dist/a.zip")));
  return zip[FILE] && Buffer.from(zip[FILE]).toString();
}

test.each<[string, Record<string, string>, string[]]>([
  [
    "its license and notice, as they are",
    { LICENSE: "Copyright © Anna\r\nAll of it", "NOTICE.txt": "Made by Anna", "license.js": "code" },
    ["pkg 1.2.3\nLicense: MIT\n", "Copyright © Anna\r\nAll of it\n", "Made by Anna\n"],
  ],
  [
    "both of two",
    { "LICENSE-MIT": "Text of MIT", "LICENCE-APACHE.md": "Text of Apache" },
    ["Text of MIT", "Text of Apache"],
  ],
  ["what package.json names, without a file", {}, ["pkg 1.2.3\nLicense: MIT\n"]],
])("a zip contains of a package %s", async (_, files, texts) => {
  const text = await licensesIn({
    "triggers/a.ts": `import "pkg"; ${passing}`,
    "node_modules/pkg/index.js": code,
    "node_modules/pkg/package.json": packageJson("pkg", { license: "MIT" }),
    ...Object.fromEntries(
      Object.entries(files).map(([name, content]) => [`node_modules/pkg/${name}`, content]),
    ),
  });
  for (const each of texts) expect(text).toContain(each);
  expect(text).not.toContain("code\n");
});

test("of each package that is bundled, also within another, in a chunk, and in pnpm's folders", async () => {
  const text = await licensesIn({
    "triggers/a.ts": `import "one"; import "unused"; export const handler = async () => import("@scope/late");`,
    "node_modules/one/index.js": `import "inner"; ${code}`,
    "node_modules/one/package.json": packageJson("one", { license: { type: "ISC" } }),
    "node_modules/one/node_modules/inner/index.js": code,
    "node_modules/one/node_modules/inner/package.json": packageJson("inner"),
    "node_modules/@scope/late/esm/index.js": `import "../../../.pnpm/deep@1/node_modules/deep/index.js"; ${code}`,
    "node_modules/@scope/late/esm/package.json": '{ "type": "module" }',
    "node_modules/@scope/late/package.json": packageJson("@scope/late", {
      main: "esm/index.js",
      license: "MIT",
    }),
    "node_modules/.pnpm/deep@1/node_modules/deep/index.js": code,
    "node_modules/.pnpm/deep@1/node_modules/deep/package.json": packageJson("deep", { license: "0BSD" }),
    "node_modules/unused/index.js": "export const x = 1;",
    "node_modules/unused/package.json": packageJson("unused", { license: "MIT", sideEffects: false }),
  });
  expect(
    [...(text ?? "").matchAll(/^(\S+) 1\.2\.3\nLicense: (.+)\n/gm)].map(([, ...found]) => found),
  ).toEqual([
    ["@scope/late", "MIT"],
    ["deep", "0BSD"],
    ["inner", "not stated in its package.json"],
    ["one", "ISC"],
  ]);
});

test("without packages there is none", async () => {
  expect(await licensesIn({ "triggers/a.ts": passing })).toBeUndefined();
});
