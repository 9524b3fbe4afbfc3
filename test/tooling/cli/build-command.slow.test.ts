import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { passing, temporaryProject } from "../temporary-project.ts";
import { runCli } from "./run-cli.ts";

const vite = '{ "index.html": { "file": "assets/index.js" } }';
const theirs = { "dist/manifest.json": vite, "dist/index.html": "mine", ".replay/notes.html": "mine" };
const ours = {
  "triggers/pre-sign-up.ts": passing,
  "events/pre-sign-up.sign-up.json": JSON.stringify({
    triggerSource: "PreSignUp_SignUp",
    request: {},
    response: {},
  }),
};

test("next to a bundler's dist/, --out is the folder of the build for every command", async () => {
  const root = temporaryProject({ ...ours, ...theirs });
  const steps: [number, string[], RegExp][] = [
    [2, ["build"], /dist\/manifest\.json is in the way: .*--out\.\n$/],
    [2, ["replay"], /dist\/manifest\.json is in the way/],
    [2, ["build", "--out", ""], /Name a folder/],
    [2, ["build", "--out", "dist/index.html"], /dist\/index\.html is a file, where a folder is needed: /],
    [2, ["replay", "--no-build", "--out", "b"], /^There is no \/.*\/b\/manifest\.json: .*--out\.$/m],
    [2, ["replay", "--no-build"], /dist\/manifest\.json is not the manifest of a build of this version: /],
    [0, ["build", "--out", "b/"], /pre-sign-up +\d/],
    [0, ["replay", "--no-build", "--out", "b"], /1 of 1 answers that Cognito accepts/],
    [2, ["synth", "--no-build"], /dist\/manifest\.json is not the manifest of a build of this version: /],
    [
      0,
      ["synth", "--no-build", "--out", "b", "--set", "LEGACY_DATABASE=secret:legacy"],
      /^aws s3 cp b\/cloudformation s3:/m,
    ],
  ];
  for (const [status, options, text] of steps) {
    const ran = await runCli(root, ...options);
    expect(`${ran.stderr}${ran.stdout}`).toMatch(text);
    expect(`${ran.stderr}${ran.stdout}`).not.toMatch(/^\s+at /m);
    expect({ options, status: ran.status }).toEqual({ options, status });
  }
  expect(readdirSync(join(root, "b")).sort()).toEqual(
    ["cloudformation", "manifest.json", "pre-sign-up", "pre-sign-up.js.map", "pre-sign-up.zip"].sort(),
  );
  for (const [file, text] of Object.entries(theirs))
    expect(readFileSync(join(root, file), "utf8")).toBe(text);
});
