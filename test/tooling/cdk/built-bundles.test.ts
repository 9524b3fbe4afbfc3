import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SetupError } from "../../../src/error/setup-error.ts";
import { type TriggerName, triggerNames } from "../../../src/tooling/aws/pool-triggers.ts";
import { builtBundles } from "../../../src/tooling/cdk/built-bundles.ts";
import { temporaryProject } from "../temporary-project.ts";
import { sampleBundles } from "./sample-bundles.ts";

test("a pool's triggers are taken as the manifest has them, and what is no trigger is left", () => {
  const found = builtBundles(sampleBundles([...triggerNames, "define-auth-challenge"]));
  expect(found.map(({ trigger }) => trigger)).toEqual(triggerNames);
});

test("fewer can be chosen", () => {
  const [one, ...others] = builtBundles(sampleBundles(), ["pre-sign-up"]);
  expect(one).toMatchObject({ trigger: "pre-sign-up", handler: "index.handler", runtime: "nodejs24.x" });
  expect(others).toEqual([]);
});

describe("refuses, with the path and `npm run build`,", () => {
  test.each<[string, () => string, TriggerName[] | undefined, RegExp]>([
    [
      "a folder without a manifest",
      () => temporaryProject(),
      undefined,
      /There is no \/.*\/manifest\.json: /,
    ],
    ["no folder", () => "/nowhere", undefined, /There is no \/nowhere\/manifest\.json: /],
    ["a broken manifest", () => temporaryProject({ "manifest.json": "{" }), undefined, /is not JSON: /],
    ...["null", "7", '"x"', '{"custom-message":{}}', '{"custom-message":null}'].map(
      (text): [string, () => string, undefined, RegExp] => [
        `a manifest of another shape, ${text},`,
        () => temporaryProject({ "manifest.json": text }),
        undefined,
        /is not the manifest of a build of this version: /,
      ],
    ),
    ["none of a pool's triggers", () => sampleBundles(["x"]), undefined, /has none of a pool's triggers/],
    [
      "one that is not built",
      () => sampleBundles(["pre-sign-up"]),
      ["custom-message"],
      /has no custom-message/,
    ],
    [
      "a zip of another build",
      () => sampleBundles(undefined, { "dist/pre-sign-up.zip": "another" }),
      undefined,
      /pre-sign-up\.zip is not the one that manifest\.json tells of/,
    ],
  ])("%s", (_, folder, wanted, sentence) => {
    const read = () => builtBundles(folder(), wanted);
    expect(read).toThrow(SetupError);
    expect(read).toThrow(sentence);
    expect(read).toThrow("`npm run build`.");
  });

  test("a zip that is gone", () => {
    const folder = sampleBundles();
    rmSync(join(folder, "custom-message.zip"));
    expect(() => builtBundles(folder)).toThrow(/There is no .*custom-message\.zip: run `npm run build`\./);
  });
});

test("a trigger that a pool does not have is none", () => {
  expect(() => builtBundles(sampleBundles(), ["pre-signup" as TriggerName])).toThrow(
    "There is no trigger pre-signup: write custom-message, user-migration, pre-sign-up, post-confirmation.",
  );
});
