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
    ["discards a value that is not a promise", "(event) => event", { is: "answered", text: "null" }],
    ["returns undefined as null", "async () => undefined", { is: "answered", text: "null" }],
    [
      "returns an error's type and text",
      `async () => { throw new TypeError("no"); }`,
      { is: "failed", errorType: "TypeError", errorMessage: "no" },
    ],
    [
      "rejects a callback",
      "(event, context, callback) => callback(null, event)",
      { is: "died", why: /callback/ },
    ],
    ["dies with its trigger", "async () => process.exit(3)", { is: "died", why: /exit code 3/ }],
    [
      "dies of an unhandled rejection",
      "() => new Promise(() => { Promise.reject(new Error('x')); })",
      { is: "died", why: /exit code 1/ },
    ],
    ["reads the log line", `async () => console.log(${line})`, { log: { outcome: "served" } }],
    [
      "reads a log line on stderr too",
      `async () => console.warn(${line})`,
      { log: { locale: { asked: "de-CH", served: "de" } } },
    ],
    [
      "returns the errors behind a logged fault, in full",
      `async () => { new Error("row 7").stack; console.log(${faulty}); }`,
      { log: { fault: "Error" }, errors: ["Error: row 7"] },
    ],
    [
      "returns no error that the log does not mention",
      `async () => { new Error("row 7").stack; console.log(${line}); }`,
      { errors: [] },
    ],
    [
      "leaves the format of a stack as it is",
      `async () => /^TypeError: x\\n {4}at .*index\\.js:\\d+:\\d+\\)?\\n/.test(new TypeError("x").stack)`,
      { text: "true" },
    ],
    ["ignores any other output", "async () => console.log('{\"message\":1}', 'x')", { log: undefined }],
  ])("%s", async (_, handler, expected) => {
    const { invoke } = await containerOf(`export const handler = ${handler};`);
    const invocation = await invoke({ x: 1 });
    const { why, ...rest } = expected as { why?: RegExp };
    expect(invocation).toMatchObject(rest);
    if (why) expect((invocation as { why?: string }).why).toMatch(why);
  });

  test("provides Lambda's context and variables, and none of this process", async () => {
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
    const invocation = await invoke({});
    expect(JSON.parse((invocation as { text: string }).text)).toEqual({
      name: "a",
      id: "string",
      left: true,
      zone: ":UTC",
      shop: "ours",
      function: "a",
      ours: null,
    });
  });

  test("stays warm, and is replaced after it died", async () => {
    const { invoke } = await containerOf(
      `let count = 0; export const handler = async (event) => event.die ? process.exit(1) : (count += 1);`,
    );
    const texts = [];
    for (const event of [{}, {}, { die: true }, {}]) {
      const invocation = await invoke(event);
      texts.push(invocation.is === "answered" ? invocation.text : invocation.is);
    }
    expect(texts).toEqual(["1", "2", "died", "1"]);
  });

  test("passes on all output of its process, up to its end", async () => {
    const written = { stdout: "", stderr: "" };
    const { invoke } = await containerOf(
      `console.log("loaded"); export const handler = async ({ die }) => {
        console.log("invoked");
        if (die) await new Promise(() => setImmediate(() => { throw new Error("last words"); }));
      };`,
      5_000,
      (text, stream) => {
        written[stream] += text;
      },
    );
    await invoke({});
    expect(written.stdout).toMatch(/^loaded\ninvoked\n/);
    await invoke({ die: true });
    expect(written.stdout).toMatch(/\ninvoked\n$/);
    expect(written.stderr).toContain("last words");
  });

  test("that died between two invocations is replaced too", async () => {
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
  ])("that %s is stopped at the limit", async (_, handler) => {
    const { invoke } = await containerOf(`export const handler = ${handler};`, 700);
    expect(await invoke({})).toMatchObject({ is: "hung" });
  });

  test("whose bundle throws while it loads returns the reason", async () => {
    const { invoke } = await containerOf(
      `throw new Error("not today"); export const handler = async () => {};`,
    );
    expect(await invoke({})).toMatchObject({ is: "died", why: "not today" });
  });
});
