import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SetupError } from "../../../src/error/setup-error.ts";
import { build } from "../../../src/tooling/build/build.ts";
import { passing, temporaryProject } from "../temporary-project.ts";

const listed = (folder: string) => readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
const built = (trigger: string) => [
  trigger,
  `${trigger}.js.map`,
  `${trigger}.zip`,
  `${trigger}/index.js`,
  `${trigger}/package.json`,
];
const vite = '{ "index.html": { "file": "assets/index.js", "src": "index.html", "isEntry": true } }';
const webpack = '{ "main.js": "/main.0123.js" }';
const webApp = '{ "name": "Shop", "icons": [] }';

describe("a build leaves others' files", () => {
  test("in dist/ and in the folders of its triggers", async () => {
    const mine = { "dist/index.html": "", "dist/assets/a.js": "", "dist/a/notes.txt": "", "dist/b.zip": "" };
    const root = temporaryProject({ "triggers/a.ts": passing, ...mine });
    await build({ root });
    await build({ root });
    expect(listed(join(root, "dist"))).toEqual(
      [...built("a"), "a/notes.txt", "assets", "assets/a.js", "b.zip", "index.html", "manifest.json"].sort(),
    );
  });

  test("in the folder of a removed trigger", async () => {
    const root = temporaryProject({
      "triggers/a.ts": passing,
      "triggers/b.ts": passing,
      "triggers/c.ts": passing,
    });
    await build({ root });
    writeFileSync(join(root, "dist/b/notes.txt"), "mine");
    rmSync(join(root, "triggers/b.ts"));
    rmSync(join(root, "triggers/c.ts"));
    await build({ root });
    expect(listed(join(root, "dist"))).toEqual([...built("a"), "b", "b/notes.txt", "manifest.json"].sort());
  });

  test.each<[string, string]>([
    ["dist/manifest.json", vite],
    ["dist/manifest.json", webpack],
    ["dist/manifest.json", webApp],
    ["dist/manifest.json", "{}"],
    ["dist/manifest.json", "[]"],
    ["dist/manifest.json", "not JSON"],
    ["dist/a/index.js", "mine"],
    ["dist/a.zip", "mine"],
    ["dist/a.js.map", "mine"],
    ["dist/a", "mine"],
    ["dist", "mine"],
  ])("and writes nothing when %s is another program's: %s", async (name, text) => {
    const root = temporaryProject({ "triggers/a.ts": passing, [name]: text });
    const before = listed(root);
    const failure = await build({ root }).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(SetupError);
    expect((failure as SetupError).message).toMatch(new RegExp(`/${name} .*--out\\.$`));
    expect(listed(root)).toEqual(before);
    expect(readFileSync(join(root, name), "utf8")).toBe(text);
  });

  test("such as a bundler's manifest in place of ours", async () => {
    const root = temporaryProject({ "triggers/a.ts": passing });
    await build({ root });
    writeFileSync(join(root, "dist/manifest.json"), vite);
    await expect(build({ root })).rejects.toThrow(/dist\/manifest\.json is in the way/);
    expect(readFileSync(join(root, "dist/manifest.json"), "utf8")).toBe(vite);
  });

  test("in a folder that is linked to in place of ours", async () => {
    const root = temporaryProject({ "triggers/a.ts": passing, "mine/index.js": "mine" });
    await build({ root });
    rmSync(join(root, "dist/a"), { recursive: true });
    symlinkSync("../mine", join(root, "dist/a"));
    await expect(build({ root })).rejects.toThrow(/dist\/a is in the way/);
    expect(readFileSync(join(root, "mine/index.js"), "utf8")).toBe("mine");
  });

  test("outside of dist/, whatever the manifest names", async () => {
    const entry = { handler: "index.handler", runtime: "nodejs24.x", zip: "a.zip", bytes: 1, sha256: "" };
    const manifest = { "../mine": { ...entry, files: {} }, x: { ...entry, files: { "../../mine": 1 } } };
    const root = temporaryProject({
      "triggers/a.ts": passing,
      mine: "mine",
      "mine.zip": "mine",
      "dist/x/x": "",
      "dist/manifest.json": JSON.stringify(manifest),
    });
    await build({ root });
    expect([existsSync(join(root, "mine")), existsSync(join(root, "mine.zip"))]).toEqual([true, true]);
  });
});

test("a build after an interrupted one replaces its files", async () => {
  const root = temporaryProject({ "triggers/a.ts": passing });
  // In the way of the last file that is written.
  mkdirSync(join(root, `dist/a.zip.${process.pid}`), { recursive: true });
  await expect(build({ root })).rejects.toThrow(/dist\/a\.zip cannot be written: make it writable, or name/);
  rmSync(join(root, `dist/a.zip.${process.pid}`), { recursive: true });
  await build({ root });
  expect(listed(join(root, "dist"))).toEqual([...built("a"), "manifest.json"].sort());
});

test("another folder gets the same bytes, and source maps with paths from there", async () => {
  const root = temporaryProject({ "triggers/a.ts": passing, "dist/manifest.json": vite });
  const { manifest } = await build({ root, out: join(root, "build/lambda") });
  expect(listed(join(root, "build/lambda"))).toEqual([...built("a"), "manifest.json"].sort());
  expect(listed(join(root, "dist"))).toEqual(["manifest.json"]);
  const { sources } = JSON.parse(readFileSync(join(root, "build/lambda/a.js.map"), "utf8"));
  expect(sources).toEqual(["../../triggers/a.ts"]);
  rmSync(join(root, "dist"), { recursive: true });
  expect((await build({ root })).manifest).toEqual(manifest);
});
