import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { repository } from "../project.ts";

const pages = ["operations.md", "legacy-store.md", "runbook.md"];
const guide = pages.map((page) => readFileSync(join(repository, "docs", page), "utf8")).join("\n");
const commands = [...guide.matchAll(/```sh\n(.*?)\n```/gs)].map(([, command = ""]) => command);
const run = (command = "") => execFileSync("sh", ["-c", command], { cwd: repository, encoding: "utf8" });

test("the pages' commands are these three", () => {
  expect(commands.map((command) => /-- (\w+)/.exec(command)?.[1])).toEqual(["doctor", "lookup", "correlate"]);
});

test("doctor finds nothing wrong with a shell that sets nothing", () => {
  expect(run(commands[0])).toMatch(/^All is well with \d+ settings\.\n$/);
});

test("lookup finds somebody in the store that it is given", () => {
  const folder = mkdtempSync(join(tmpdir(), "cognito-recovery-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const store = new DatabaseSync(join(folder, "legacy.sqlite"));
  store.exec(readFileSync(join(repository, "events/legacy-users.sql"), "utf8"));
  store.close();
  const shown = run(commands[1]?.replace("legacy.sqlite", join(folder, "legacy.sqlite")));
  expect(shown).toMatch(/^anna@example\.com {2}found {2}\d+ ms\n/);
  expect(shown).toMatch(/a recovery +migrates this person with email, email_verified, given_name, locale/);
});

test("correlate prints what the page then looks for in the log", () => {
  const [, user = ""] = /filter user in \["(\w+)"\]/.exec(guide) ?? [];
  expect(run(commands[2])).toBe(`${user}  anna@example.com\n`);
});
