import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../project.ts";

const [, story = ""] = /```text\n(.*?)\n```/s.exec(readFileSync(join(repository, "README.md"), "utf8")) ?? [];
const timeless = (text: string) => text.replace(/ +\d+ ms/g, " … ms");

test("the README's story is what replay tells of that flow, but for the milliseconds", () => {
  const [, file = ""] = /(events\/flows\/\S+)/.exec(story) ?? [];
  const told = execFileSync("npm", ["run", "--silent", "replay", "--", file], {
    cwd: repository,
    encoding: "utf8",
  });
  expect(timeless(told)).toContain(timeless(story));
});
