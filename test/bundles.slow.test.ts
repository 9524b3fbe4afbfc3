import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Build, build } from "../src/tooling/build/build.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = mkdtempSync(join(tmpdir(), "cognito-recovery-bundles-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe("what is deployed", () => {
  let built: Build;
  beforeAll(async () => {
    built = await build({ root, out });
  });
  const modulesOf = (trigger: string) => [...(built.bundles.get(trigger)?.modules.values() ?? [])].flat();

  test("is four triggers, each with modules to look at", () => {
    expect([...built.bundles.keys()]).toEqual([
      "custom-message",
      "post-confirmation",
      "pre-sign-up",
      "user-migration",
    ]);
    expect(modulesOf("custom-message")).toContain("src/trigger/handler.ts");
  });

  test.each([
    ["tooling", /^src\/tooling\//],
    ["the Handlebars compiler", /handlebars\/(dist\/cjs\/handlebars|lib\/handlebars)\/compiler\//],
    ["esbuild", /node_modules\/(esbuild|@esbuild)\//],
    ["commander", /node_modules\/commander\//],
    ["an SDK client", /node_modules\/(@aws-sdk|@smithy)\//],
    ["a test", /^test\//],
  ])("holds nothing of %s", (_, pattern) => {
    const held = [...built.bundles.keys()].flatMap(modulesOf).filter((module) => pattern.test(module));
    expect(held).toEqual([]);
  });

  test.each([
    /^src\/directory\//,
    /^src\/password\//,
    /node_modules\/(pg|hash-wasm)\//,
  ])("custom message holds nothing of %s", (pattern) => {
    expect(modulesOf("custom-message").filter((module) => pattern.test(module))).toEqual([]);
  });

  test("keeps each locale and the password hash apart from what every start loads", () => {
    expect([...(built.bundles.get("custom-message")?.files.keys() ?? [])]).toEqual(
      expect.arrayContaining(["locale-de.js", "locale-ar.js"]),
    );
    const first = built.bundles.get("user-migration")?.modules.get("index.js") ?? [];
    expect(first.filter((module) => module.includes("hash-wasm"))).toEqual([]);
  });

  test("carries no second copy of anything", () => {
    expect(built.warnings).toEqual([]);
  });
});
