import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { lookUpInProject } from "../../../src/tooling/lookup/look-up-in-project.ts";
import { awsError, loopbackAws } from "../../aws/loopback.ts";
import { hold, stores } from "../../parameter/sample-stores.ts";
import { project, repository } from "../../project.ts";
import { runCli } from "../cli/run-cli.ts";
import { temporaryProject } from "../temporary-project.ts";

const file = "triggers/legacy-directory.ts";
const own = (find: string) => `export const directory = { find: ${find} };`;

describe("a project's own directory", () => {
  test.each<[string, string, string, object]>([
    [
      "answers",
      own(`async (name) => ({ is: name === "a" ? "unknown" : "ambiguous" })`),
      "a",
      { outcome: "unknown" },
    ],
    [
      "reads a variable",
      own(`async () => { throw new Error(process.env.SHOP); }`),
      "a",
      { errors: ["Error: ours"] },
    ],
    [
      "loads a file during the look-up",
      own(`async () => (await import("./later.ts")).outcome`),
      "a",
      { outcome: "barred", why: "locked" },
    ],
    [
      "uses the sign-in that it exports",
      `${own(`async () => ({ is: "found", user: { id: "1", username: "ann", attributes: { email: "a@example.com" }, emailVerified: true, phoneVerified: false } })`)}
       export const signIn = "username";`,
      "ann",
      { signIn: "username", recovery: { outcome: "migrated" } },
    ],
  ])("%s", async (_, source, userName, expected) => {
    const root = temporaryProject({
      [file]: source,
      "triggers/later.ts": `export const outcome = { is: "barred", why: "locked" };`,
    });
    expect(
      await lookUpInProject({ root, userName, variables: { SHOP: "ours" }, print: () => {} }),
    ).toMatchObject(expected);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ["does not exist", {}, /^triggers\/legacy-directory\.ts does not exist.*export const directory = /],
    [
      "is not exported",
      { [file]: "export const people = {};" },
      /^triggers\/legacy-directory\.ts: it does not export a `directory`/,
    ],
    [
      "has no method find",
      { [file]: "export const directory = {};" },
      /does not export a `directory` with a method `find`/,
    ],
    ["does not parse", { [file]: "export const = ;" }, /^triggers\/legacy-directory\.ts:1:14: /],
    [
      "imports a missing file",
      { [file]: 'import "./gone.ts";' },
      /^triggers\/legacy-directory\.ts:1:8: .*gone/,
    ],
    ["throws while it loads", { [file]: "throw new Error('no pool');" }, /: no pool\.$/],
    ["ends its process", { [file]: own("async () => process.exit(0)") }, /ended with exit code 0/],
    [
      "has an unhandled error of a driver",
      {
        [file]: own("() => new Promise(() => { setTimeout(() => { throw new Error('socket hang up'); }); })"),
      },
      /unhandled error:\nError: socket hang up$/,
    ],
    [
      "has an unhandled rejection",
      { [file]: own("() => new Promise(() => { Promise.reject(new Error('lost')); })") },
      /unhandled error:\nError: lost$/,
    ],
  ])("that %s is rejected with a sentence", async (_, files, sentence) => {
    const result = lookUpInProject({
      root: temporaryProject(files),
      userName: "a",
      variables: {},
      print: () => {},
    });
    await expect(result).rejects.toMatchObject({
      name: "SetupError",
      message: expect.stringMatching(sentence),
    });
  });

  test("that never yields is stopped at the limit", async () => {
    const root = temporaryProject({ [file]: own("async () => { for (;;); }") });
    const result = lookUpInProject({ root, userName: "a", variables: {}, print: () => {}, limit: 1_500 });
    await expect(result).rejects.toThrow(/^triggers\/legacy-directory\.ts did not answer within 1\.5 s\.$/);
  });

  test("prints only what its own code prints", async () => {
    const root = temporaryProject({
      [file]: own(`async () => { console.log("here"); return { is: "unknown" }; }`),
    });
    let printed = "";
    await lookUpInProject({
      root,
      userName: "a",
      variables: {},
      print: (text) => {
        printed += text;
      },
    });
    expect(printed).toBe("here\n");
  });
});

test("a variable may refer to a secret, read with this shell's credentials", async () => {
  const aws = await loopbackAws();
  hold(aws, { secret: "hunter2" });
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await aws.close();
  });
  const find = `async (name, { signal }) => ({ is: await parameter("SHOP").get(signal) === "hunter2" ? "unknown" : "ambiguous" })`;
  const root = project({ [file]: `import { parameter } from "cognito-recovery"; ${own(find)}` });
  const lookup = () =>
    lookUpInProject({ root, userName: "a", variables: { SHOP: stores.secret.named }, print: () => {} });
  expect(await lookup()).toMatchObject({ outcome: "unknown", errors: [] });
  aws.answer(stores.secret.operation, () => awsError("AccessDeniedException", "not for this role"));
  expect(await lookup()).toMatchObject({
    outcome: "unavailable",
    errors: expect.arrayContaining([expect.stringMatching(/AccessDeniedException: not for this role/)]),
  });
});

test("as a command: the store's answer on stdout, and an exit code of its own for each kind", async () => {
  const root = temporaryProject({
    [file]: `import { DatabaseSync } from "node:sqlite";
export const directory = { find: async (name) => {
  const row = new DatabaseSync(process.env.LEGACY_DATABASE, { readOnly: true }).prepare("select * from users where email = ?").get(name);
  if (!row) return { is: "unknown" };
  return { is: "found", user: { id: String(row.id), attributes: { email: row.email }, emailVerified: row.email_verified === 1, phoneVerified: false } };
} };`,
  });
  const store = join(root, "legacy.sqlite");
  writeFileSync(join(root, "shop.env"), `LEGACY_DATABASE=${store}\n`);
  const database = new DatabaseSync(store);
  database.exec(readFileSync(join(repository, "events/legacy-users.sql"), "utf8"));
  database.close();
  const found = await runCli(root, "lookup", "anna@example.com", "--environment", "shop.env", "--json");
  expect(JSON.parse(found.stdout)).toMatchObject({ outcome: "found", recovery: { outcome: "migrated" } });
  expect(found).toMatchObject({ status: 0, stderr: "" });
  expect(await runCli(root, "lookup", "nobody", "--environment", "shop.env")).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/^nobody {2}unknown {2}\d+ ms\n/),
  });
  const wrong = await runCli(
    root,
    "lookup",
    "a",
    "--environment",
    "shop.env",
    "--set",
    "LEGACY_DATABASE=gone.sqlite",
  );
  expect(wrong).toMatchObject({ status: 2, stdout: expect.stringContaining("unable to open database file") });
  expect(await runCli(temporaryProject(), "lookup", "a")).toMatchObject({ status: 2, stdout: "" });
  expect(await runCli(root, "lookup")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("missing required argument"),
  });
});
