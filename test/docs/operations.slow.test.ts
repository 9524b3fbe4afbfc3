import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../project.ts";

const guide = readFileSync(join(repository, "docs/operations.md"), "utf8");
const commands = [...guide.matchAll(/```sh\n(.*?)\n```/gs)].map(([, command = ""]) => command);
const run = (command = "") => execFileSync("sh", ["-c", command], { cwd: repository, encoding: "utf8" });

test("the page's commands are these two", () => {
  expect(commands.map((command) => /-- (\w+)/.exec(command)?.[1])).toEqual(["doctor", "correlate"]);
});

test("doctor finds nothing wrong with a shell that sets nothing", () => {
  expect(run(commands[0])).toMatch(/^All is well with \d+ settings\.\n$/);
});

test("correlate prints what the page then looks for in the log", () => {
  const [, user = ""] = /filter user in \["(\w+)"\]/.exec(guide) ?? [];
  expect(run(commands[1])).toBe(`${user}  anna@example.com\n`);
});
