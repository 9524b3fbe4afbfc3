import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../project.ts";
import { documents } from "./documents.ts";

const read = (name: string) => readFileSync(join(repository, name), "utf8");
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
const readme = read("README.md");

test("CI runs the README's two commands to the letter", () => {
  const ci = read(".ci/run");
  // CI installs once.
  for (const [command, run] of [
    ["npm ci && npm run replay", "npm ci && npm run replay"],
    ["npm ci && npm test", "npm test"],
  ]) {
    expect(readme).toContain(`\`\`\`sh\n${command}\n\`\`\``);
    expect(ci.split("\n")).toContain(run);
  }
});

test("every npm script that README and docs name is there", () => {
  for (const document of documents) {
    for (const [, name = ""] of read(document).matchAll(/npm run (?:--silent )?([\w:-]+)/g)) {
      expect(scripts, `${document} names ${name}`).toHaveProperty(name);
    }
  }
});

test("docs/install.md has the README's commands", () => {
  const [commands = ""] = /```sh\nnpm install cognito-recovery.*?```/s.exec(readme) ?? [];
  expect(commands).not.toBe("");
  expect(read("docs/install.md")).toContain(commands);
});
