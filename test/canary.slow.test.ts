import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { correlationOf } from "../src/log/correlation.ts";
import { bundle } from "../src/tooling/build/bundle.ts";
import type { Flow } from "../src/tooling/replay/flow.ts";
import { legacyStore, SAMPLE } from "../src/tooling/replay/legacy-store.ts";
import { replayFiles } from "../src/tooling/replay/replay-files.ts";
import { builtTriggers } from "../src/tooling/replay/stage.ts";
import { loopbackAws } from "./aws/loopback.ts";
import { formedCanary, TOKEN, tokenOf } from "./canary/canary.ts";
import { type CanaryProject, canaryProject } from "./canary/canary-project.ts";
import { type Eavesdropper, eavesdropper, type Overheard, type Scene } from "./canary/eavesdropper.ts";
import { longEnough } from "./canary/personal.ts";
import { findOf, postgresCases, postgresWith } from "./canary/postgres.ts";
import { leaksIn } from "./canary/search.ts";
import { storeAnswers, storeSecrets, stores } from "./canary/stores.ts";
import type { RealPostgres } from "./directory/real-postgres.ts";
import { repository } from "./project.ts";

const work = mkdtempSync(join(tmpdir(), "cognito-recovery-canary-"));
const dist = inject("dist");
const triggers = builtTriggers(dist);
const ours = replayFiles(repository, ["events"]);
let project: CanaryProject;

beforeAll(async () => {
  project = await canaryProject();
});
afterAll(() => {
  project.close();
  rmSync(work, { recursive: true, force: true });
});

/** Plays the files with canaries on our triggers, unless the scene has others. */
const listening = (more: Partial<Scene> = {}): Eavesdropper =>
  eavesdropper({ root: project.root, dist, triggers, environment: {}, ...more });

/** Plays all events and flows. */
async function allPlayed(more: Partial<Scene> = {}) {
  const ear = listening(more);
  try {
    const files = replayFiles(project.root, ["events"]);
    const outcomes: Record<string, string> = {};
    const flows: Record<string, Awaited<ReturnType<Eavesdropper["flow"]>>> = {};
    for (const file of files.events) outcomes[file] = await ear.event(file);
    for (const file of files.flows) flows[file] = await ear.flow(file);
    return { outcomes, flows, ...(await ear.overheard()) };
  } finally {
    ear.close();
  }
}

/** Expects no canary and no secret in the output, which has to be that of all invocations. */
function expectSilence({ output, canaries, invocations }: Overheard, secrets: readonly string[] = []): void {
  // Each invocation has a log line and a line of metrics.
  expect(output.match(/"triggerSource":/g)?.length).toBeGreaterThanOrEqual(2 * invocations);
  expect(leaksIn(output, longEnough([...canaries, ...project.rowValues, ...secrets]))).toEqual([]);
}

const everything = {
  POWERTOOLS_LOG_LEVEL: "TRACE",
  POWERTOOLS_LOGGER_SAMPLE_RATE: "1",
  POWERTOOLS_LOGGER_LOG_EVENT: "true",
};
const forPeople = { ...everything, POWERTOOLS_DEV: "true" };
const key = `known to the operator only: ${tokenOf("key")}`;
const url = `postgres://${tokenOf("role")}:${tokenOf("password")}@${tokenOf("host")}.invalid/${tokenOf("database")}`;

describe("all events and flows, with canaries for values", () => {
  let shipped: Awaited<ReturnType<typeof allPlayed>>;
  beforeAll(async () => {
    shipped = await allPlayed();
  });

  test("have the outcomes of ours", async () => {
    const ear = listening({ root: repository });
    onTestFinished(ear.close);
    for (const file of ours.events)
      expect([file, shipped.outcomes[file]]).toEqual([file, await ear.event(file)]);
    expect(Object.values(shipped.flows).flatMap(({ failures }) => failures)).toEqual([]);
  });

  test("are all played, each event once more with a value in every place", () => {
    const filledEvent = ours.events.map((file) => file.replace(/\.json$/, ".in-full.json"));
    expect(Object.keys(shipped.outcomes).sort()).toEqual([...ours.events, ...filledEvent].sort());
    const steps = ours.flows.map(
      (file): Flow["steps"] => JSON.parse(readFileSync(join(repository, file), "utf8")).steps,
    );
    expect(Object.values(shipped.flows).map((flow) => flow.steps)).toEqual(steps.map(({ length }) => length));
    // Each step says which triggers run in it, and they all did as it says.
    const inFlows = steps.flat().flatMap(({ expect: expected }) => expected.triggers ?? []);
    expect(shipped.invocations).toBe(2 * ours.events.length + inFlows.length);
  });

  test("have canaries of every kind, more than a thousand", () => {
    const canaries = longEnough([...shipped.canaries, ...project.rowValues]);
    expect([...canaries].filter((canary) => canary.match(TOKEN)).length).toBeGreaterThan(1_000);
    expect([...canaries]).toEqual(
      expect.arrayContaining([
        formedCanary("anna@example.com"),
        formedCanary("+4915112345678"),
        `Correct-Horse-9${tokenOf("Correct-Horse-9")}`,
        `000000${tokenOf("000000")}`,
        `陽香${tokenOf("陽香")}`,
        `de-CH-x-${tokenOf("de-CH")}`,
        "<script>alert(1)</script>",
        "f7d54c22-dda5-4178-8276-601cd005909b",
        "1example23456789",
      ]),
    );
  });

  test("leak from no trigger as shipped", () => expectSilence(shipped));

  test.each<[string, Partial<Scene>]>([
    ["that logs everything", { environment: forPeople }],
    ["whose store is down", { isDown: true }],
    ["that has a URL where a file is expected", { environment: { ...forPeople, LEGACY_DATABASE: url } }],
  ])("leak from no trigger %s", async (_, scene) => {
    expectSilence(await allPlayed(scene));
  });

  test("leak from no trigger with a correlation key, which logs a hash", async () => {
    const heard = await allPlayed({ environment: { ...everything, CORRELATION_KEY: key } });
    expectSilence(heard);
    const anna = formedCanary("anna@example.com") as string;
    expect(heard.output).toContain(`"user":"${correlationOf(anna, key)}"`);
  });
});

const recovery = "events/user-migration.forgot-password.known.in-full.json";
const signIn = "events/user-migration.authentication.known.in-full.json";

describe("settings in a store", () => {
  test.concurrent.for(stores)("as %s do not leak, whatever AWS answers", async ([, store], its) => {
    const aws = await loopbackAws();
    its.onTestFinished(aws.close);
    const legacy = legacyStore(project.root, SAMPLE);
    its.onTestFinished(legacy.close);
    const { LEGACY_DATABASE: file = "" } = legacy.environment;
    const ear = listening({
      environment: {
        ...everything,
        ...aws.environment,
        LEGACY_DATABASE: store.reference,
        CORRELATION_KEY: store.reference,
        POWERTOOLS_PARAMETERS_MAX_AGE: "0",
      },
    });
    its.onTestFinished(ear.close);
    aws.answer("AppConfigData.StartConfigurationSession", () => ({ InitialConfigurationToken: "token" }));
    for (const [what, outcome, answer] of storeAnswers) {
      aws.answer(store.operation, answer(store, file));
      const before = aws.calls.length;
      for (const event of [recovery, signIn]) expect([what, await ear.event(event)]).toEqual([what, outcome]);
      expect(aws.calls.length, what).toBeGreaterThan(before);
    }
    expect(aws.violations).toEqual([]);
    const { AWS_SECRET_ACCESS_KEY: credential = "" } = aws.environment;
    expectSilence(await ear.overheard(), [...storeSecrets, file, credential]);
  });
});

describe("user migration on a PostgreSQL", () => {
  const onPostgres = join(work, "on-postgres");
  let postgres: RealPostgres;
  beforeAll(async () => {
    postgres = await postgresWith(project.root);
    const { files } = await bundle(repository, join(import.meta.dirname, "canary/on-postgres.ts"));
    written(join(onPostgres, "user-migration"), files);
  });
  afterAll(() => postgres?.stop());

  test.each(postgresCases)("%s leaks no person and no connection", async (_, row) => {
    const ear = listening({
      dist: onPostgres,
      triggers: new Set(["user-migration"]),
      environment: {
        ...everything,
        LEGACY_DATABASE: row.connection(postgres),
        CANARY_CA: join(import.meta.dirname, "directory/tls/ca.pem"),
        CANARY_FIND: findOf(row),
      },
    });
    onTestFinished(ear.close);
    for (const file of [recovery, signIn]) expect(await ear.event(file)).toBe(row.outcome);
    const heard = await ear.overheard();
    if (row.code) expect(heard.output).toContain(`"code":"${row.code}"`);
    expectSilence(heard, [decodeURIComponent(new URL(postgres.url()).password)]);
  });
});

describe("a trigger that leaks", () => {
  test.each([
    ["the request", "as it is", "console.log(event.request)"],
    ["a name in the text of its error", "as it is", "throw new Error('nobody is ' + event.userName)"],
    [
      "a name as the name of its error",
      "as it is",
      "throw Object.assign(new Error(), { name: event.userName })",
    ],
    ["a password in base64", "base64", "console.error('Basic ' + btoa('x:' + event.request.password))"],
    ["a name in a URL", "percent-encoded", "process.stdout.write(encodeURIComponent('<' + event.userName))"],
    ["the event to stderr", "as it is", "process.stderr.write(JSON.stringify(event))"],
    [
      "a name as it dies",
      "as it is",
      "setTimeout(() => { throw new Error(event.userName) }); await new Promise(() => {})",
    ],
    ["a name in its last words", "as it is", "console.error(event.userName); process.exit(1)"],
    ["a password behind its answer", "as it is", "setImmediate(() => console.log(event.request.password))"],
  ])("%s is caught", async (what, encoding, statement) => {
    const leaking = join(work, what.replaceAll(" ", "-"));
    const source = `exports.handler = async (event) => { ${statement}; return event; };`;
    // Whatever package.json is in the folders above.
    const kind = JSON.stringify({ type: "commonjs" });
    written(
      join(leaking, "user-migration"),
      new Map([
        ["index.js", source],
        ["package.json", kind],
      ]),
    );
    const ear = listening({ dist: leaking, triggers: new Set(["user-migration"]) });
    onTestFinished(ear.close);
    for (const file of [signIn, recovery]) await ear.event(file);
    const { output, canaries } = await ear.overheard();
    expect(leaksIn(output, longEnough(canaries)).map((leak) => leak.encoding)).toContain(encoding);
  });
});

function written(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
}
