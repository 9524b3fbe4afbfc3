import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { SetupError } from "../../../src/error/setup-error.ts";
import { triggerNames } from "../../../src/tooling/aws/pool-triggers.ts";
import { factsFromFiles } from "../../../src/tooling/doctor/facts-from-files.ts";
import { readEnvironment } from "../../../src/tooling/doctor/read-environment.ts";
import { diagnosis } from "../../../src/tooling/doctor/rule.ts";
import { poolRules } from "../../../src/tooling/doctor/rules/pool-rules.ts";
import { temporaryProject } from "../temporary-project.ts";
import { account, functionArn, policyOf, poolArn, poolId } from "./sample.ts";

const printed = (name: string) => fileURLToPath(new URL(`printed/${name}.json`, import.meta.url));
const pool = printed("describe-user-pool");
const facts = (...files: string[]) => factsFromFiles([pool, ...files], triggerNames);
const file = (json: unknown) => join(temporaryProject({ "a.json": JSON.stringify(json) }), "a.json");

test("reads a description as the AWS CLI prints it, with dates as text", () => {
  expect(facts()).toMatchObject({
    pool: { Id: "eu-central-1_AbCdEf123", AutoVerifiedAttributes: ["email"] },
  });
  expect(facts()).not.toHaveProperty("clientIds");
});

test("reads an app client, without its secret", () => {
  const { clients } = facts(printed("describe-user-pool-client"));
  expect(clients).toMatchObject([{ ClientName: "web", PreventUserExistenceErrors: "ENABLED" }]);
  expect(JSON.stringify(clients)).not.toContain("never-to-be-seen");
});

test("reads a function and its policy, under the pool's alias", () => {
  const { functions } = facts(printed("get-function-configuration"), printed("get-policy"));
  expect(functions.get(functionArn("user-migration:live"))).toMatchObject({
    configuration: { Runtime: "nodejs24.x", Timeout: 5, settings: [] },
    policy: expect.stringContaining("cognito-idp.amazonaws.com"),
  });
  expect(JSON.stringify([...functions])).not.toContain("never:to-be@seen");
  expect(functions.get(functionArn("custom-message"))).toEqual({});
});

test.each([
  ["get-user-pool-mfa-config", { MfaConfiguration: "ON" }, { mfa: { MfaConfiguration: "ON" } }],
  ["list-user-pool-clients", { UserPoolClients: [{ ClientId: "1" }] }, { clientIds: ["1"] }],
  [
    "get-email-identity",
    { IdentityType: "DOMAIN", VerifiedForSendingStatus: false },
    { identity: { VerifiedForSendingStatus: false } },
  ],
  ["sesv2 get-account", { SendingEnabled: false }, { sesAccount: { SendingEnabled: false } }],
  [
    "pinpoint-sms-voice-v2 describe-account-attributes",
    {
      AccountAttributes: [
        { Name: "DEFAULT_X", Value: "y" },
        { Name: "ACCOUNT_TIER", Value: "SANDBOX" },
      ],
    },
    { isInEumsSandbox: true },
  ],
  [
    "the same out of the sandbox",
    { AccountAttributes: [{ Name: "ACCOUNT_TIER", Value: "PRODUCTION" }] },
    { isInEumsSandbox: false },
  ],
  [
    "list-users",
    {
      Users: [
        {
          Username: "hunter2",
          UserStatus: "RESET_REQUIRED",
          Attributes: [
            { Name: "email", Value: "anna@example.com" },
            { Name: "email_verified", Value: "true" },
            { Name: "phone_number_verified", Value: "false" },
          ],
        },
      ],
    },
    { users: [{ status: "RESET_REQUIRED", verified: ["email"] }] },
  ],
  [
    "admin-get-user",
    { Username: "hunter2", UserStatus: "FORCE_CHANGE_PASSWORD", UserAttributes: [], MFAOptions: [] },
    { users: [{ status: "FORCE_CHANGE_PASSWORD", verified: [] }] },
  ],
  ["get-sms-sandbox-account-status", { IsInSandbox: true }, { isInSmsSandbox: true }],
  [
    "list-origination-numbers",
    { PhoneNumbers: [{ Iso2CountryCode: "US" }] },
    { originationNumbers: [{ Iso2CountryCode: "US" }] },
  ],
])("%s is identified by its keys", (_, json, known) => {
  expect(facts(file(json))).toMatchObject(known);
  expect(JSON.stringify(facts(file(json)))).not.toMatch(/hunter2|anna@/);
});

test("get-function contains the function one level deeper", () => {
  const Configuration = { FunctionArn: functionArn("custom-message"), Timeout: 3 };
  expect(facts(file({ Configuration, Code: {} })).functions.get(Configuration.FunctionArn)).toMatchObject({
    configuration: { Timeout: 3 },
  });
});

test.each<[string, string, unknown]>([
  ["another pool's app client", "another pool", { UserPoolClient: { UserPoolId: "eu-central-1_Other" } }],
  ["an unattached function", "not attached to the pool", { FunctionArn: functionArn("other") }],
  [
    "the policy of an unattached function",
    "not the policy of a function that is attached",
    { Policy: policyOf(functionArn("other")) },
  ],
  [
    "the unqualified function of an alias",
    "Attached functions: .*user-migration:live",
    { FunctionArn: functionArn("user-migration") },
  ],
  ["the output of another command", "not the output of a command", { Buckets: [] }],
  ["a list", "not contain a JSON object: print it with .aws … --output json", []],
  ["a second pool", "two pools", { UserPool: { Id: poolId, Arn: poolArn } }],
])("%s is rejected, by the file's name", (_, sentence, json) => {
  const path = file(json);
  expect(() => facts(path)).toThrow(new RegExp(sentence));
  expect(() => facts(path)).toThrow(path);
});

test.each([
  ["YAML", "UserPool:\n  Id: eu-central-1_AbCdEf123\n  LambdaConfig: {}\n"],
  ["a table", "-----\n|  DescribeUserPool  |\n+----+\n||  UserPool  ||\n"],
  ["text", "USERPOOL\tarn:aws:cognito-idp:eu-central-1:1:userpool/x\teu-central-1_x\n"],
  ["text of one value", "eu-central-1_AbCdEf123\n"],
  ["Python", "{'UserPool': {'Id': 'eu-central-1_AbCdEf123', 'LambdaConfig': {}, 'x': True}}"],
  ["Python with a date", "{'UserPool': {'CreationDate': datetime.datetime(2026, 1, 1, tzinfo=tzlocal())}}"],
  ["JavaScript", "{ UserPool: { Id: 'eu-central-1_AbCdEf123', LambdaConfig: [Object] } }"],
  ["JSON, cut off", '{ "UserPool": { "Id": "eu-central-1_AbCdEf123",'],
  ["an empty file", ""],
])("the message about output as %s names the file and --output json", (_, printed) => {
  const path = join(temporaryProject({ "a.txt": printed }), "a.txt");
  expect(() => factsFromFiles([path], triggerNames)).toThrow(
    new RegExp(`^${path} is not valid JSON: .*--output json`),
  );
  expect(() => readEnvironment(path)).toThrow(/a\.txt .*--output json/);
});

test("invalid JSON, a missing file, and a file without a pool are rejected", () => {
  const prose = join(temporaryProject({ "a.json": "hunter2" }), "a.json");
  expect(() => facts(prose)).toThrow(`${prose} is not valid JSON`);
  expect(() => facts("/nowhere.json")).toThrow("/nowhere.json cannot be read");
  expect(() => factsFromFiles([printed("get-policy")], [])).toThrow(/output of describe-user-pool: /);
  expect(() => factsFromFiles([file({ UserPool: {} })], [])).toThrow("a user pool without any fields");
});

const { UserPool: whole } = JSON.parse(readFileSync(pool, "utf8"));
/** Returns a file of the description with a masked part. */
const maskedPool = (text: string, by: string) =>
  join(temporaryProject({ "a.json": readFileSync(pool, "utf8").replaceAll(text, by) }), "a.json");

test.each<[string, () => string]>([
  ["an account", () => maskedPool(account, "************")],
  ["an account in zeros", () => maskedPool(account, "000000000000")],
  ["an account by its name", () => maskedPool(account, "<account-id>")],
  ["the pool's id", () => maskedPool(poolId, "eu-central-1_XXXXXXXXX")],
  ["the pool's id in asterisks", () => maskedPool(poolId, "eu-central-1_*********")],
  ["the pool's id whole", () => maskedPool(poolId, "<redacted>")],
  ["the Region", () => maskedPool("eu-central-1", "xx-xxxx-x")],
  ["id and ARN", () => file({ UserPool: { ...whole, Id: "<redacted>", Arn: "<redacted>" } })],
  [
    "nothing, but omits the id and the ARN",
    () => file({ UserPool: { ...whole, Id: undefined, Arn: undefined } }),
  ],
  ["the same of the pool alone", () => file({ ...whole, Id: undefined, Arn: undefined })],
])("a description that masks %s is accepted, with its app client, functions and policies", (_, pathOf) => {
  const files = ["describe-user-pool-client", "get-function-configuration", "get-policy"].map(printed);
  const { functions, clients, ...read } = factsFromFiles([pathOf(), ...files], triggerNames);
  expect(clients).toHaveLength(1);
  const known = [...functions.values()].filter(({ policy, configuration }) => policy && configuration);
  expect(known).toHaveLength(1);
  const findings = diagnosis(poolRules, { ...read, functions, clients }).findings.map(({ rule }) => rule);
  expect(findings).not.toContain("invocation-denied");
  expect(findings).not.toContain("function-missing");
});

const poolFile = (change: object) => file({ UserPool: { ...whole, ...change } });

test.each<[string, object]>([
  ["UserPool should be an object", { UserPool: "x" }],
  ["UserPool.Id should be a string", { UserPool: { Id: 5, Arn: "y" } }],
  ["UserPool.LambdaConfig should be an object", { UserPool: { ...whole, LambdaConfig: "x" } }],
  ["UserPool.LambdaConfig should be an object", { UserPool: { ...whole, LambdaConfig: [] } }],
  [
    "UserPool.LambdaConfig.PreSignUp should be a string",
    { UserPool: { ...whole, LambdaConfig: { PreSignUp: 5 } } },
  ],
  [
    "UserPool.AccountRecoverySetting.RecoveryMechanisms should be a list",
    { UserPool: { ...whole, AccountRecoverySetting: { RecoveryMechanisms: "x" } } },
  ],
  [
    "LambdaConfig.CustomEmailSender should be an object",
    { ...whole, LambdaConfig: { CustomEmailSender: "x" } },
  ],
  [
    "SoftwareTokenMfaConfiguration.Enabled should be true or false",
    { MfaConfiguration: "ON", SoftwareTokenMfaConfiguration: { Enabled: "true" } },
  ],
  [
    "UserPoolClient.WriteAttributes.1 should be a string",
    { UserPoolClient: { WriteAttributes: ["email", null] } },
  ],
  ["UserPoolClients.0.ClientId should be a string", { UserPoolClients: [{ ClientId: 1 }] }],
  ["Timeout should be a number", { FunctionArn: functionArn("custom-message"), Timeout: "3" }],
  [
    "Configuration.Timeout should be a number",
    { Configuration: { FunctionArn: functionArn("custom-message"), Timeout: "3" } },
  ],
  [
    "Environment.Variables.A should be a string",
    { FunctionArn: functionArn("custom-message"), Environment: { Variables: { A: 1 } } },
  ],
  ["Policy should be a string", { Policy: { Statement: [] } }],
  ["VerifiedForSendingStatus should be true or false", { VerifiedForSendingStatus: "true" }],
  ["SendingEnabled should be true or false", { ProductionAccessEnabled: true, SendingEnabled: 1 }],
  ["IsInSandbox should be true or false", { IsInSandbox: "false" }],
  ["PhoneNumbers should be a list", { PhoneNumbers: {} }],
])("%s: reported with the file's name", (sentence, json) => {
  const path = file(json);
  const read = () =>
    factsFromFiles("UserPool" in json || "Arn" in json ? [path] : [pool, path], triggerNames);
  expect(read).toThrow(new SetupError(`${path}: ${sentence}.`));
});

test("null is the same as absent", () => {
  const { pool: read } = factsFromFiles([poolFile({ LambdaConfig: null, SmsConfiguration: null })], []);
  expect(read.LambdaConfig).toBeUndefined();
});

test("reads the pool alone, as --query UserPool prints it", () => {
  expect(factsFromFiles([file(whole)], triggerNames)).toEqual(facts());
});

test.each([
  ["little", [0xff, 0xfe]],
  ["big", [0xfe, 0xff]],
])("reads UTF-16, %s end first, as PowerShell's > writes it", (end, mark) => {
  const utf16 = Buffer.from(readFileSync(pool, "utf8"), "utf16le");
  const path = join(temporaryProject({ "a.json": "" }), "a.json");
  writeFileSync(path, Buffer.concat([Buffer.from(mark), end === "big" ? utf16.swap16() : utf16]));
  expect(factsFromFiles([path], triggerNames)).toEqual(facts());
});
