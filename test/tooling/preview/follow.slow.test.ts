import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { type Followed, followed } from "../../../src/tooling/preview/follow.ts";
import { smallProject } from "../../project.ts";

const SMS = "templates/en/forgot-password/sms.txt.hbs";

/** For as long as the watcher takes what comes to be the same change. */
const MOMENT_MS = 1100;

/** A project that is followed until the test is over. */
async function following(root: string): Promise<Followed> {
  const project = followed(root);
  onTestFinished(() => project.close());
  await project.begin();
  return project;
}

/** Puts the SMS in a folder's place in one go, and saves it again: each time it is seen. */
async function saves(project: Followed, root: string): Promise<void> {
  rmSync(join(root, SMS), { recursive: true });
  for (const text of ["{{code}} one", "{{code}} two", "{{code}} three"]) {
    writeFileSync(join(root, SMS), text);
    await expect.poll(() => saved(project), { timeout: 5000 }).toBe(text);
    // What is saved together is seen together.
    await wait(MOMENT_MS);
  }
}

function saved(project: Followed): string | undefined {
  return project.fault() ?? project.bench()?.checked.project.files.get(SMS);
}

test("a folder that had a file's place is no longer in its way once the file is back, however often", async () => {
  const root = smallProject();
  const project = await following(root);
  for (const _ of ["once", "again"]) {
    rmSync(join(root, SMS));
    await expect.poll(() => saved(project), { timeout: 5000 }).toBeUndefined();
    mkdirSync(join(root, SMS));
    await expect.poll(() => project.fault(), { timeout: 5000 }).toContain("is a folder");
    await wait(MOMENT_MS);
    await saves(project, root);
  }
}, 60_000);

test("nor is one that was there from the beginning", async () => {
  const root = smallProject({ [SMS]: null });
  mkdirSync(join(root, SMS));
  const project = await following(root);
  expect(project.fault()).toContain("is a folder");
  await wait(MOMENT_MS);
  await saves(project, root);
}, 60_000);

test("a link out of the project is refused before anything of it is watched, and is done with once it is gone", async () => {
  const root = smallProject();
  const link = join(root, "templates/_brand/elsewhere");
  // More than can be watched while somebody waits.
  symlinkSync("/", link);
  const project = await following(root);
  expect(project.fault()).toContain("templates/_brand/elsewhere is a link to what lies outside");
  rmSync(link);
  await expect.poll(() => project.fault(), { timeout: 5000 }).toBeUndefined();
  symlinkSync("/", link);
  writeFileSync(join(root, SMS), "{{code}} one");
  await expect.poll(() => project.fault(), { timeout: 5000 }).toContain("lies outside");
  rmSync(link);
  await expect.poll(() => saved(project), { timeout: 5000 }).toBe("{{code}} one");
}, 20_000);
