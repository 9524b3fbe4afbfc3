import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { repository } from "../../project.ts";
import { temporaryProject } from "../temporary-project.ts";

const event = JSON.stringify({ triggerSource: "PreSignUp_SignUp", request: {}, response: {} });
test.each([
  "SIGINT",
  "SIGTERM",
  "SIGHUP",
] as const)("a replay ended by %s leaves no legacy store behind", async (signal) => {
  const root = temporaryProject({
    "triggers/pre-sign-up.ts":
      "export const handler = () => new Promise((resolve) => setTimeout(resolve, 60_000));",
    "events/pre-sign-up.sign-up.json": event,
    "events/legacy-users.sql": "create table users (id text, email text, moved_at text);",
  });
  const temporary = join(root, "temporary");
  mkdirSync(temporary);
  const stores = () => readdirSync(temporary).filter((name) => name.startsWith("cognito-recovery-"));
  const main = join(repository, "src/tooling/cli/main.ts");
  const child = spawn(process.execPath, [main, "replay"], {
    cwd: root,
    env: { PATH: process.env.PATH, TMPDIR: temporary },
    stdio: "ignore",
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = once(child, "exit");
  await expect.poll(() => stores().length, { timeout: 30_000, interval: 5 }).toBeGreaterThan(0);
  child.kill(signal);
  expect(await ended).toEqual([null, signal]);
  expect(stores()).toEqual([]);
});
