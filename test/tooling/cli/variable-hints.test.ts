import { expect, test } from "vitest";
import { variableHints } from "../../../src/tooling/cli/variable-hints.ts";
import { temporaryProject } from "../temporary-project.ts";

const files = { "triggers/legacy-directory.ts": 'export const directory = ["PEOPLE_URL"];' };

test.each<[variables: Record<string, string>, isUnavailable: boolean, hints: RegExp[]]>([
  [{}, false, []],
  [{}, true, [/--set NAME=value/]],
  [{ SIGN_IN: "alias" }, true, [/--set NAME=value/]],
  [{ LEGACY_DATABASE: "x" }, true, []],
  [{ PEOPLE_URL: "x" }, true, []],
  [{ LEGACY_DATBASE: "x" }, true, [/LEGACY_DATBASE .* LEGACY_DATABASE\?/, /--set NAME=value/]],
  [{ LEGACY_DATABASE: "x", SIGNIN: "alias" }, false, [/SIGNIN .* SIGN_IN\?/]],
])("%j with an unavailable store: %s, has the hints %j", async (variables, isUnavailable, hints) => {
  expect(await variableHints(temporaryProject(files), variables, isUnavailable)).toEqual(
    hints.map((hint) => expect.stringMatching(hint)),
  );
});
