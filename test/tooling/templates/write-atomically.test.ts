import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { SetupError } from "../../../src/error/setup-error.ts";
import { writeAtomically } from "../../../src/tooling/templates/write-atomically.ts";
import { temporaryProject } from "../temporary-project.ts";

const FILE = "templates/en/sms.txt.hbs";
const folderIn = (root: string) => readdirSync(dirname(join(root, FILE)));

describe("an existing file", () => {
  test("keeps its mode, and no temporary file is left", () => {
    const root = temporaryProject({ [FILE]: "a" });
    chmodSync(join(root, FILE), 0o640);
    writeAtomically(root, FILE, "b\r\nc");
    expect(readFileSync(join(root, FILE), "utf8")).toBe("b\r\nc");
    expect(statSync(join(root, FILE)).mode & 0o777).toBe(0o640);
    expect(folderIn(root)).toEqual(["sms.txt.hbs"]);
  });

  test("is written through a link, which stays a link", () => {
    const root = temporaryProject({ [FILE]: "a", "elsewhere/sms": "a" });
    symlinkSync("../../elsewhere/sms", join(root, "templates/en/link.txt.hbs"));
    writeAtomically(root, "templates/en/link.txt.hbs", "b");
    expect(readFileSync(join(root, "elsewhere/sms"), "utf8")).toBe("b");
    expect(folderIn(root)).toEqual(["link.txt.hbs", "sms.txt.hbs"]);
  });

  test("keeps its byte order mark", () => {
    const root = temporaryProject({ [FILE]: "\ufeffa" });
    writeAtomically(root, FILE, "b");
    expect(readFileSync(join(root, FILE), "utf8")).toBe("\ufeffb");
  });

  test("is unchanged if it cannot be written", () => {
    const root = temporaryProject({ [FILE]: "a" });
    // A folder with the name of the temporary file.
    mkdirSync(join(root, `${FILE}.${process.pid}`));
    expect(() => writeAtomically(root, FILE, "b")).toThrow(
      new SetupError(`${FILE} cannot be written, and is unchanged.`),
    );
    expect(readFileSync(join(root, FILE), "utf8")).toBe("a");
    expect(() => writeAtomically(root, `${FILE}/gone`, "b")).toThrow(SetupError);
  });
});

test("a new file is written in a new folder", () => {
  const root = temporaryProject({ "templates/settings.json": "{}" });
  writeAtomically(root, FILE, "a\r\nb");
  expect(readFileSync(join(root, FILE), "utf8")).toBe("a\r\nb");
  expect(folderIn(root)).toEqual(["sms.txt.hbs"]);
});
