import { cpSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exitCodeOf, replay } from "../../../src/tooling/replay/replay.ts";
import { replayFiles } from "../../../src/tooling/replay/replay-files.ts";
import { reportText } from "../../../src/tooling/replay/report-text.ts";
import { project, repository } from "../../project.ts";
import { passing, temporaryProject } from "../temporary-project.ts";

const plain = (_: unknown, text: string) => text;

describe("a project with only some of our triggers, and events of all", () => {
  // One language and no hostile values: test/events.slow.test.ts replays all events on all triggers.
  const isCopied = (file: string) =>
    !/hostile|\.(?:ar|fr|ja|zh-tw|null-keys|empty-strings)\.|flows\/1\d/.test(file);
  const files = replayFiles(repository, ["events"]).events.filter(isCopied);

  test.each<[readonly string[], RegExp]>([
    [
      ["custom-message"],
      /^Left out: \d+ flows and events, .* no trigger post-confirmation, pre-sign-up, user-migration\.$/m,
    ],
    [["user-migration", "legacy-directory"], /no trigger custom-message, post-confirmation, pre-sign-up\.$/m],
    [
      ["custom-message", "user-migration", "pre-sign-up", "legacy-directory"],
      /no trigger post-confirmation\.$/m,
    ],
  ])("with %j replays what concerns them and exits with 0", async (triggers, line) => {
    const root = project();
    for (const file of triggers)
      cpSync(join(repository, `triggers/${file}.ts`), join(root, `triggers/${file}.ts`));
    cpSync(join(repository, "events"), join(root, "events"), { recursive: true, filter: isCopied });
    const done = await replay({ root, paths: [], build: true });
    expect(done.flows.flatMap(({ steps }) => steps.flatMap(({ failures }) => failures))).toEqual([]);
    expect(done.problems).toEqual([]);
    const concerned = files.filter((file) =>
      triggers.some((trigger) => file.startsWith(`events/${trigger}.`)),
    );
    expect(done.events.map(({ file }) => file).sort()).toEqual([...concerned].sort());
    expect(reportText(done, [], plain)).toMatch(line);
    expect(exitCodeOf(done)).toBe(0);
  });
});

describe("a file whose trigger the project does not have", () => {
  const event = (triggerSource: string) =>
    JSON.stringify({ triggerSource, request: { codeParameter: "{####}" }, response: {} });
  const flow = JSON.stringify({
    title: "x",
    pool: {},
    steps: [
      { forgotPassword: { username: "a" }, expect: { triggers: ["UserMigration_ForgotPassword: unknown"] } },
    ],
  });
  const files = {
    "triggers/pre-sign-up.ts": passing,
    "events/pre-sign-up.json": event("PreSignUp_SignUp"),
    "events/custom-message.json": event("CustomMessage_SignUp"),
    "events/flows/f.json": flow,
  };
  test.each<[string, readonly string[], readonly string[], readonly RegExp[], 0 | 2]>([
    ["is left out of a folder", [], ["events/flows/f.json", "events/custom-message.json"], [], 0],
    [
      "is a problem where it is named",
      ["events/custom-message.json", "events/pre-sign-up.json"],
      [],
      [
        /^events\/custom-message\.json: no trigger was built for CustomMessage_SignUp; triggers\/custom-message\.ts /,
      ],
      2,
    ],
    [
      "is a problem where there is nothing else",
      ["events/flows"],
      [],
      [/flows\/f\.json: .*triggers\/user-migration\.ts/],
      2,
    ],
  ])("%s", async (_, paths, leftOut, problems, code) => {
    const done = await replay({ root: temporaryProject(files), paths, build: true });
    expect(done.leftOut.map(({ file }) => file)).toEqual(leftOut);
    expect(done.problems.map(({ problem }) => problem)).toEqual(
      problems.map((each) => expect.stringMatching(each)),
    );
    expect(exitCodeOf(done)).toBe(code);
  });
});
