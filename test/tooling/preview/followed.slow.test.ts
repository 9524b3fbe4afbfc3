import { renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Followed, followed } from "../../../src/tooling/preview/followed.ts";
import { smallProject } from "../../project.ts";

const SMS = "templates/messages/forgot-password.sms.txt.hbs";

/** A project that is followed until the test is over. */
async function following(root: string): Promise<Followed> {
  const project = await followed(root);
  onTestFinished(() => project.close());
  return project;
}

function saved(project: Followed): string | undefined {
  return project.fault() ?? project.state()?.project.files.get(SMS);
}

test("what is saved, moved or removed is read again, in a folder that is new too", async () => {
  const root = smallProject();
  const project = await following(root);
  for (const text of ["{{code}} one", "{{code}} two"]) {
    writeFileSync(join(root, SMS), text);
    await expect.poll(() => saved(project)).toBe(text);
  }
  rmSync(join(root, SMS));
  await expect.poll(() => saved(project)).toBeUndefined();
  writeFileSync(join(root, SMS), "{{code}} two");
  renameSync(join(root, "templates"), join(root, "away"));
  await expect.poll(() => project.fault()).toBeDefined();
  renameSync(join(root, "away"), join(root, "templates"));
  await expect.poll(() => saved(project)).toBe("{{code}} two");
});

test("a link out of the project is rejected before anything of it is watched, until it is gone", async () => {
  const root = smallProject();
  const link = join(root, "templates/partials/elsewhere");
  // More than can be watched while somebody waits.
  symlinkSync("/", link);
  const project = await following(root);
  expect(project.fault()).toContain("templates/partials/elsewhere is a link to a file outside");
  rmSync(link);
  await expect.poll(() => project.fault()).toBeUndefined();
  symlinkSync("/", link);
  writeFileSync(join(root, SMS), "{{code}} one");
  await expect.poll(() => project.fault()).toContain("is a link to a file outside");
  rmSync(link);
  await expect.poll(() => saved(project)).toBe("{{code}} one");
});
