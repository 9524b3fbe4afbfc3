import { expect, test } from "vitest";
import { settingsOf } from "../../../src/parameter/setting-findings.ts";
import { settings } from "../../../src/parameter/settings.ts";
import { settingsRead } from "../../../src/tooling/doctor/settings-read.ts";
import { repository } from "../../project.ts";
import { temporaryProject } from "../temporary-project.ts";

const directory = `import { parameter } from "cognito-recovery"; export const store = parameter('LEGACY_DATABASE');`;
const own = `import { parameter } from "cognito-recovery"; export const store = parameter("PARTNERS_DATABASE");`;
const migration = `import { store } from "./legacy-directory.ts"; export const handler = async () => store;`;
const message = `import templates from "../generated/templates.js"; export const handler = async () => templates;`;

test.each<[string, Record<string, string>, string | undefined, readonly string[]]>([
  ["only custom message", { "custom-message.ts": message }, undefined, []],
  [
    "custom message, and a directory that no trigger imports",
    { "custom-message.ts": message, "legacy-directory.ts": directory },
    undefined,
    [],
  ],
  [
    "only user migration",
    { "user-migration.ts": migration, "legacy-directory.ts": directory },
    undefined,
    ["LEGACY_DATABASE"],
  ],
  [
    "a store under another variable",
    { "user-migration.mts": migration, "legacy-directory.ts": own },
    undefined,
    [],
  ],
  [
    "one trigger of two",
    { "user-migration.ts": migration, "legacy-directory.ts": directory, "custom-message.ts": message },
    "custom-message",
    [],
  ],
  [
    "a trigger that does not parse",
    { "pre-sign-up.ts": "export const = 1" },
    "pre-sign-up",
    ["LEGACY_DATABASE", "SIGN_IN"],
  ],
  ["no project", {}, "custom-message", ["EMAIL_SENDING_ACCOUNT"]],
])("%s", async (_, triggers, trigger, expected) => {
  const files = Object.entries(triggers).map(([name, source]) => [`triggers/${name}`, source]);
  const read = await settingsRead(temporaryProject(Object.fromEntries(files)), trigger);
  expect(read.filter((name) => "readBy" in settings[name])).toEqual(expected);
});

test("the triggers of this repository read every setting", async () => {
  expect(await settingsRead(repository)).toEqual(settingsOf());
});
