import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SetupError } from "../../../src/error/setup-error.ts";
import { type TriggerName, triggerNames } from "../../../src/tooling/aws/pool-triggers.ts";
import { builtBundles } from "../../../src/tooling/cdk/built-bundles.ts";
import { temporaryProject } from "../temporary-project.ts";
import { sampleBundles } from "./sample-bundles.ts";

test("returns the manifest's triggers, without other functions", () => {
  const found = builtBundles(sampleBundles([...triggerNames, "define-auth-challenge"]));
  expect(found.map(({ trigger }) => trigger)).toEqual(triggerNames);
});

test("returns selected triggers", () => {
  const [one, ...others] = builtBundles(sampleBundles(), ["pre-sign-up"]);
  expect(one).toMatchObject({ trigger: "pre-sign-up", handler: "index.handler", runtime: "nodejs24.x" });
  expect(others).toEqual([]);
});

describe("rejects, with the path and `npm run build`,", () => {
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
    ["none of a pool's triggers", () => sampleBundles(["x"]), undefined, /contains none of the triggers/],
    [
      "one that is not built",
      () => sampleBundles(["pre-sign-up"]),
      ["custom-message"],
      /does not contain custom-message/,
    ],
    [
      "a zip of another build",
      () => sampleBundles(undefined, { "dist/pre-sign-up.zip": "another" }),
      undefined,
      /pre-sign-up\.zip does not match its checksum/,
    ],
  ])("%s", (_, folder, selected, sentence) => {
    const read = () => builtBundles(folder(), selected);
    expect(read).toThrow(SetupError);
    expect(read).toThrow(sentence);
    expect(read).toThrow("`npm run build`.");
  });

  test("a missing zip", () => {
    const folder = sampleBundles();
    rmSync(join(folder, "custom-message.zip"));
    expect(() => builtBundles(folder)).toThrow(/custom-message\.zip does not exist: run `npm run build`\./);
  });
});

test("rejects an unknown trigger", () => {
  expect(() => builtBundles(sampleBundles(), ["pre-signup" as TriggerName])).toThrow(
    /^"pre-signup" is not a trigger/,
  );
});
