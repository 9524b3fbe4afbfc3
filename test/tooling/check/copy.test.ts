import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
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

/** A project with a pipe in a file's place: to read it would wait for ever. */
function piped(path: string): string {
  const root = linked({});
  execFileSync("mkfifo", [join(root, path)]);
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
    ["a pipe", () => piped(SMS), `${SMS} is no file: remove it.`],
  ])("%s", (_, root, message) => {
    expect(() => templatesIn(root())).toThrow(new SetupError(message));
  });
});

describe("a link out of the project is not followed: what is read is shown", () => {
  const elsewhere = () => temporaryProject({ "sms.txt.hbs": "private", "client-metadata.ts": "throw 1;" });

  test.each<[string, string, string]>([
    ["a file", SMS, "sms.txt.hbs"],
    ["a device", SMS, "/dev/zero"],
    ["settings", "templates/messages.json", "client-metadata.ts"],
    ["a schema", SCHEMA, "client-metadata.ts"],
  ])("%s", async (_, path, to) => {
    const root = linked({ [path]: resolve(elsewhere(), to) });
    await expect(readCopy(root)).rejects.toThrow(
      new SetupError(`${path} is a link to what lies outside of the project: put the file itself there.`),
    );
  });

  test.each([["templates/fr"], ["templates/_brand"], ["triggers"]])("a folder, %s", async (path) => {
    await expect(readCopy(linked({ [path]: elsewhere() }))).rejects.toThrow(
      new SetupError(`${path} is a link to what lies outside of the project: put the folder itself there.`),
    );
  });

  test("all of the templates", () => {
    const root = temporaryProject();
    symlinkSync(elsewhere(), join(root, "templates"));
    expect(() => templatesIn(root)).toThrow("templates is a link to what lies outside of the project");
  });

  test("one over a link that lies in the project", () => {
    const root = linked({ [SMS]: "../../../kept/sms", "kept/sms": join(elsewhere(), "sms.txt.hbs") });
    expect(() => templatesIn(root)).toThrow(`${SMS} is a link to what lies outside of the project`);
  });

  test("one in a folder of the project that is linked to", () => {
    const root = linked({ "templates/fr": "../kept", "kept/sms.txt.hbs": join(elsewhere(), "sms.txt.hbs") });
    expect(() => templatesIn(root)).toThrow(
      "templates/fr/sms.txt.hbs is a link to what lies outside of the project",
    );
  });

  test("a folder whose name only begins as the project's does lies outside", () => {
    const around = temporaryProject({ "shop/templates/README": "", "shop-private/sms.txt.hbs": "private" });
    symlinkSync("../../shop-private", join(around, "shop/templates/fr"));
    expect(() => templatesIn(join(around, "shop"))).toThrow("templates/fr is a link");
  });

  test("a project that is itself reached over a link is read", () => {
    const root = linked({ [SMS]: "../../../..sms" }, { "..sms": "{{code}}" });
    const link = join(temporaryProject(), "link");
    symlinkSync(root, link);
    expect(templatesIn(link).get(SMS)).toBe("{{code}}");
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
