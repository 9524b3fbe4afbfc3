import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
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
    expect(modulesOf("custom-message")).toContain("src/trigger/trigger-handler.ts");
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

  test("says where the sample brand is: in custom message, as this repository has it", () => {
    const marked = Object.entries(built.manifest ?? {}).flatMap(([trigger, { sampleBrand }]) =>
      sampleBrand ? [[trigger, sampleBrand]] : [],
    );
    expect(marked).toEqual([["custom-message", expect.stringContaining("brands.example.name")]]);
  });

  test("keeps each locale and the password hash apart from what every start loads", () => {
    expect([...(built.bundles.get("custom-message")?.files.keys() ?? [])]).toEqual(
      expect.arrayContaining(["locale-de.js", "locale-ar.js"]),
    );
    const first = built.bundles.get("user-migration")?.modules.get("index.js") ?? [];
    expect(first.filter((module) => module.includes("hash-wasm"))).toEqual([]);
  });

  test.each([
    ["custom-message", ["handlebars", "@aws-lambda-powertools/logger", "valibot"]],
    ["user-migration", ["hash-wasm", "@aws-lambda-powertools/parameters"]],
  ])("%s comes with the licenses of %j, and of nothing that it does not hold", (trigger, packages) => {
    const text = Buffer.from(
      built.bundles.get(trigger)?.files.get("THIRD-PARTY-LICENSES.txt") ?? [],
    ).toString();
    const named = [...text.matchAll(/^(\S+) \d+\.\d+\.\d+\S*\nLicense: \S+\n/gm)].map(([, name]) => name);
    expect(named).toEqual(expect.arrayContaining(packages));
    const held = modulesOf(trigger).flatMap(
      (module) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1] ?? [],
    );
    expect([...new Set(named)].sort()).toEqual([...new Set(held)].sort());
    for (const each of packages) {
      const file = ["LICENSE", "LICENSE.md"]
        .map((name) => join(root, "node_modules", each, name))
        .find(existsSync);
      if (file) expect(text).toContain(readFileSync(file, "utf8").trim());
    }
  });

  test("carries no second copy of anything", () => {
    expect(built.warnings).toEqual([]);
  });

  test("loads no code for passwords at a start: it is a file of its own, where a directory is", () => {
    const where = [...built.bundles].flatMap(([trigger, { modules }]) =>
      [...modules].flatMap(([file, names]) =>
        names.some((name) => /^src\/password\/bcrypt\.ts$|hash-wasm/.test(name))
          ? [`${trigger}: ${file === "index.js"}`]
          : [],
      ),
    );
    expect([...new Set(where)].sort()).toEqual([
      "post-confirmation: false",
      "pre-sign-up: false",
      "user-migration: false",
    ]);
  });

  test("is plain ASCII: one other letter makes V8 read all of a file at two bytes a character", () => {
    for (const [trigger, { files }] of built.bundles) {
      for (const [name, bytes] of files) {
        if (!name.endsWith(".js")) continue;
        expect(
          bytes.every((byte) => byte < 0x80),
          `${trigger}/${name}`,
        ).toBe(true);
      }
    }
  });

  test("reaches the SDK of Lambda's own runtime, from the files of single stores alone", () => {
    for (const { files } of built.bundles.values()) {
      const reaching = [...files].filter(([, bytes]) =>
        /require\("@aws-sdk\//.test(Buffer.from(bytes).toString()),
      );
      expect(reaching.map(([name]) => name).sort()).toEqual([
        "parameter-app-config-store.js",
        "parameter-secret-store.js",
        "parameter-ssm-store.js",
      ]);
    }
  });

  test("loads no crypto from the start to the answer: it takes 5 ms", () => {
    const script = `
      const [folder, event] = process.argv.slice(1);
      const before = new Set(process.moduleLoadList);
      const loaded = () => process.moduleLoadList.filter((each) => !before.has(each));
      require(folder + "/index.js").handler(JSON.parse(event), {}).then((answer) => {
        const text = JSON.stringify({ loaded: loaded(), isServed: answer.response.smsMessage !== null });
        require("node:fs").writeSync(2, text);
      });`;
    const event = readFileSync(join(root, "events/custom-message.forgot-password.de-ch.json"), "utf8");
    const { stderr } = spawnSync(process.execPath, ["-e", script, join(out, "custom-message"), event], {
      env: {},
      encoding: "utf8",
    });
    const { loaded, isServed } = JSON.parse(stderr);
    expect(isServed).toBe(true);
    expect(loaded.filter((each: string) => /\bcrypto$/.test(each))).toEqual([]);
  });

  test("has no pattern with a class of Unicode's where V8 reads it at every start", () => {
    const own = new Set(
      [...built.bundles.keys()].flatMap(modulesOf).filter((each) => each.startsWith("src/")),
    );
    const written = [...own].filter((file) =>
      /[=(,[!&|?:\s]\/(?![/*]).*\\p\{/.test(readFileSync(join(root, file), "utf8")),
    );
    expect(written).toEqual([]);
    for (const { files } of built.bundles.values()) {
      expect(Buffer.from(files.get("index.js") ?? []).toString()).not.toContain("p{Emoji");
    }
  });

  test("imports Node's crypto nowhere while it starts", () => {
    for (const { files } of built.bundles.values()) {
      expect(Buffer.from(files.get("index.js") ?? []).toString()).not.toMatch(/require\("(node:)?crypto"\)/);
    }
  });
});
