import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test, vi } from "vitest";
import { repository } from "../project.ts";
import { runCli } from "../tooling/cli/run-cli.ts";

const pages = ["operations.md", "legacy-store.md", "runbook.md"];
const guide = pages.map((page) => readFileSync(join(repository, "docs", page), "utf8")).join("\n");
const commands = [...guide.matchAll(/```sh\n(.*?)\n```/gs)].map(([, command = ""]) => command);

/** Runs a command of the page: what follows `--`, without the variables in front. */
async function run(command = ""): Promise<string> {
  const [, options = ""] = command.split(" -- ");
  const { stdout, stderr } = await runCli(repository, ...options.split(" "));
  expect(stderr).toBe("");
  return stdout;
}

test("the pages' commands are these three", () => {
  expect(commands.map((command) => /-- (\w+)/.exec(command)?.[1])).toEqual(["doctor", "lookup", "correlate"]);
});

test("doctor finds nothing wrong with a shell that sets nothing", async () => {
  expect(await run(commands[0])).toMatch(/^No problems in \d+ settings\.\n$/);
});

test("lookup finds a person in the configured store", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cognito-recovery-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const store = new DatabaseSync(join(folder, "legacy.sqlite"));
  store.exec(readFileSync(join(repository, "events/legacy-users.sql"), "utf8"));
  store.close();
  const shown = await run(commands[1]?.replace("legacy.sqlite", join(folder, "legacy.sqlite")));
  expect(shown).toMatch(/^anna@example\.com {2}found {2}\d+ ms\n/);
  expect(shown).toMatch(/a recovery +migrates this person with email, email_verified, given_name, locale/);
});

test("correlate prints what the page then looks for in the log", async () => {
  const [, user = ""] = /filter user in \["(\w+)"\]/.exec(guide) ?? [];
  const [, key = ""] = /^CORRELATION_KEY=(\S+) /.exec(commands[2] ?? "") ?? [];
  vi.stubEnv("CORRELATION_KEY", key);
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(await run(commands[2])).toBe(`${user}  anna@example.com\n`);
});
