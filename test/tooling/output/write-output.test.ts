import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SetupError } from "../../../src/error/setup-error.ts";
import { writeOutput } from "../../../src/tooling/output/write-output.ts";
import { temporaryProject } from "../temporary-project.ts";

const files = new Map([
  ["index.js", "new"],
  ["locale/de.cjs", "new"],
]);
const listed = (root: string) => readdirSync(root, { recursive: true, encoding: "utf8" }).sort();
const text = (...path: string[]) => readFileSync(join(...path), "utf8");

describe("an output folder", () => {
  test("is created, with the folders in it", () => {
    const out = join(temporaryProject(), "a/b");
    writeOutput(out, { files, ours: () => [] });
    expect(listed(out)).toEqual(["index.js", "locale", "locale/de.cjs"]);
  });

  test("loses only files that an earlier run wrote and this one does not", () => {
    const root = temporaryProject({
      "index.js": "old",
      "locale/fr.cjs": "old",
      "old/x/y": "old",
      "mine/a": "",
    });
    writeOutput(root, { files, ours: () => ["index.js", "locale/fr.cjs", "old/x/y", "gone"] });
    expect(listed(root)).toEqual(["index.js", "locale", "locale/de.cjs", "mine", "mine/a"]);
    expect(text(root, "index.js")).toBe("new");
  });

  test("keeps our folder while a foreign file is in it", () => {
    const root = temporaryProject({ "old/ours": "", "old/mine": "" });
    writeOutput(root, { files, ours: () => ["old/ours"] });
    expect(listed(join(root, "old"))).toEqual(["mine"]);
  });

  test("keeps a file that is already correct, whoever wrote it", () => {
    const root = temporaryProject({ "index.js": "new" });
    const { ino } = statSync(join(root, "index.js"));
    writeOutput(root, { files, ours: () => [] });
    expect(statSync(join(root, "index.js")).ino).toBe(ino);
  });

  test("may be behind a link", () => {
    const root = temporaryProject({ "elsewhere/mine": "" });
    symlinkSync("elsewhere", join(root, "out"));
    writeOutput(join(root, "out"), { files, ours: () => [] });
    expect(listed(join(root, "elsewhere"))).toEqual(["index.js", "locale", "locale/de.cjs", "mine"]);
  });
});

describe("nothing is changed, and the error names", () => {
  test.each<[string, (root: string) => void, string[], RegExp]>([
    ["a foreign file", () => {}, ["old.js"], /\/out\/index\.js is in the way/],
    [
      "a folder of that name",
      (root) => mkdirSync(join(root, "out/locale/de.cjs"), { recursive: true }),
      ["index.js"],
      /locale\/de\.cjs is in the way/,
    ],
    [
      "a link of that name, though we wrote one",
      (root) => symlinkSync("../mine", join(root, "out/locale")),
      ["index.js", "locale/de.cjs"],
      /out\/locale is in the way/,
    ],
    [
      "a file where a folder should be",
      (root) => writeFileSync(join(root, "out/locale"), "mine"),
      ["index.js", "locale/de.cjs"],
      /out\/locale is in the way/,
    ],
    [
      "a link to nothing",
      (root) => {
        mkdirSync(join(root, "out/locale"));
        symlinkSync("nothing", join(root, "out/locale/de.cjs"));
      },
      ["index.js"],
      /locale\/de\.cjs is in the way/,
    ],
  ])("%s", (_, prepare, ours, sentence) => {
    const root = temporaryProject({ "out/index.js": "mine", "out/old.js": "old", "mine/de.cjs": "mine" });
    prepare(root);
    const before = listed(root);
    const write = () => writeOutput(join(root, "out"), { files, ours: () => ours, alternative: "use --out" });
    expect(write).toThrow(SetupError);
    expect(write).toThrow(sentence);
    expect(write).toThrow(/[:.] [Mm]ove it, or use --out\.$/);
    expect(listed(root)).toEqual(before);
    expect([text(root, "out/index.js"), text(root, "mine/de.cjs")]).toEqual(["mine", "mine"]);
  });

  test.each<[string, (root: string) => string, RegExp]>([
    [
      "a file where the folder should be",
      (root) => join(root, "file"),
      /\/file is a file, where a folder is needed: move it\.$/,
    ],
    [
      "a folder within a file",
      (root) => join(root, "file/out"),
      /\/file\/out cannot be written: make it writable\.$/,
    ],
    ["a folder behind a link to itself", (root) => join(root, "loop"), /\/loop cannot be written/],
  ])("%s", (_, out, sentence) => {
    const root = temporaryProject({ file: "mine" });
    symlinkSync("loop", join(root, "loop"));
    const write = () => writeOutput(out(root), { files, ours: () => [] });
    expect(write).toThrow(SetupError);
    expect(write).toThrow(sentence);
    expect(text(root, "file")).toBe("mine");
  });
});
