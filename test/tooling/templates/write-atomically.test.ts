import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { SetupError } from "../../../src/error/setup-error.ts";
import { writeAtomically } from "../../../src/tooling/templates/write-atomically.ts";
import { temporaryProject } from "../temporary-project.ts";

const FILE = "templates/en/sms.txt.hbs";
const folderIn = (root: string) => readdirSync(dirname(join(root, FILE)));

describe("another text is put into a file", () => {
  test("under the mode that it has, and with nothing beside it", () => {
    const root = temporaryProject({ [FILE]: "a" });
    chmodSync(join(root, FILE), 0o640);
    writeAtomically(root, FILE, "b\r\nc");
    expect(readFileSync(join(root, FILE), "utf8")).toBe("b\r\nc");
    expect(statSync(join(root, FILE)).mode & 0o777).toBe(0o640);
    expect(folderIn(root)).toEqual(["sms.txt.hbs"]);
  });

  test("behind a link, which stays one", () => {
    const root = temporaryProject({ [FILE]: "a", "elsewhere/sms": "a" });
    symlinkSync("../../elsewhere/sms", join(root, "templates/en/link.txt.hbs"));
    writeAtomically(root, "templates/en/link.txt.hbs", "b");
    expect(readFileSync(join(root, "elsewhere/sms"), "utf8")).toBe("b");
    expect(folderIn(root)).toEqual(["link.txt.hbs", "sms.txt.hbs"]);
  });

  test("after the mark that editors of Windows begin it with", () => {
    const root = temporaryProject({ [FILE]: "\ufeffa" });
    writeAtomically(root, FILE, "b");
    expect(readFileSync(join(root, FILE), "utf8")).toBe("\ufeffb");
  });

  test("or not at all, and then nothing is left beside it", () => {
    const root = temporaryProject({ [FILE]: "a" });
    // Where the new text would be written first.
    mkdirSync(join(root, `${FILE}.${process.pid}`));
    expect(() => writeAtomically(root, FILE, "b")).toThrow(
      new SetupError(`${FILE} cannot be written, and is as it was.`),
    );
    expect(readFileSync(join(root, FILE), "utf8")).toBe("a");
    expect(() => writeAtomically(root, `${FILE}/gone`, "b")).toThrow(SetupError);
  });
});

test("a new file is written, its folder too", () => {
  const root = temporaryProject({ "templates/settings.json": "{}" });
  writeAtomically(root, FILE, "a\r\nb");
  expect(readFileSync(join(root, FILE), "utf8")).toBe("a\r\nb");
  expect(folderIn(root)).toEqual(["sms.txt.hbs"]);
});
