import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { SetupError } from "../../../src/log/fault.ts";
import { readCopy, templatesIn } from "../../../src/tooling/check/copy.ts";
import { temporaryProject } from "../temporary-project.ts";

const SMS = "templates/en/forgot-password/sms.txt.hbs";
const SCHEMA = "triggers/client-metadata.ts";

/** A project with links, each to what it names from its own folder. */
function linked(
  links: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): string {
  const root = temporaryProject({ "templates/en/forgot-password/subject.txt.hbs": "Your code", ...files });
  for (const [path, to] of Object.entries(links)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(to, join(root, path));
  }
  return root;
}

describe("what is no file, or cannot be read, is told by its name", () => {
  test.each<[string, () => string, string]>([
    [
      "templates as a file",
      () => temporaryProject({ templates: "" }),
      "templates is a file, and should be the folder of the messages.",
    ],
    [
      "a folder with the name of a file",
      () => temporaryProject({ [`${SMS}/a`]: "" }),
      `${SMS} is a folder, and its name is a file's: rename it.`,
    ],
    [
      "a link to itself",
      () => linked({ [SMS]: "sms.txt.hbs" }),
      `${SMS} is a link to what cannot be read: mend the link, or put the file itself there.`,
    ],
    [
      "a link to nothing",
      () => linked({ [SMS]: "nothing" }),
      `${SMS} is a link to what cannot be read: mend the link, or put the file itself there.`,
    ],
    [
      "a link to a folder around it",
      () => linked({ "templates/en/en": ".." }),
      "templates/en/en is a link to a folder that it stands in: remove it.",
    ],
    ["a device", () => linked({ [SMS]: "/dev/zero" }), `${SMS} is no file: remove it.`],
  ])("%s", (_, root, message) => {
    expect(() => templatesIn(root())).toThrow(new SetupError(message));
  });
});

test("links to files and folders are followed; what is nobody's business is passed over", () => {
  const root = linked(
    {
      [SMS]: "../../../elsewhere/sms",
      "templates/_brand": "../elsewhere",
      "templates/en/README": "nothing",
      "templates/en/.#sms.txt.hbs": "nothing",
      "templates/en/circle": "circle",
    },
    { "elsewhere/sms": "{{code}}", "elsewhere/code.txt.hbs": "{{code}}", "templates/.git/a.hbs": "" },
  );
  expect([...templatesIn(root)]).toEqual([
    ["templates/_brand/code.txt.hbs", "{{code}}"],
    ["templates/en/forgot-password/sms.txt.hbs", "{{code}}"],
    ["templates/en/forgot-password/subject.txt.hbs", "Your code"],
  ]);
});

test("what has another ending is known by its name, where it is a file", async () => {
  const others = { [`${SMS}.txt`]: "", "templates/README.md": "", "templates/.DS_Store": "" };
  expect((await readCopy(linked({ "templates/en/NOTES": "nothing" }, others))).others).toEqual([
    "templates/README.md",
    `${SMS}.txt`,
  ]);
});

describe("a schema of the metadata that cannot be read is told in its file", () => {
  const unread = async (root: string) => {
    const { metadata } = await readCopy(root);
    return metadata && "unread" in metadata ? metadata.unread.message : metadata;
  };

  test.each([
    ["throw null;", "The schema cannot be read: it throws null."],
    ["throw { a: 1 };", "The schema cannot be read: it throws { a: 1 }."],
    ['throw new AggregateError([new Error("a")], "b\\nc");', "The schema cannot be read: b."],
    ["export default 1;", "There is no schema here."],
    ["process.exit(0);", "The schema cannot be read: it ends the program (process.exit)."],
    [
      'const properties = {}; properties.a = properties; export const clientMetadata = { "~standard": { jsonSchema: { input: () => ({ properties }), output: () => ({ properties }) } } };',
      "The schema cannot be read: Converting circular structure to JSON.",
    ],
    [
      'export const clientMetadata = { "~standard": true };',
      "The schema cannot be read: what is exported does not tell it as JSON Schema (StandardJSONSchemaV1).",
    ],
  ])("%s", async (text, message) => {
    expect(await unread(temporaryProject({ [SCHEMA]: text }))).toBe(message);
  });

  test("none is there where triggers is a file", async () => {
    expect((await readCopy(temporaryProject({ triggers: "" }))).metadata).toBeUndefined();
  });

  test("a folder", async () => {
    const root = temporaryProject({ [`${SCHEMA}/a`]: "" });
    expect(await unread(root)).toBe("This is a folder, and should be the file of the schema.");
  });

  test("a link to nothing, and to itself", async () => {
    const root = linked({ [SCHEMA]: "nothing.ts" });
    expect(await unread(root)).toContain("The schema cannot be read: ");
    rmSync(join(root, SCHEMA));
    symlinkSync("client-metadata.ts", join(root, SCHEMA));
    expect(await unread(root)).toContain("The schema cannot be read: ");
  });

  test("one that tells nothing has no keys", async () => {
    const text = 'export const clientMetadata = { "~standard": { jsonSchema: { input: () => null } } };';
    expect((await readCopy(temporaryProject({ [SCHEMA]: text }))).metadata).toMatchObject({
      schema: { properties: {} },
    });
  });
});
