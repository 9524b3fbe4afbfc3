import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { triggerNames } from "../../src/tooling/aws/pool-triggers.ts";
import { factsFromFiles } from "../../src/tooling/doctor/facts-from-files.ts";
import { diagnosis } from "../../src/tooling/doctor/rule.ts";
import { poolRules } from "../../src/tooling/doctor/rules/table.ts";
import { deployed, type Template } from "../tooling/cdk/deployed.ts";
import { sampleBundles } from "../tooling/cdk/sample-bundles.ts";
import { temporaryProject } from "../tooling/temporary-project.ts";
import { bundledSnippet } from "./bundled-snippet.ts";
import { fences } from "./fences.ts";

const snippets = fences("deploy-cdk.md", "ts").filter((code) => code.includes("aws-cdk-lib"));

/** What a snippet makes, run as CDK's command line runs an app, where bundles are. */
async function synthesized(code: string) {
  const { folder, file, remove } = await bundledSnippet(code);
  onTestFinished(remove);
  const CDK_OUTDIR = join(folder, "cdk.out");
  execFileSync(process.execPath, [file], {
    cwd: dirname(sampleBundles()),
    env: { PATH: process.env.PATH, CDK_OUTDIR },
    encoding: "utf8",
    stdio: "pipe",
  });
  const json = (name: string) => JSON.parse(readFileSync(join(CDK_OUTDIR, name), "utf8"));
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

/** What doctor finds, once the template is deployed: severity and rule. */
function foundIn(template: Template): readonly string[] {
  const files = deployed(template);
  const root = temporaryProject(files);
  const facts = factsFromFiles(
    Object.keys(files).map((name) => join(root, name)),
    triggerNames,
  );
  const { findings, notJudged } = diagnosis(poolRules, facts);
  for (const rule of ["invocation-refused", "client-writes-by-default", "email-refused-by-pool"]) {
    expect(notJudged).not.toContain(rule);
  }
  return findings.map(({ severity, rule }) => `${severity} ${rule}`);
}

test("there are snippets of CDK", () => {
  expect(snippets.length).toBeGreaterThan(0);
});

test.each(
  snippets,
)("CDK's snippet %# makes a pool and functions of which doctor says no error", async (code) => {
  const { template, annotations } = await synthesized(code);
  // The one note is of CDK's own texts, which it gives to every pool.
  expect(foundIn(template)).toEqual(["note message-may-be-overridden"]);
  expect(annotations).toEqual([]);
});

test("that doctor would say so: of a pool as CDK makes it by itself", async () => {
  const [code = ""] = snippets;
  const bare = code
    .replace(/ {2}(?:accountRecovery|email): .*\n/g, "")
    .replace(/ {2}writeAttributes: .*\n/, "");
  const { template, annotations } = await synthesized(bare);
  const found = foundIn(template);
  expect(found).toEqual([
    "error sms-not-set-up",
    "warning client-writes-by-default",
    "note email-by-cognito",
    "note message-may-be-overridden",
  ]);
  const rules = annotations.map((each) => /cognito-recovery:([\w-]+)/.exec(each)?.[1]);
  expect(rules.sort()).toEqual(["client-writes-by-default", "email-by-cognito", "sms-not-set-up"]);
});
