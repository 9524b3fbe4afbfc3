import { expect, test } from "vitest";
import type { Facts } from "../../../src/tooling/doctor/facts.ts";
import { missingFacts } from "../../../src/tooling/doctor/missing-facts.ts";
import { poolReportJson, poolReportText } from "../../../src/tooling/doctor/pool-report.ts";
import { diagnosis } from "../../../src/tooling/doctor/rule.ts";
import { poolRules } from "../../../src/tooling/doctor/rules/pool-rules.ts";
import type { Ink } from "../../../src/tooling/terminal/ink.ts";
import { factsOf, soundClient, soundPool } from "./sample.ts";

const plain: Ink = (_, text) => text;
const reportOf = (facts: Facts) => ({
  ...diagnosis(poolRules, facts),
  facts,
  missingFacts: missingFacts(facts, new Map([["mfa", "Denied."]]), "No file contains it."),
});
const text = (facts: Facts) => poolReportText(reportOf(facts), plain);

test("a sound pool", () => {
  expect(text(factsOf())).toBe(
    "User pool shop (eu-central-1_AbCdEf123)\n\nThe attributes that the migration returns are known from --attribute.\nNo findings.",
  );
});

test("errors come first; each finding has message, consequence and suggestion", () => {
  const { mfa: _, ...facts } = factsOf({ ...soundPool, MfaConfiguration: "ON", LambdaConfig: undefined });
  const report = text({
    ...facts,
    expectedTriggers: ["custom-message", "user-migration"],
    clients: [{ ...soundClient, PreventUserExistenceErrors: "LEGACY" }],
  });
  expect(report).toBe(`User pool shop (eu-central-1_AbCdEf123)

error  user-migration: The pool has no UserMigration trigger. (no-user-migration)
  consequence: Nobody is migrated: people whom only the legacy store knows cannot recover.
  suggestion:  Deploy the function, then attach it with \`npm run --silent cognito-recovery -- attach\` or in the template that created the pool (docs/deploy.md).

warning  app client web (1example23456789): It reveals which users exist (PreventUserExistenceErrors: LEGACY). (client-reveals-users)
  consequence: Anybody can find out by ForgotPassword whether a user name exists (UserNotFoundException).
  suggestion:  Set PreventUserExistenceErrors to ENABLED.

warning  custom-message: The pool has no CustomMessage trigger. (no-custom-message)
  consequence: Codes are sent with the pool's own text, in one language.
  suggestion:  Deploy the function, then attach it with \`npm run --silent cognito-recovery -- attach\` or in the template that created the pool (docs/deploy.md).

Change a pool or an app client in the console, or in the template that created it: aws cognito-idp
update-user-pool and update-user-pool-client reset every setting that the call leaves out.

Not checked:
  MFA: Denied.
    aws cognito-idp get-user-pool-mfa-config --user-pool-id eu-central-1_AbCdEf123 --region eu-central-1

The attributes that the migration returns are known from --attribute.
1 error, 2 warnings; 1 fact could not be checked.`);
});

test("the summary without findings mentions a missing fact", () => {
  const { mfa: _, ...facts } = factsOf({ ...soundPool, MfaConfiguration: "ON" });
  expect(text(facts)).toMatch(/^No findings; 1 fact could not be checked\.$/m);
});

test("names cannot control the terminal, nor end a word of a command", () => {
  const facts = factsOf({ ...soundPool, Name: "shop\u001b[2J" });
  const hostile = { ...soundClient, ClientName: "\u202eweb", PreventUserExistenceErrors: undefined };
  const report = text({ ...facts, clients: [hostile], clientIds: [soundClient.ClientId, "'; rm -rf ~"] });
  expect(report).not.toMatch(/[\u001b\u202e]/);
  expect(report).toContain("--client-id ''\\''; rm -rf ~'");
});

test("nor can the message of an AWS error", () => {
  const { mfa: _, ...facts } = factsOf({ ...soundPool, MfaConfiguration: "ON" });
  const reasons = new Map([["mfa", "AWS rejected it: \u001b[2J\u202e\nno"]]);
  const report = { ...diagnosis(poolRules, facts), facts, missingFacts: missingFacts(facts, reasons, "") };
  expect(poolReportText(report, plain)).toContain("MFA: AWS rejected it: \\u{1b}[2J\\u{202e}\\u{a}no");
});

test("as JSON", () => {
  const facts = { ...factsOf({ ...soundPool, LambdaConfig: undefined }), clients: [], expectedTriggers: [] };
  const { clientIds: _, ...unlisted } = facts;
  expect(JSON.parse(poolReportJson(reportOf(unlisted)))).toEqual({
    ok: true,
    userPoolId: soundPool.Id,
    findings: [],
    missingFacts: [
      { fact: "app clients", reason: "No file contains it.", command: expect.stringMatching(/^aws /) },
    ],
    skippedRules: expect.arrayContaining(["client-reveals-users"]),
    returnedAttributes: facts.returnedAttributes,
  });
  expect(
    JSON.parse(poolReportJson(reportOf({ ...facts, expectedTriggers: ["user-migration"] }))),
  ).toMatchObject({
    ok: false,
    findings: [{ rule: "no-user-migration", severity: "error", subject: "user-migration" }],
  });
});
