import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { build } from "../../../src/tooling/build/build.ts";
import { container, type OnOutput } from "../../../src/tooling/replay/container.ts";
import { temporaryProject } from "../temporary-project.ts";

async function containerOf(source: string, limit = 5_000, onOutput: OnOutput = () => {}) {
  const root = temporaryProject({ "triggers/a.ts": source });
  await build({ root });
  const options = {
    folder: join(root, "dist/a"),
    trigger: "a",
    environment: { SHOP: "ours" },
    limit,
    onOutput,
  };
  const made = container(options);
  onTestFinished(made.close);
  return made;
}

const line = `JSON.stringify({ message: "served", triggerSource: "X_Y", locale: { asked: "de-CH", by: "metadata", served: "de" } })`;

const faulty = `JSON.stringify({ message: "x", triggerSource: "X_Y", fault: { name: "Error" } })`;

describe("a container", () => {
  test.each<[string, string, object]>([
    ["awaits a promise", "async (event) => ({ ...event, y: 1 })", { is: "answered", text: '{"x":1,"y":1}' }],
    ["loses what is returned at once", "(event) => event", { is: "answered", text: "null" }],
    ["tells an undefined as null", "async () => undefined", { is: "answered", text: "null" }],
    [
      "tells an error by type and text",
      `async () => { throw new TypeError("no"); }`,
      { is: "failed", errorType: "TypeError", errorMessage: "no" },
    ],
    [
      "refuses a callback",
      "(event, context, callback) => callback(null, event)",
      { is: "died", why: /callback/ },
    ],
    ["dies with its trigger", "async () => process.exit(3)", { is: "died", why: /exit code 3/ }],
    [
      "dies of a rejection that nobody handles",
      "() => new Promise(() => { Promise.reject(new Error('x')); })",
      { is: "died", why: /exit code 1/ },
    ],
    ["reads what the log line says", `async () => console.log(${line})`, { log: { outcome: "served" } }],
    [
      "reads warnings too",
      `async () => console.warn(${line})`,
      { log: { locale: { asked: "de-CH", served: "de" } } },
    ],
    [
      "has the errors that the log records, in full",
      `async () => { new Error("row 7").stack; console.log(${faulty}); }`,
      { log: { fault: "Error" }, errors: ["Error: row 7"] },
    ],
    [
      "has no error of which the log says nothing",
      `async () => { new Error("row 7").stack; console.log(${line}); }`,
      { errors: [] },
    ],
    [
      "leaves a stack in Node's own form",
      `async () => /^TypeError: x\\n {4}at .*index\\.js:\\d+:\\d+\\)?\\n/.test(new TypeError("x").stack)`,
      { text: "true" },
    ],
    [
      "passes over what else is printed",
      "async () => console.log('{\"message\":1}', 'x')",
      { log: undefined },
    ],
  ])("%s", async (_, handler, expected) => {
    const { invoke } = await containerOf(`export const handler = ${handler};`);
    const told = await invoke({ x: 1 });
    const { why, ...rest } = expected as { why?: RegExp };
    expect(told).toMatchObject(rest);
    if (why) expect((told as { why?: string }).why).toMatch(why);
  });

  test("gives Lambda's context and variables, and none of ours", async () => {
    process.env.NOT_FOR_THE_TRIGGER = "secret";
    onTestFinished(() => void delete process.env.NOT_FOR_THE_TRIGGER);
    const { invoke } = await containerOf(`export const handler = async (event, context) => ({
      name: context.functionName,
      id: typeof context.awsRequestId,
      left: context.getRemainingTimeInMillis() > 4_000,
      zone: process.env.TZ,
      shop: process.env.SHOP,
      function: process.env.AWS_LAMBDA_FUNCTION_NAME,
      ours: process.env.NOT_FOR_THE_TRIGGER ?? process.env.HOME ?? null,
    });`);
    const told = await invoke({});
    expect(JSON.parse((told as { text: string }).text)).toEqual({
      name: "a",
      id: "string",
      left: true,
      zone: ":UTC",
      shop: "ours",
      function: "a",
      ours: null,
    });
  });

  test("stays warm, and is another after it died", async () => {
    const { invoke } = await containerOf(
      `let count = 0; export const handler = async (event) => event.die ? process.exit(1) : (count += 1);`,
    );
    const texts = [];
    for (const event of [{}, {}, { die: true }, {}]) {
      const told = await invoke(event);
      texts.push(told.is === "answered" ? told.text : told.is);
    }
    expect(texts).toEqual(["1", "2", "died", "1"]);
  });

  test("tells all that its process writes, its last words too", async () => {
    const written = { stdout: "", stderr: "" };
    const { invoke } = await containerOf(
      `console.log("loaded"); export const handler = async ({ die }) => {
        console.log("asked");
        if (die) await new Promise(() => setImmediate(() => { throw new Error("last words"); }));
      };`,
      5_000,
      (text, stream) => {
        written[stream] += text;
      },
    );
    await invoke({});
    expect(written.stdout).toMatch(/^loaded\nasked\n/);
    await invoke({ die: true });
    expect(written.stdout).toMatch(/\nasked\n$/);
    expect(written.stderr).toContain("last words");
  });

  test("that died between two invocations is another too", async () => {
    const { invoke } = await containerOf(
      `export const handler = async () => { setTimeout(() => process.exit(1), 20); return 1; };`,
    );
    await invoke({});
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await invoke({})).toMatchObject({ is: "answered" });
  });

  test.each([
    ["never answers", "() => new Promise(() => setInterval(() => {}, 1_000))"],
    ["never yields", "async () => { for (;;); }"],
  ])("that %s is given up at the limit", async (_, handler) => {
    const { invoke } = await containerOf(`export const handler = ${handler};`, 700);
    expect(await invoke({})).toMatchObject({ is: "hung" });
  });

  test("whose bundle throws while it loads says so", async () => {
    const { invoke } = await containerOf(
      `throw new Error("not today"); export const handler = async () => {};`,
    );
    expect(await invoke({})).toMatchObject({ is: "died", why: "not today" });
  });
});
