import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { flowStory } from "../../src/tooling/replay/flow-story.ts";
import { replay } from "../../src/tooling/replay/replay.ts";
import { repository } from "../project.ts";

const [, story = ""] = /```text\n(.*?)\n```/s.exec(readFileSync(join(repository, "README.md"), "utf8")) ?? [];
const timeless = (text: string) => text.replace(/ +\d+ ms/g, " … ms");

test("the README's story is what replay tells of that flow, but for the milliseconds", async () => {
  const [file = ""] = /events\/flows\/\S+/.exec(story) ?? [];
  mkdirSync(join(repository, ".tmp"), { recursive: true });
  const dist = mkdtempSync(join(repository, ".tmp/dist-"));
  onTestFinished(() => rmSync(dist, { recursive: true, force: true }));
  const { flows } = await replay({ root: repository, paths: [file], build: true, dist });
  expect(flows.map((flow) => timeless(flowStory(flow, (_, text) => text)))).toEqual([timeless(story)]);
});
