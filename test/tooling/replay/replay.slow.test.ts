import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { exitCodeOf, replay } from "../../../src/tooling/replay/replay.ts";
import { passing, temporaryProject } from "../temporary-project.ts";

const shop = fileURLToPath(new URL("../../fixtures/shop", import.meta.url));

test("a recovery runs in real bundles, from the legacy store to the mark in it", async () => {
  const done = await replay({ root: shop, paths: [], build: true, dist: join(temporaryProject(), "dist") });
  expect(done.flows.flatMap(({ steps }) => steps.flatMap(({ failures }) => failures))).toEqual([]);
  expect(done.flows).toHaveLength(1);
  expect(done.events).toMatchObject([
    {
      trigger: "custom-message",
      verdict: { is: "ok" },
      invocation: { log: { outcome: "served", locale: { asked: "de-CH", by: "metadata", served: "de" } } },
      message: { emailSubject: "Ihr Code", smsMessage: "Ihr Code ist 123456" },
    },
  ]);
  expect(exitCodeOf(done)).toBe(0);
});

const event = { triggerSource: "PreSignUp_SignUp", request: {}, response: {} };

test.each<[string, Record<string, string>, 0 | 1 | 2, RegExp]>([
  ["passes", { "pre-sign-up": passing }, 0, /^$/],
  ["is missing", { "custom-message": passing }, 2, /no trigger was built for PreSignUp_SignUp/],
  [
    "dies",
    { "pre-sign-up": "export const handler = async () => process.exit(1);" },
    1,
    /ended with exit code 1/,
  ],
  [
    "leaks",
    { "pre-sign-up": "export const handler = async () => { throw new Error('x'); };" },
    1,
    /stable WORD/,
  ],
])("an event whose trigger %s", async (_, triggers, code, reason) => {
  const files = Object.entries(triggers).map(([name, source]) => [`triggers/${name}.ts`, source]);
  const root = temporaryProject({ ...Object.fromEntries(files), "events/e.json": JSON.stringify(event) });
  const done = await replay({ root, paths: [], build: true });
  const reasons = done.events.flatMap(({ verdict }) => (verdict.is === "rejected" ? verdict.reasons : []));
  expect([...reasons, ...done.problems.map(({ problem }) => problem)].join()).toMatch(reason);
  expect(exitCodeOf(done)).toBe(code);
});

test.each([
  ["does not exist", "events/nobody.sql", /^events\/flows\/f\.json: events\/nobody\.sql does not exist/],
  ["is not SQL", "events/bad.sql", /^events\/flows\/f\.json: events\/bad\.sql: SQLite rejects it: /],
])("a flow whose SQL file %s is a problem, and the others are played", async (_, legacy, sentence) => {
  const flow = { title: "x", pool: {}, legacy, steps: [{ signIn: { username: "a", password: "b" } }] };
  const root = temporaryProject({
    "triggers/pre-sign-up.ts": passing,
    "events/bad.sql": "creat table users",
    "events/flows/f.json": JSON.stringify(flow),
    "events/flows/good.json": JSON.stringify({
      ...flow,
      legacy: "down",
      steps: [{ ...flow.steps[0], expect: { error: "NotAuthorizedException" } }],
    }),
  });
  const done = await replay({ root, paths: [], build: true });
  expect(done.problems.map(({ problem }) => problem)).toEqual([expect.stringMatching(sentence)]);
  expect(done.flows.map(({ file }) => file)).toEqual(["events/flows/good.json"]);
  expect(exitCodeOf(done)).toBe(2);
});

test("an event answered only after a fault in its trigger exits with 2, with the fault's code in the report", async () => {
  const line = {
    message: "unavailable",
    triggerSource: "PreSignUp_SignUp",
    fault: { name: "Error", code: "ERR_SQLITE_ERROR" },
  };
  const event = { version: "1", triggerSource: "PreSignUp_SignUp", request: {}, response: {} };
  const root = temporaryProject({
    "triggers/pre-sign-up.ts": `export const handler = async (event) => { console.log(${JSON.stringify(JSON.stringify(line))}); return event; };`,
    "events/e.json": JSON.stringify(event),
  });
  const done = await replay({ root, paths: [], build: true });
  expect(done.events.map(({ invocation }) => invocation.log?.fault)).toEqual(["Error ERR_SQLITE_ERROR"]);
  expect(exitCodeOf(done)).toBe(2);
});
