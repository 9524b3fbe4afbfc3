import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { lookedUp } from "../../../src/tooling/lookup/looked-up.ts";
import { awsError, loopbackAws } from "../../aws/loopback.ts";
import { hold, stores } from "../../parameter/sample-stores.ts";
import { project, repository } from "../../project.ts";
import { runCli } from "../cli/run-cli.ts";
import { temporaryProject } from "../temporary-project.ts";

const file = "triggers/legacy-directory.ts";
const own = (find: string) => `export const directory = { find: ${find} };`;

describe("a directory of one's own", () => {
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
      "loads a file when it is asked",
      own(`async () => (await import("./later.ts")).outcome`),
      "a",
      { outcome: "barred", why: "locked" },
    ],
    [
      "is asked with the sign-in that it exports",
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
    expect(await lookedUp({ root, userName, variables: { SHOP: "ours" }, print: () => {} })).toMatchObject(
      expected,
    );
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ["is not there", {}, /^There is no triggers\/legacy-directory\.ts .*export const directory = /],
    [
      "exports none",
      { [file]: "export const people = {};" },
      /^triggers\/legacy-directory\.ts: it exports no `directory`/,
    ],
    [
      "exports one that finds nobody",
      { [file]: "export const directory = {};" },
      /exports no `directory` with a method `find`/,
    ],
    ["does not parse", { [file]: "export const = ;" }, /^triggers\/legacy-directory\.ts:1:14: /],
    [
      "imports what is not there",
      { [file]: 'import "./gone.ts";' },
      /^triggers\/legacy-directory\.ts:1:8: .*gone/,
    ],
    ["throws while it loads", { [file]: "throw new Error('no pool');" }, /: no pool\.$/],
    ["ends its process", { [file]: own("async () => process.exit(0)") }, /ended with exit code 0/],
    [
      "has a driver whose error nobody handles",
      {
        [file]: own("() => new Promise(() => { setTimeout(() => { throw new Error('socket hang up'); }); })"),
      },
      /an error that nothing handles:\nError: socket hang up$/,
    ],
    [
      "has a rejection that nobody handles",
      { [file]: own("() => new Promise(() => { Promise.reject(new Error('lost')); })") },
      /an error that nothing handles:\nError: lost$/,
    ],
  ])("that %s is a sentence", async (_, files, sentence) => {
    const asked = lookedUp({ root: temporaryProject(files), userName: "a", variables: {}, print: () => {} });
    await expect(asked).rejects.toMatchObject({
      name: "SetupError",
      message: expect.stringMatching(sentence),
    });
  });

  test("that does not yield is given up", async () => {
    const root = temporaryProject({ [file]: own("async () => { for (;;); }") });
    const asked = lookedUp({ root, userName: "a", variables: {}, print: () => {}, limit: 1_500 });
    await expect(asked).rejects.toThrow(/^triggers\/legacy-directory\.ts did not answer within 1\.5 s\.$/);
  });

  test("may print, and nothing else is printed", async () => {
    const root = temporaryProject({
      [file]: own(`async () => { console.log("here"); return { is: "unknown" }; }`),
    });
    let printed = "";
    await lookedUp({
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

test("a variable may name a secret, which this shell's credentials read", async () => {
  const aws = await loopbackAws();
  hold(aws, { secret: "hunter2" });
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await aws.close();
  });
  const find = `async (name, { signal }) => ({ is: await parameter("SHOP")(signal) === "hunter2" ? "unknown" : "ambiguous" })`;
  const root = project({ [file]: `import { parameter } from "cognito-recovery"; ${own(find)}` });
  const lookup = () =>
    lookedUp({ root, userName: "a", variables: { SHOP: stores.secret.named }, print: () => {} });
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
