import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { passing, temporaryProject } from "../temporary-project.ts";
import { runCli } from "./run-cli.ts";

const unbuilt = { "triggers/pre-sign-up.ts": passing };
const legacy = ["--set", "LEGACY_DATABASE=secret:legacy"];

test.each<[number, string, Record<string, string>, string[], RegExp]>([
  [0, "the triggers, built first", unbuilt, legacy, /^dist\/cloudformation\/template\.json\n/],
  [2, "nothing built", {}, ["--no-build"], /^There is no \/.*manifest\.json: run `npm run build`\./],
  [
    1,
    "templates with errors",
    { ...unbuilt, "templates/forgot-password/email.en.hbs": "{{#if" },
    legacy,
    /^templates\//,
  ],
  [
    2,
    "a variable that Lambda sets",
    unbuilt,
    [...legacy, "--set", "AWS_REGION=hunter2"],
    /^pre-sign-up: The environment variable AWS_REGION /m,
  ],
  [2, "a VPC that no function needs", { "triggers/custom-message.ts": passing }, ["--vpc"], /^--vpc /],
])("%i: %s", async (status, _, files, options, text) => {
  const { status: code, stdout, stderr } = await runCli(temporaryProject(files), "synth", ...options);
  expect(`${stderr}${stdout}`.replace(/^.* …\n/gm, "")).toMatch(text);
  expect(`${stderr}${stdout}`).not.toMatch(/^\s+at /m);
  expect(code).toBe(status);
});

test("builds what has changed; with --no-build uses the previous build", async () => {
  const root = temporaryProject(unbuilt);
  const zips = () => readdirSync(join(root, "dist/cloudformation")).filter((name) => name.endsWith(".zip"));
  await runCli(root, "synth", ...legacy);
  const [first] = zips();
  writeFileSync(join(root, "triggers/pre-sign-up.ts"), `${passing} console.log("changed");`);
  expect(await runCli(root, "synth", "--no-build", ...legacy)).toMatchObject({ status: 0, stderr: "" });
  expect(zips()).toEqual([first]);
  expect((await runCli(root, "synth", ...legacy)).stderr).toBe("building the triggers …\n");
  expect(zips()).toHaveLength(1);
  expect(zips()).not.toEqual([first]);
});

test("warns on stderr of a secret and of a misspelt setting, and prints no value", async () => {
  const wrong = ["LEGACY_DATABASE=postgres://u:hunter2@h/db", "POWERTOOLS_LOG_LEVEI=hunter2"];
  const options = wrong.flatMap((each) => ["--set", each]);
  const { status, stdout, stderr } = await runCli(temporaryProject(unbuilt), "synth", ...options);
  expect(stderr).toMatch(/^The environment variable LEGACY_DATABASE contains a secret/m);
  expect(stderr).toMatch(/^The environment variable POWERTOOLS_LOG_LEVEI .* POWERTOOLS_LOG_LEVEL\?$/m);
  expect(`${stdout}${stderr}`).not.toContain("hunter2");
  expect(status).toBe(0);
});
