import { expect, inject, test } from "vitest";
import { build } from "../../../src/tooling/build/build.ts";
import { returnedAttributes } from "../../../src/tooling/doctor/returned-attributes.ts";
import { repository } from "../../project.ts";
import { passing, temporaryProject } from "../temporary-project.ts";

const event = JSON.stringify({
  triggerSource: "UserMigration_ForgotPassword",
  userName: "anna@example.com",
  request: {},
  response: { userAttributes: null },
});
const answering = (attributes: object) =>
  `export const handler = async (event) => ({ ...event, response: event.userName === "anna@example.com" ? { userAttributes: ${JSON.stringify(attributes)} } : {} });`;

async function built(files: Record<string, string>) {
  const root = temporaryProject(files);
  await build({ root });
  return returnedAttributes(root);
}

test("returns the names of all answers that migrate a person, and never a value", async () => {
  const returned = await built({
    "triggers/user-migration.ts": answering({ email: "anna@example.com", "custom:tier": "gold" }),
    "events/user-migration.forgot-password.json": event,
    "events/user-migration.forgot-password.unknown.json": event.replace("anna", "nobody"),
    "events/pre-sign-up.sign-up.json": event,
  });
  expect(returned).toEqual({
    ever: ["custom:tier", "email"],
    always: ["custom:tier", "email"],
    source: "1 of the user-migration events, replayed on dist/",
  });
});

test.each<[RegExp, Record<string, string>]>([
  [/dist\/ contains no user-migration/, { "triggers/pre-sign-up.ts": passing }],
  [/No file is named events\/user-migration/, { "triggers/user-migration.ts": passing }],
  [
    /migrates nobody/,
    { "triggers/user-migration.ts": passing, "events/user-migration.forgot-password.json": event },
  ],
])("gives a reason: %s", async (reason, files) => {
  expect(await built(files)).toEqual({ reason: expect.stringMatching(reason) });
});

test("gives a reason without a build", async () => {
  expect(await returnedAttributes(temporaryProject())).toEqual({
    reason: expect.stringMatching(/dist\/ contains no build/),
  });
});

test("gives a reason for the manifest of a bundler in dist/", async () => {
  const root = temporaryProject({ "dist/manifest.json": '{ "main.js": "/main.0123.js" }' });
  expect(await returnedAttributes(root)).toEqual({
    reason: expect.stringMatching(/dist\/ contains no build/),
  });
});

test("the repository's own statement, on its own sample store, from a folder of its own", async () => {
  expect(await returnedAttributes(repository, inject("dist"))).toMatchObject({
    ever: expect.arrayContaining(["email", "email_verified", "given_name", "locale"]),
    always: expect.arrayContaining(["email"]),
  });
});

test("an attribute that is missing in some answers is not in `always`", async () => {
  const returned = await built({
    "triggers/user-migration.ts":
      'export const handler = async (event) => ({ ...event, response: { userAttributes: { email: "", [event.userName]: "" } } });',
    "events/user-migration.forgot-password.one.json": event.replace("anna@example.com", "name"),
    "events/user-migration.forgot-password.other.json": event.replace("anna@example.com", "locale"),
  });
  expect(returned).toMatchObject({ ever: ["email", "locale", "name"], always: ["email"] });
});
