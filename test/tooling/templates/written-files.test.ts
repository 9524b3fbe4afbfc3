import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { SetupError } from "../../../src/log/fault.ts";
import { addFiles } from "../../../src/tooling/templates/add-files.ts";
import { writeWhole } from "../../../src/tooling/templates/write-whole.ts";
import { temporaryProject } from "../temporary-project.ts";

const FILE = "templates/en/sms.txt.hbs";
const folderIn = (root: string) => readdirSync(dirname(join(root, FILE)));

describe("another text is put into a file", () => {
  test("under the mode that it has, and with nothing beside it", () => {
    const root = temporaryProject({ [FILE]: "a" });
    chmodSync(join(root, FILE), 0o640);
    writeWhole(root, FILE, "b\r\nc");
    expect(readFileSync(join(root, FILE), "utf8")).toBe("b\r\nc");
    expect(statSync(join(root, FILE)).mode & 0o777).toBe(0o640);
    expect(folderIn(root)).toEqual(["sms.txt.hbs"]);
  });

  test("behind a link, which stays one", () => {
    const root = temporaryProject({ [FILE]: "a", "elsewhere/sms": "a" });
    symlinkSync("../../elsewhere/sms", join(root, "templates/en/link.txt.hbs"));
    writeWhole(root, "templates/en/link.txt.hbs", "b");
    expect(readFileSync(join(root, "elsewhere/sms"), "utf8")).toBe("b");
    expect(folderIn(root)).toEqual(["link.txt.hbs", "sms.txt.hbs"]);
  });

  test("after the mark that editors of Windows begin it with", () => {
    const root = temporaryProject({ [FILE]: "\ufeffa" });
    writeWhole(root, FILE, "b");
    expect(readFileSync(join(root, FILE), "utf8")).toBe("\ufeffb");
  });

  test("or not at all, and then nothing is left beside it", () => {
    const root = temporaryProject({ [FILE]: "a" });
    // Where the new text would be written first.
    mkdirSync(join(root, `${FILE}.${process.pid}`));
    expect(() => writeWhole(root, FILE, "b")).toThrow(
      new SetupError(`${FILE} cannot be written, and is as it was.`),
    );
    expect(readFileSync(join(root, FILE), "utf8")).toBe("a");
    expect(() => writeWhole(root, "templates/en/gone", "b")).toThrow(SetupError);
  });
});

describe("files are added all or none", () => {
  test("where one is there", () => {
    const root = temporaryProject({ [FILE]: "a" });
    const files = new Map([
      ["templates/it/new/subject.txt.hbs", "b"],
      [FILE, "c"],
    ]);
    expect(() => addFiles(root, files)).toThrow(new SetupError(`${FILE} cannot be written, so nothing was.`));
    expect(existsSync(join(root, "templates/it"))).toBe(false);
    expect(readFileSync(join(root, FILE), "utf8")).toBe("a");
  });

  test("where a file is in the way of a folder", () => {
    const root = temporaryProject({ "templates/it": "a" });
    const files = new Map([
      ["templates/de/subject.txt.hbs", "b"],
      ["templates/it/new/subject.txt.hbs", "b"],
    ]);
    expect(() => addFiles(root, files)).toThrow(
      new SetupError("templates/it is a file, where a folder is needed. Nothing was written."),
    );
    expect(readdirSync(join(root, "templates"))).toEqual(["it"]);
  });

  test("with the line ends that they have", () => {
    const root = temporaryProject();
    addFiles(root, new Map([[FILE, "a\r\nb"]]));
    expect(readFileSync(join(root, FILE), "utf8")).toBe("a\r\nb");
  });
});
