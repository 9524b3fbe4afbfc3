import { expect, test } from "vitest";
import { referenceIn } from "../../src/parameter/reference.ts";

const secretArn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:legacy-a1b2c3";
const profile = { store: "appconfig", application: "recovery", environment: "production", name: "settings" };

test.each([
  ["ssm:/recovery/legacy-database", { store: "ssm", name: "/recovery/legacy-database" }],
  ["ssm:legacy", { store: "ssm", name: "legacy" }],
  ["ssm:/recovery/legacy:3", { store: "ssm", name: "/recovery/legacy:3" }],
  [
    "ssm:arn:aws:ssm:eu-central-1:123456789012:parameter/legacy",
    { store: "ssm", name: "arn:aws:ssm:eu-central-1:123456789012:parameter/legacy" },
  ],
  ["secret:recovery/legacy", { store: "secret", name: "recovery/legacy" }],
  ["secret:recovery/legacy#url", { store: "secret", name: "recovery/legacy", key: "url" }],
  ["secret:rds!db-1a2b#password", { store: "secret", name: "rds!db-1a2b", key: "password" }],
  [`secret:${secretArn}#a#b`, { store: "secret", name: secretArn, key: "a#b" }],
  ["appconfig:recovery/production/settings", profile],
  ["appconfig:recovery/production/settings#whenUnavailable", { ...profile, key: "whenUnavailable" }],
])("%s names a store", (text, reference) => {
  expect(referenceIn(text)).toEqual(reference);
});

test.each([
  "",
  "report",
  "postgres://u:p@host/db",
  "/var/legacy.sqlite",
  "./ssm:/a",
  "secretly",
])("%j is the value itself", (text) => {
  expect(referenceIn(text)).toBeUndefined();
});

test.each([
  "SSM:/hunter2",
  "sssm:/hunter2",
  "secrets:hunter2",
  "secretsmanager:hunter2",
  "parameter:/hunter2",
  "AppConfig:a/b/hunter2",
  "arn:aws:secretsmanager:eu-central-1:123456789012:secret:hunter2",
  "arn:aws:ssm:eu-central-1:123456789012:parameter/hunter2",
])("%s looks like a store's name; the message does not repeat it", (text) => {
  const found = referenceIn(text);
  expect(found).toEqual({ wrong: expect.stringContaining("write ssm:…, secret:… or appconfig:…") });
  expect(JSON.stringify(found)).not.toContain("hunter");
});

test.each([
  ["ssm:", "ssm:/path"],
  ["ssm:/hunter 2", "ssm:/path"],
  ["ssm:/hunter2#key", "ssm:/path"],
  ["secret:", "secret:name#key"],
  ["secret:#hunter2", "secret:name#key"],
  ["secret:hunter2#", "secret:name#key"],
  ["appconfig:", "appconfig:application/environment/profile"],
  ["appconfig:hunter2/b", "appconfig:application/environment/profile"],
  ["appconfig:hunter2/b/c/d", "appconfig:application/environment/profile"],
  ["appconfig:hunter2//c", "appconfig:application/environment/profile"],
])("%s is wrong; the message has the right form, and does not repeat it", (text, form) => {
  const found = referenceIn(text);
  const wrong = found && "wrong" in found ? found.wrong : "";
  expect(wrong).toContain(form);
  expect(wrong).not.toContain("hunter");
});
