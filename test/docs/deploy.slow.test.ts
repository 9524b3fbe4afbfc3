import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../project.ts";
import { sampleBundles } from "../tooling/cdk/sample-bundles.ts";
import { saidOf } from "../tooling/cloudformation/validated.ts";
import { temporaryProject } from "../tooling/temporary-project.ts";
import { fences, section } from "./fences.ts";

/** A command of the page, run where bundles are. */
function run(...options: string[]) {
  const main = join(repository, "src/tooling/cli/main.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...options], {
    cwd: dirname(sampleBundles()),
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("synth with the page's options prints what the page says is left", () => {
  const [commands = ""] = fences("deploy-cloudformation.md", "sh");
  const [, options = ""] = /synth -- (.*)\n/.exec(commands) ?? [];
  const { status, stdout, stderr } = run("synth", "--no-build", ...options.split(" "));
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const [left = ""] = fences("deploy-cloudformation.md", "text");
  expect(left).toContain("aws cloudformation deploy");
  expect(stdout).toContain(left.trimEnd());
});

test("synth has the options that the page lists, and the page has them all", () => {
  const { stdout } = run("synth", "--help");
  const known = [...stdout.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, option]) => option);
  const listed = new Set(
    section("deploy-cloudformation.md", "Deploy with CloudFormation")
      .match(/`(--[\w-]+)(?=[ `])/g)
      ?.map((each) => each.slice(1)),
  );
  expect([...listed].sort()).toEqual(known.filter((option) => option !== "--help").sort());
});

test("the SAM template is one that AWS's validator takes, but for SAM's own reference to an alias", () => {
  const [yaml = ""] = fences("deploy-cloudformation.md", "yaml");
  const root = temporaryProject({ "template.yaml": yaml });
  const said = saidOf(join(root, "template.yaml"));
  const unknown = said.filter((line) => !line.includes("'UserMigration.Alias'"));
  expect(unknown).toEqual([]);
  const broken = temporaryProject({ "template.yaml": yaml.replace("SourceAccount", "SourceAcount") });
  expect(saidOf(join(broken, "template.yaml")).join()).toContain("SourceAcount");
});
