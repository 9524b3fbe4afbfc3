import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { sampleBundles } from "../tooling/cdk/sample-bundles.ts";
import { runCli } from "../tooling/cli/run-cli.ts";
import { validatorFindings } from "../tooling/cloudformation/validated.ts";
import { temporaryProject } from "../tooling/temporary-project.ts";
import { fences, section } from "./fences.ts";

/** Runs a command of the page, where bundles are. */
const run = (...options: string[]) => runCli(dirname(sampleBundles()), ...options);

test("synth with the page's options prints what the page says is left", async () => {
  const [commands = ""] = fences("deploy-cloudformation.md", "sh");
  const [, options = ""] = /synth -- (.*)\n/.exec(commands) ?? [];
  const { status, stdout, stderr } = await run("synth", "--no-build", ...options.split(" "));
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const [left = ""] = fences("deploy-cloudformation.md", "text");
  expect(left).toContain("aws cloudformation deploy");
  expect(stdout).toContain(left.trimEnd());
});

test("synth has the options that the page lists, and the page has them all", async () => {
  const { stdout } = await run("synth", "--help");
  const known = [...stdout.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, option]) => option);
  const listed = new Set(
    section("deploy-cloudformation.md", "Deploy with CloudFormation")
      .match(/`(--[\w-]+)(?=[ `])/g)
      ?.map((each) => each.slice(1)),
  );
  expect([...listed].sort()).toEqual(known.filter((option) => option !== "--help").sort());
});

test("AWS's validator accepts the SAM template, except SAM's own reference to an alias", () => {
  const [yaml = ""] = fences("deploy-cloudformation.md", "yaml");
  const root = temporaryProject({ "template.yaml": yaml });
  const findings = validatorFindings(join(root, "template.yaml"));
  const unknown = findings.filter((line) => !line.includes("'UserMigration.Alias'"));
  expect(unknown).toEqual([]);
  const broken = temporaryProject({ "template.yaml": yaml.replace("SourceAccount", "SourceAcount") });
  expect(validatorFindings(join(broken, "template.yaml")).join()).toContain("SourceAcount");
});
