import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exitCodeOf, type Replay, replay } from "../src/tooling/replay/replay.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = mkdtempSync(join(tmpdir(), "cognito-recovery-events-"));
afterAll(() => rmSync(dist, { recursive: true, force: true }));

describe("events and flows", () => {
  let done: Replay;
  beforeAll(async () => {
    done = await replay({ root, paths: [], build: true, dist });
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
});

/** What a person reads of an email. */
function textOf(html: string): string[] {
  return html
    .replace(/<(style|head|title)\b.*?<\/\1>/gis, "")
    .split(/<[^>]*>/)
    .map((text) => text.trim())
    .filter(Boolean);
}
