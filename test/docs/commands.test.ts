import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../project.ts";
import { documents } from "./documents.ts";

const read = (name: string) => readFileSync(join(repository, name), "utf8");
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
const readme = read("README.md");

test("CI runs the README's two commands, and installs once", () => {
  const ci = read(".ci/run").split("\n");
  for (const command of ["npm ci && npm run replay", "npm ci && npm test"]) {
    expect(readme).toContain(`\`\`\`sh\n${command}\n\`\`\``);
    expect(ci).toEqual(expect.arrayContaining(command.split(" && ")));
  }
  expect(ci.filter((line) => line === "npm ci")).toHaveLength(1);
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
