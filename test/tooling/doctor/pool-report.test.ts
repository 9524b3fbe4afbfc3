import { expect, test } from "vitest";
import type { Facts } from "../../../src/tooling/doctor/facts.ts";
import { unseenIn } from "../../../src/tooling/doctor/missing-facts.ts";
import { poolReportJson, poolReportText } from "../../../src/tooling/doctor/pool-report.ts";
import { diagnosis } from "../../../src/tooling/doctor/rule.ts";
import { poolRules } from "../../../src/tooling/doctor/rules/pool-rules.ts";
import type { Ink } from "../../../src/tooling/replay/ink.ts";
import { factsOf, soundClient, soundPool } from "./sample.ts";

const plain: Ink = (_, text) => text;
const reportOf = (facts: Facts) => ({
  ...diagnosis(poolRules, facts),
  facts,
  unseen: unseenIn(facts, new Map([["mfa", "Denied."]]), "It was not given."),
});
const text = (facts: Facts) => poolReportText(reportOf(facts), plain);

test("a sound pool", () => {
  expect(text(factsOf())).toBe(
    "User pool shop (eu-central-1_AbCdEf123)\n\nWhat the migration returns is known from --attribute.\nNothing is wrong.",
  );
});

test("errors first; of each what is so, what people meet, and the mending", () => {
  const { mfa: _, ...facts } = factsOf({ ...soundPool, MfaConfiguration: "ON", LambdaConfig: undefined });
  const told = text({
    ...facts,
    ours: ["custom-message", "user-migration"],
    clients: [{ ...soundClient, PreventUserExistenceErrors: "LEGACY" }],
  });
  expect(told).toBe(`User pool shop (eu-central-1_AbCdEf123)

error  user-migration: The pool has no UserMigration trigger. (no-user-migration)
  people: Nobody is brought in: whom only the legacy store knows is a stranger to the pool, and cannot recover.
  mend:   Deploy the function, then \`npm run --silent cognito-recovery -- attach\`, or the template that made the pool (docs/deploy.md).

warning  app client web (1example23456789): It tells strangers who has an account (PreventUserExistenceErrors: LEGACY). (client-tells-who-exists)
  people: Whoever asks to recover a name learns whether the pool has it (UserNotFoundException).
  mend:   Set PreventUserExistenceErrors to ENABLED.

warning  custom-message: The pool has no CustomMessage trigger. (no-custom-message)
  people: Codes come with the pool's own text, in its one language.
  mend:   Deploy the function, then \`npm run --silent cognito-recovery -- attach\`, or the template that made the pool (docs/deploy.md).

Mend a pool or an app client in the console, or in the template that made it: aws cognito-idp
update-user-pool and update-user-pool-client reset every setting that the call leaves out.

Not looked at:
  MFA: Denied.
    aws cognito-idp get-user-pool-mfa-config --user-pool-id eu-central-1_AbCdEf123 --region eu-central-1

What the migration returns is known from --attribute.
1 error, 2 warnings in what was looked at; 1 thing not looked at.`);
});

test("nothing found is not said to be well while something was not looked at", () => {
  const { mfa: _, ...facts } = factsOf({ ...soundPool, MfaConfiguration: "ON" });
  expect(text(facts)).toMatch(/^Nothing is wrong in what was looked at; 1 thing not looked at\.$/m);
});

test("names cannot write to the terminal, nor get out of a command", () => {
  const facts = factsOf({ ...soundPool, Name: "shop\u001b[2J" });
  const hostile = { ...soundClient, ClientName: "\u202eweb", PreventUserExistenceErrors: undefined };
  const told = text({ ...facts, clients: [hostile], clientIds: [soundClient.ClientId, "'; rm -rf ~"] });
  expect(told).not.toMatch(/[\u001b\u202e]/);
  expect(told).toContain("--client-id ''\\''; rm -rf ~'");
});

test("nor can what AWS says where it refuses a question", () => {
  const { mfa: _, ...facts } = factsOf({ ...soundPool, MfaConfiguration: "ON" });
  const whys = new Map([["mfa", "AWS refused it: \u001b[2J\u202e\nno"]]);
  const report = { ...diagnosis(poolRules, facts), facts, unseen: unseenIn(facts, whys, "") };
  expect(poolReportText(report, plain)).toContain("MFA: AWS refused it: \\u{1b}[2J\\u{202e}\\u{a}no");
});

test("as JSON", () => {
  const facts = { ...factsOf({ ...soundPool, LambdaConfig: undefined }), clients: [], ours: [] };
  const { clientIds: _, ...unlisted } = facts;
  expect(JSON.parse(poolReportJson(reportOf(unlisted)))).toEqual({
    ok: true,
    userPoolId: soundPool.Id,
    findings: [],
    notLookedAt: [{ what: "app clients", why: "It was not given.", command: expect.stringMatching(/^aws /) }],
    notJudged: expect.arrayContaining(["client-tells-who-exists"]),
    returned: facts.returned,
  });
  expect(JSON.parse(poolReportJson(reportOf({ ...facts, ours: ["user-migration"] })))).toMatchObject({
    ok: false,
    findings: [{ rule: "no-user-migration", severity: "error", subject: "user-migration" }],
  });
});
