import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { expect, onTestFinished, test } from "vitest";
import { compileTemplates } from "../src/tooling/build/compile-templates.ts";
import { repository } from "./project.ts";

/** A program that prints the answer of a bundle's handler to an event of this repository. */
const program = `
  import { readFileSync } from "node:fs";
  const { handler } = await import(process.argv[1]);
  const event = JSON.parse(readFileSync("events/custom-message.forgot-password.de-ch.json", "utf8"));
  const { response } = await handler(event, { getRemainingTimeInMillis: () => 5000 });
  process.stderr.write(JSON.stringify(response));
`;

const require =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

test.each<[string, esbuild.BuildOptions, string]>([
  ["CommonJS", { format: "cjs" }, "index.cjs"],
  ["ES modules in one file", { format: "esm", banner: { js: require } }, "index.mjs"],
  ["ES modules that are split", { format: "esm", splitting: true, banner: { js: require } }, "index.mjs"],
])("a bundler that knows nothing of us may make %s of a trigger, as CDK, SST and Amplify do", async (_, options, file) => {
  await compileTemplates({ root: repository });
  mkdirSync(join(repository, ".tmp"), { recursive: true });
  const outdir = mkdtempSync(join(repository, ".tmp/bundled-"));
  onTestFinished(() => rmSync(outdir, { recursive: true, force: true }));
  await esbuild.build({
    absWorkingDir: repository,
    entryPoints: { index: "triggers/custom-message.ts" },
    outdir,
    outExtension: { ".js": file.slice("index".length) },
    bundle: true,
    platform: "node",
    external: ["@aws-sdk/*"],
    logLevel: "error",
    ...options,
  });
  const output = execFileSync(
    "sh",
    [
      "-c",
      `"$0" --input-type=module -e "$1" "$2" 2>&1 >/dev/null`,
      process.execPath,
      program,
      join(outdir, file),
    ],
    { cwd: repository, encoding: "utf8", env: { PATH: process.env.PATH } },
  );
  expect(JSON.parse(output)).toMatchObject({
    emailSubject: "Ihr Code für ein neues Passwort bei Example",
    smsMessage: expect.stringContaining("{####}"),
    emailMessage: expect.stringContaining("Guten Tag"),
  });
});
