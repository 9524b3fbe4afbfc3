import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeTemplate } from "../../../src/tooling/cloudformation/write-template.ts";
import { sampleBundles } from "../cdk/sample-bundles.ts";
import { temporaryProject } from "../temporary-project.ts";
import { validatorFindings } from "./validated.ts";

const environment = {
  LEGACY_DATABASE: "secret:recovery/legacy#url",
  CORRELATION_KEY: "ssm:/recovery/correlation-key",
};
const everything = {
  environment,
  vpc: true,
  keys: ["arn:aws:kms:eu-central-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000000"],
  alarmTopic: "arn:aws:sns:eu-central-1:123456789012:pager",
};

const templateIn = (bundles: string) => readFileSync(join(bundles, "cloudformation/template.json"), "utf8");

describe("the template", () => {
  test.each([
    ["of all triggers", { environment }],
    ["with everything", everything],
    ["of one trigger", { environment: {}, triggers: ["custom-message"] as const }],
  ])("%s is valid for CloudFormation", (_, options) => {
    const bundles = sampleBundles();
    writeTemplate({ bundles, ...options });
    const found = validatorFindings(join(bundles, "cloudformation/template.json"));
    // CDK has each function wait for its role by name, which it does already by using it.
    expect(found.filter((line) => !/^WARN W3005 .*dependency already enforced/.test(line))).toEqual([]);
  });

  test("is written with zips named by their content, and nothing else", () => {
    const bundles = sampleBundles();
    const before = readdirSync(bundles);
    const { files } = writeTemplate({ bundles, environment });
    expect(readdirSync(bundles).sort()).toEqual([...before, "cloudformation"].sort());
    expect(readdirSync(join(bundles, "cloudformation")).sort()).toEqual([...files].sort());
    const named = [...templateIn(bundles).matchAll(/"([\w-]+-[0-9a-f]{64}\.zip)"/g)].map(([, name]) => name);
    expect(["template.json", ...named].sort()).toEqual([...files].sort());
    expect(named).toHaveLength(4);
  });

  test("is small enough to be deployed without a bucket", () => {
    const bundles = sampleBundles();
    writeTemplate({ bundles, ...everything });
    expect(Buffer.byteLength(templateIn(bundles))).toBeLessThan(51_200);
  });

  test("contains nothing of CDK", () => {
    const bundles = sampleBundles();
    writeTemplate({ bundles, ...everything });
    expect(templateIn(bundles)).not.toMatch(/cdk|BootstrapVersion|Metadata|Custom::|"Rules"/i);
    expect(templateIn(bundles)).not.toContain(bundles);
  });

  test("has parameters for the pool, the zips' place, and the settings that depend on a pool or an incident", () => {
    const bundles = sampleBundles();
    writeTemplate({ bundles, environment: { ...environment, WHEN_UNAVAILABLE: "conceal" }, vpc: true });
    const { Parameters, Outputs } = JSON.parse(templateIn(bundles));
    expect(Object.keys(Parameters)).toEqual([
      "UserPoolId",
      "ArtefactBucket",
      "ArtefactPrefix",
      "SignIn",
      "EmailSendingAccount",
      "PowertoolsLogLevel",
      "SubnetIds",
      "SecurityGroupIds",
    ]);
    expect(Parameters.EmailSendingAccount).toMatchObject({
      Default: "DEVELOPER",
      AllowedValues: ["DEVELOPER", "COGNITO_DEFAULT"],
    });
    expect(Parameters.SignIn).toMatchObject({
      Default: "email",
      AllowedValues: ["email", "phone", "email-or-phone", "username", "alias"],
    });
    expect(Object.keys(Outputs)).toEqual(["AttachCommand"]);
  });

  test("puts the functions that read the legacy store into the VPC, but not custom message", () => {
    const bundles = sampleBundles();
    writeTemplate({ bundles, environment, vpc: true });
    const { Resources } = JSON.parse(templateIn(bundles)) as {
      Resources: Record<string, { Type: string; Properties: { VpcConfig?: object } }>;
    };
    const inside = Object.entries(Resources).filter(([, { Properties }]) => Properties.VpcConfig);
    expect(inside.map(([id]) => id.replace(/Function\w+$/, ""))).toEqual([
      "RecoveryUserMigration",
      "RecoveryPreSignUp",
      "RecoveryPostConfirmation",
    ]);
  });

  test("is the same for the same input, in any folder", () => {
    const [one, two] = [sampleBundles(), sampleBundles()];
    for (const bundles of [one, two]) writeTemplate({ bundles, ...everything });
    expect(templateIn(one)).toBe(templateIn(two));
  });

  test("of a new build differs only in zips and versions", () => {
    const bundles = sampleBundles();
    writeTemplate({ bundles, environment });
    const before = templateIn(bundles);
    const next = sampleBundles(undefined, {}, "next");
    writeTemplate({ bundles: next, environment });
    const changing = (text: string) => ({
      keys: [...(text.match(/[0-9a-f]{64}\.zip/g) ?? [])],
      versions: [...new Set(text.match(/CurrentVersion\w+/g) ?? [])],
      rest: text.replace(/[0-9a-f]{64}\.zip/g, "").replace(/CurrentVersion\w+/g, ""),
    });
    const [old, fresh] = [changing(before), changing(templateIn(next))];
    expect(fresh.rest).toBe(old.rest);
    for (const what of ["keys", "versions"] as const) {
      expect(old[what]).toHaveLength(4);
      expect(old[what].filter((each: string) => fresh[what].includes(each))).toEqual([]);
    }
  });

  test("has warnings about given variables, but not about its own parameters", () => {
    const bundles = sampleBundles();
    expect(writeTemplate({ bundles, environment }).warnings).toEqual([]);
    const plain = { LEGACY_DATABASE: "postgres://u:hunter2@h/db", EMAIL_SENDING_ACOUNT: "hunter2" };
    const { warnings } = writeTemplate({ bundles, environment: plain });
    expect(warnings).toEqual([
      expect.stringMatching(/EMAIL_SENDING_ACOUNT .* Did you mean EMAIL_SENDING_ACCOUNT\?/),
      expect.stringMatching(/LEGACY_DATABASE contains a secret/),
    ]);
    expect(warnings.join()).not.toContain("hunter2");
    expect(
      writeTemplate({ bundles, environment: plain, triggers: ["custom-message"] }).warnings,
    ).toHaveLength(1);
  });

  test("rejects a VPC for functions that need none", () => {
    const one = {
      bundles: sampleBundles(),
      environment: {},
      triggers: ["custom-message"] as const,
      vpc: true,
    };
    expect(() => writeTemplate(one)).toThrow(/^--vpc is for .*user-migration/);
  });

  test("with an invalid setting is not written, and the previous one is kept", () => {
    const bundles = sampleBundles();
    writeTemplate({ bundles, environment });
    expect(() => writeTemplate({ bundles, environment: {} })).toThrow("LEGACY_DATABASE is not set");
    expect(existsSync(join(bundles, "cloudformation/template.json"))).toBe(true);
    expect(readdirSync(bundles).filter((name) => name.startsWith(".cdk-"))).toEqual([]);
  });
});

describe("an earlier template", () => {
  const zip = `custom-message-${"0".repeat(64)}.zip`;

  test("is replaced with its zips, and other files are kept", () => {
    const mine = { "dist/cloudformation/parameters.json": "", "dist/cloudformation/mine.zip": "" };
    const bundles = sampleBundles(["custom-message"], { ...mine, [`dist/cloudformation/${zip}`]: "" });
    writeTemplate({ bundles, environment });
    const before = templateIn(bundles);
    writeTemplate({ bundles, ...everything, vpc: false });
    expect(templateIn(bundles)).not.toBe(before);
    expect(readdirSync(join(bundles, "cloudformation")).sort()).toEqual([
      expect.stringMatching(/^custom-message-(?!0{64})[0-9a-f]{64}\.zip$/),
      "mine.zip",
      "parameters.json",
      "template.json",
    ]);
  });

  test("that is not ours is kept, and nothing is written", () => {
    const theirs = { "dist/cloudformation/template.json": '{ "Description": "Shop" }' };
    const bundles = sampleBundles(["custom-message"], theirs);
    expect(() => writeTemplate({ bundles, environment })).toThrow(
      /cloudformation\/template\.json is in the way/,
    );
    expect(readdirSync(join(bundles, "cloudformation"))).toEqual(["template.json"]);
    expect(templateIn(bundles)).toContain("Shop");
  });
});

/** Errors that the validator must find: otherwise an empty result would prove nothing. */
describe("the validator rejects", () => {
  test.each<[string, RegExp | string, string, RegExp]>([
    ["a runtime that Lambda has retired", /nodejs24\.x/g, "nodejs12.x", /nodejs12\.x/],
    ["a misspelt property", /"MemorySize"/g, '"MemorySise"', /MemorySise/],
    [
      "a resource that does not exist",
      /"Ref": "ArtefactBucket"/g,
      '"Ref": "ArtefactBuckett"',
      /ArtefactBuckett/,
    ],
    ["too little memory", /"MemorySize": 1769/g, '"MemorySize": 64', /64 is less than/],
    ["no action to permit", /"Action": "lambda:InvokeFunction"/g, '"Actions": "x"', /Action/],
    ["a type of no resource", /AWS::Lambda::Alias/g, "AWS::Lambda::Alia", /AWS::Lambda::Alia/],
    ["a default that is not allowed", '"Default": "DEVELOPER"', '"Default": "NOBODY"', /NOBODY/],
    ["an effect that IAM does not know", /"Effect": "Allow"/g, '"Effect": "Maybe"', /Maybe/],
  ])("%s", (_, right, wrong, sentence) => {
    const bundles = sampleBundles();
    writeTemplate({ bundles, environment });
    const good = templateIn(bundles);
    const broken = good.replace(right, wrong);
    expect(broken).not.toBe(good);
    const file = join(temporaryProject({ "template.json": broken }), "template.json");
    const found = validatorFindings(file).filter((line) => /^(FATAL|ERROR)/.test(line));
    expect(found.join("\n")).toMatch(sentence);
  });
});
