import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { SetupError } from "../../../src/error/setup-error.ts";
import { triggerNames } from "../../../src/tooling/aws/pool-triggers.ts";
import { factsFromFiles } from "../../../src/tooling/doctor/facts-from-files.ts";
import { missingFacts } from "../../../src/tooling/doctor/missing-facts.ts";
import { poolReportText } from "../../../src/tooling/doctor/pool-report.ts";
import { diagnosis } from "../../../src/tooling/doctor/rule.ts";
import { poolRules } from "../../../src/tooling/doctor/rules/pool-rules.ts";
import { temporaryProject } from "../temporary-project.ts";

const folder = fileURLToPath(new URL("printed/", import.meta.url));
/** The output of each command, by the file's name. */
const samples: Readonly<Record<string, string>> = {
  ...Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")])),
  ...Object.fromEntries(
    Object.entries({
      mfa: {
        MfaConfiguration: "ON",
        EmailMfaConfiguration: {},
        SoftwareTokenMfaConfiguration: { Enabled: true },
      },
      clients: { UserPoolClients: [{ ClientId: "1example" }] },
      identity: { VerifiedForSendingStatus: true },
      account: { ProductionAccessEnabled: true, SendingEnabled: true },
      sandbox: { IsInSandbox: false },
      tier: { AccountAttributes: [{ Name: "ACCOUNT_TIER", Value: "SANDBOX" }] },
      users: { Users: [{ UserStatus: "RESET_REQUIRED", Attributes: [{ Name: "email", Value: "x" }] }] },
      user: { UserStatus: "FORCE_CHANGE_PASSWORD", UserAttributes: [{ Name: "email", Value: "x" }] },
      numbers: { PhoneNumbers: [{ Iso2CountryCode: "US", NumberCapabilities: ["SMS"] }] },
    }).map(([name, json]) => [`${name}.json`, JSON.stringify(json)]),
  ),
};
const values: readonly unknown[] = [5, "x", "", true, null, [], [5], ["x"], {}, { x: 5 }];

/** Returns the JSON with each of its values replaced by each of `values`. */
function* changed(value: unknown): Generator<unknown> {
  yield* values;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    for (const other of changed(inner)) {
      yield Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
    }
  }
}

/** Returns doctor's report, or the error that it ends with. */
function judge(files: readonly string[]): unknown {
  try {
    const read = factsFromFiles(files, triggerNames);
    const facts = {
      ...read,
      returnedAttributes: { ever: ["email"], always: ["email"], source: "--attribute" },
    };
    const report = {
      ...diagnosis(poolRules, facts),
      facts,
      missingFacts: missingFacts(facts, new Map(), "Not given."),
    };
    return poolReportText(report, (_, text) => text);
  } catch (thrown) {
    return thrown;
  }
}

test.each(Object.keys(samples))("whatever %s contains, doctor ends with a report or a message", (name) => {
  const root = temporaryProject(samples);
  const files = Object.keys(samples).map((each) => join(root, each));
  for (const json of changed(JSON.parse(samples[name] ?? ""))) {
    writeFileSync(join(root, name), JSON.stringify(json));
    const end = judge(files);
    if (end instanceof Error) expect(end, JSON.stringify(json)).toBeInstanceOf(SetupError);
    else expect(end).not.toMatch(/undefined|\[object|--region ''/);
  }
});
