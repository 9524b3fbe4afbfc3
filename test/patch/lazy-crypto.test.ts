import { execFileSync } from "node:child_process";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { expect, test } from "vitest";
import { lazyCrypto } from "../../src/patch/lazy-crypto.ts";
import { repository } from "../project.ts";
import { temporaryProject } from "../tooling/temporary-project.ts";

async function bundled(root: string, contents: string) {
  const { outputFiles, warnings } = await esbuild.build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    mainFields: ["module", "main"],
    plugins: [lazyCrypto],
    logLevel: "silent",
  });
  return { text: outputFiles[0]?.text ?? "", warnings: warnings.map(({ text }) => text) };
}

const sampling = `
  import { Logger } from "@aws-lambda-powertools/logger";
  const before = process.moduleLoadList.includes("NativeModule crypto");
  const logger = new Logger({ logLevel: "ERROR", sampleRateValue: Number(process.env.RATE) });
  logger.info("a line");
  process.stderr.write(JSON.stringify([before, process.moduleLoadList.includes("NativeModule crypto")]));
`;

test.each([
  ["0", "", [false, false]],
  ["1", "a line", [false, true]],
])("with a sample rate of %s the Logger writes %j, and crypto is loaded only if a number is drawn", async (rate, line, loaded) => {
  const { text, warnings } = await bundled(repository, sampling);
  expect(warnings).toEqual([]);
  const file = join(temporaryProject({ "index.cjs": text }), "index.cjs");
  const output = execFileSync("sh", ["-c", `"${process.execPath}" "${file}" 2>&1`], {
    encoding: "utf8",
    env: { ...process.env, RATE: rate },
  });
  expect(output).toContain(line);
  expect(output).toContain(JSON.stringify(loaded));
});

test.each([
  ["imports more of it", "import { randomInt, createHash } from 'node:crypto';\nexport class Logger {}"],
  [
    "imports it twice",
    "import { randomInt } from 'node:crypto';\nimport * as c from 'node:crypto';\nexport class Logger {}",
  ],
  ["does not import it", "export class Logger {}"],
])("a Logger that %s is bundled unchanged, with a warning", async (_, source) => {
  const root = temporaryProject({
    "node_modules/@aws-lambda-powertools/logger/package.json":
      '{"type":"module","module":"lib/esm/Logger.js"}',
    "node_modules/@aws-lambda-powertools/logger/lib/esm/Logger.js": source,
  });
  const { text, warnings } = await bundled(root, 'export { Logger } from "@aws-lambda-powertools/logger";');
  expect(text).toContain("class {");
  expect(text).not.toContain("getBuiltinModule");
  expect(warnings).toEqual([expect.stringContaining("Adapt src/patch/lazy-crypto.ts")]);
});
