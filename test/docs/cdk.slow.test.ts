import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { triggerNames } from "../../src/tooling/aws/pool-triggers.ts";
import { factsFromFiles } from "../../src/tooling/doctor/facts-from-files.ts";
import { diagnosis } from "../../src/tooling/doctor/rule.ts";
import { poolRules } from "../../src/tooling/doctor/rules/pool-rules.ts";
import { deployed, type Template } from "../tooling/cdk/deployed.ts";
import { sampleBundles } from "../tooling/cdk/sample-bundles.ts";
import { temporaryProject } from "../tooling/temporary-project.ts";
import { bundledSnippet } from "./bundled-snippet.ts";
import { fences } from "./fences.ts";

const snippets = fences("deploy-cdk.md", "ts").filter((code) => code.includes("aws-cdk-lib"));

/** The first snippet with CDK's defaults in place of the settings that make recoveries work. */
const bare = (snippets[0] ?? "")
  .replace(/ {2}(?:accountRecovery|email): .*\n/g, "")
  .replace(/ {2}writeAttributes: .*\n/, "");

interface Synthesized {
  readonly template: Template;
  readonly annotations: readonly string[];
}

let all: Promise<readonly Synthesized[]> | undefined;

/** Returns the output of `bare` and of each snippet. They run once, in the folder of the sample bundles. */
function synthesized(): Promise<readonly Synthesized[]> {
  all ??= run();
  return all;
}

async function run(): Promise<readonly Synthesized[]> {
  const made = await Promise.all([bare, ...snippets].map((code) => bundledSnippet(code)));
  // As CDK's command line runs an app, but all in one process: loading CDK takes most of the time.
  const program = made.map(
    ({ folder, file }) =>
      `process.env.CDK_OUTDIR = ${JSON.stringify(join(folder, "cdk.out"))}; await import(${JSON.stringify(file)});`,
  );
  execFileSync(process.execPath, ["--input-type=module", "--eval", program.join("\n")], {
    cwd: dirname(sampleBundles()),
    env: { PATH: process.env.PATH },
    stdio: "pipe",
  });
  const apps = made.map(({ folder }) => synthesizedIn(join(folder, "cdk.out")));
  for (const { remove } of made) remove();
  return apps;
}

function synthesizedIn(folder: string): Synthesized {
  const json = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));
  const [[stack = ""] = []] = Object.entries<{ type: string }>(json("manifest.json").artifacts).filter(
    ([, { type }]) => type === "aws:cloudformation:stack",
  );
  const metadata = Object.values<readonly { type: string; data: unknown }[]>(json(`${stack}.metadata.json`));
  return {
    template: json(`${stack}.template.json`) as Template,
    annotations: metadata
      .flat()
      .flatMap(({ type, data }) => (/^aws:cdk:(?:error|warning|info)$/.test(type) ? [String(data)] : [])),
  };
}

/** Returns doctor's findings about the deployed template: severity and rule. */
function foundIn(template: Template): readonly string[] {
  const files = deployed(template);
  const root = temporaryProject(files);
  const facts = factsFromFiles(
    Object.keys(files).map((name) => join(root, name)),
    triggerNames,
  );
  const { findings, skippedRules } = diagnosis(poolRules, facts);
  for (const rule of ["invocation-denied", "client-writes-by-default", "email-rejected-by-pool"]) {
    expect(skippedRules).not.toContain(rule);
  }
  return findings.map(({ severity, rule }) => `${severity} ${rule}`);
}

test("there are snippets of CDK", () => {
  expect(snippets.length).toBeGreaterThan(0);
});

test.each(
  snippets.map((_, index) => index),
)("CDK's snippet %i makes a pool and functions for which doctor reports no error", async (index) => {
  const { template, annotations } = (await synthesized())[index + 1] as Synthesized;
  // The one note is about CDK's own texts, which it gives to every pool.
  expect(foundIn(template)).toEqual(["note message-may-be-overridden"]);
  expect(annotations).toEqual([]);
});

test("doctor reports errors for a pool as CDK makes it by itself", async () => {
  const { template, annotations } = (await synthesized())[0] as Synthesized;
  expect(foundIn(template)).toEqual([
    "error sms-not-set-up",
    "warning client-writes-by-default",
    "note email-by-cognito",
    "note message-may-be-overridden",
  ]);
  const rules = annotations.map((each) => /cognito-recovery:([\w-]+)/.exec(each)?.[1]);
  expect(rules.sort()).toEqual(["client-writes-by-default", "email-by-cognito", "sms-not-set-up"]);
});
