import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { flowStory } from "../src/tooling/replay/flow-story.ts";
import { exitCodeOf, type Replay, replay } from "../src/tooling/replay/replay.ts";
import { repository } from "./project.ts";

describe("events and flows", () => {
  let done: Replay;
  beforeAll(async () => {
    done = await replay({ root: repository, paths: [], build: false, dist: inject("dist") });
  });

  test("are all as expected, and Cognito takes every answer", () => {
    const failures = done.flows.flatMap(({ file, steps }) =>
      steps.flatMap((step) => step.failures.map((failure) => `${file}: ${failure}`)),
    );
    const rejected = done.events.flatMap(({ file, verdict }) =>
      verdict.is === "rejected" ? [`${file}: ${verdict.reasons.join("; ")}`] : [],
    );
    expect([...failures, ...rejected, ...done.problems.map(({ problem }) => problem)]).toEqual([]);
    expect(exitCodeOf(done)).toBe(0);
  });

  test("are answered so: copy and code are reviewed together", () => {
    const answers = done.events.map(({ file, invocation, response }) => {
      const { log } = invocation;
      const error = invocation.is === "failed" ? { error: invocation.errorMessage } : {};
      const { emailMessage, ...rest } = response;
      const text = typeof emailMessage === "string" ? { emailText: textOf(emailMessage) } : {};
      return [
        file,
        { outcome: log?.outcome, locale: log?.locale, warnings: log?.warnings, ...error, ...rest, ...text },
      ];
    });
    expect(Object.fromEntries(answers)).toMatchSnapshot();
  });

  test("are printed as README shows a flow, except for the milliseconds", () => {
    const readme = readFileSync(join(repository, "README.md"), "utf8");
    const [, story = ""] = /```text\n(.*?)\n```/s.exec(readme) ?? [];
    const [name] = /events\/flows\/\S+/.exec(story) ?? [];
    const timeless = (text: string) => text.replace(/ +\d+ ms/g, " … ms");
    const printed = done.flows.filter(({ file }) => file === name);
    expect(printed.map((flow) => timeless(flowStory(flow, (_, text) => text)))).toEqual([timeless(story)]);
  });
});

/** Returns the text of an email that a person reads. */
function textOf(html: string): string[] {
  return html
    .replace(/<(style|head|title)\b.*?<\/\1>/gis, "")
    .split(/<[^>]*>/)
    .map((text) => text.trim())
    .filter(Boolean);
}
