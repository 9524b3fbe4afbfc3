import { beforeEach, expect, test } from "vitest";
import { triggerNames } from "../../../src/tooling/aws/pool-triggers.ts";
import type { Pool } from "../../../src/tooling/doctor/facts.ts";
import { factsOfPool } from "../../../src/tooling/doctor/facts-of-pool.ts";
import { unseenIn } from "../../../src/tooling/doctor/missing-facts.ts";
import { diagnosis } from "../../../src/tooling/doctor/rule.ts";
import { poolRules } from "../../../src/tooling/doctor/rules/pool-rules.ts";
import { awsInThisProcess } from "../../aws/in-this-process.ts";
import { awsError, type LoopbackAws } from "../../aws/loopback.ts";
import { sender } from "./rows/change.ts";
import { account, poolId, soundClient, soundFunction, soundPool } from "./sample.ts";
import { answerSoundly, COGNITO } from "./sound-aws.ts";

let aws: LoopbackAws;

beforeEach(async () => {
  aws = await awsInThisProcess();
  answerSoundly(aws);
});

async function asked() {
  const { facts, whys } = await factsOfPool(poolId, triggerNames);
  return { facts, ...diagnosis(poolRules, facts), unseen: unseenIn(facts, whys, "no reason") };
}

const denied = () => awsError("AccessDeniedException", "not authorized to perform it");

test("a sound pool: all is asked, and nothing found", async () => {
  const { facts, findings, unseen } = await asked();
  expect(findings).toEqual([]);
  expect(unseen.map(({ what }) => what)).toEqual([expect.stringMatching(/^the attributes/)]);
  expect(facts.clientIds).toEqual([soundClient.ClientId, "2example"]);
  expect(facts.originationNumbers).toHaveLength(2);
  expect(aws.calls.filter(({ operation }) => operation === "Lambda.GetPolicy")).toHaveLength(4);
});

test("no secret and no variable is kept", async () => {
  aws.answer("Lambda.GetFunctionConfiguration", () => ({
    ...soundFunction,
    Environment: { Variables: { LEGACY_DATABASE: "neverToBeSeen" } },
  }));
  const { facts } = await asked();
  expect(JSON.stringify([facts, [...facts.functions]])).not.toContain("neverToBeSeen");
});

test("a function that is not there is one finding, and its policy is not asked for", async () => {
  const missing = () => awsError("ResourceNotFoundException", "Function not found");
  aws.answer("Lambda.GetFunctionConfiguration", missing);
  aws.answer("Lambda.GetPolicy", missing);
  const { findings } = await asked();
  expect(findings.map(({ rule }) => rule)).toEqual(Array(4).fill("function-missing"));
  expect(aws.calls.map(({ operation }) => operation)).not.toContain("Lambda.GetPolicy");
});

test("a function without a policy refuses Cognito, and the command permits exactly this pool", async () => {
  aws.answer("Lambda.GetPolicy", () =>
    awsError("ResourceNotFoundException", "The resource you requested does not exist."),
  );
  const { findings } = await asked();
  expect(findings.map(({ rule }) => rule)).toEqual(Array(4).fill("invocation-refused"));
  expect(findings[0]?.command).toBe(
    `aws lambda add-permission --function-name ${soundPool.LambdaConfig?.CustomMessage} --statement-id cognito-${poolId} --action lambda:InvokeFunction --principal cognito-idp.amazonaws.com --source-arn ${soundPool.Arn} --source-account ${account} --region eu-central-1`,
  );
});

test("an address is looked for as an identity, and then its domain", async () => {
  const SourceArn = `arn:aws:ses:eu-central-1:${account}:identity/no-reply@example.com`;
  const EmailConfiguration = { EmailSendingAccount: "DEVELOPER", SourceArn };
  aws.answer(`${COGNITO}.DescribeUserPool`, () => ({ UserPool: { ...soundPool, EmailConfiguration } }));
  aws.answer("SESv2.GetEmailIdentity", ({ EmailIdentity }) =>
    EmailIdentity === "example.com"
      ? { VerifiedForSendingStatus: true }
      : awsError("NotFoundException", "no"),
  );
  expect((await asked()).findings).toEqual([]);
  aws.answer("SESv2.GetEmailIdentity", () => awsError("NotFoundException", "no"));
  expect((await asked()).findings.map(({ rule }) => rule)).toEqual(["ses-identity-missing"]);
});

test("an identity of another account is not asked for in this one", async () => {
  const SourceArn = "arn:aws:ses:eu-central-1:999999999999:identity/example.com";
  const EmailConfiguration = { EmailSendingAccount: "DEVELOPER", SourceArn };
  aws.answer(`${COGNITO}.DescribeUserPool`, () => ({ UserPool: { ...soundPool, EmailConfiguration } }));
  const { unseen } = await asked();
  expect(unseen.map(({ why }) => why).filter((why) => /another account/.test(why))).toHaveLength(2);
  expect(aws.calls.map(({ operation }) => operation)).not.toContain("SESv2.GetAccount");
});

test.each<[string, Partial<Pool>, RegExp]>([
  ["SES, where a custom sender sends emails", { LambdaConfig: { CustomEmailSender: sender } }, /^SESv2/],
  ["SNS, where a custom sender sends SMS", { LambdaConfig: { CustomSMSSender: sender } }, /^SNS/],
  [
    "SNS, where End User Messaging sends SMS",
    { SmsConfiguration: { EumsSms: { CallerArn: "arn:aws:iam::123456789012:role/eums" } } },
    /^SNS/,
  ],
])("nothing is asked of %s", async (_, change, service) => {
  aws.answer(`${COGNITO}.DescribeUserPool`, () => ({ UserPool: { ...soundPool, ...change } }));
  await asked();
  expect(aws.calls.filter(({ operation }) => service.test(operation))).toEqual([]);
});

test("what may not be asked is told as not looked at, each with its reason", async () => {
  for (const operation of [
    ...[`${COGNITO}.GetUserPoolMfaConfig`, `${COGNITO}.ListUserPoolClients`],
    ...["Lambda.GetFunctionConfiguration", "Lambda.GetPolicy"],
    ...["SESv2.GetEmailIdentity", "SESv2.GetAccount"],
    ...["SNS.GetSMSSandboxAccountStatus", "SNS.ListOriginationNumbers"],
  ]) {
    aws.answer(
      operation,
      operation.startsWith("SNS") ? () => awsError("AuthorizationErrorException", "no") : denied,
    );
  }
  const { findings, notJudged, unseen } = await asked();
  expect(findings).toEqual([]);
  expect(notJudged).toContain("function-missing");
  expect(unseen.map(({ why }) => why).filter((why) => /may not call/.test(why))).toHaveLength(13);
});

test("whether there is no policy or no function is not known of one that may not be asked about", async () => {
  aws.answer("Lambda.GetFunctionConfiguration", denied);
  aws.answer("Lambda.GetPolicy", () => awsError("ResourceNotFoundException", "does not exist"));
  expect((await asked()).findings).toEqual([]);
});

test("one app client that may not be described leaves the other", async () => {
  aws.answer(`${COGNITO}.DescribeUserPoolClient`, ({ ClientId }) =>
    ClientId === "2example" ? denied() : { UserPoolClient: soundClient },
  );
  const { unseen, facts } = await asked();
  expect(facts.clients).toHaveLength(1);
  expect(unseen[0]).toMatchObject({
    what: "app client 2example",
    why: expect.stringMatching(/may not call/),
  });
});

test.each([
  ["a pool that is not there", "ResourceNotFoundException", "missing"],
  ["a pool that may not be described", "AccessDeniedException", "denied"],
  ["no credentials", "UnrecognizedClientException", "credentials"],
])("%s ends it", async (_, name, why) => {
  aws.answer(`${COGNITO}.DescribeUserPool`, () => awsError(name, "no"));
  await expect(factsOfPool(poolId, triggerNames)).rejects.toMatchObject({ why });
});

test("credentials that end half way end it", async () => {
  aws.answer("SESv2.GetAccount", () => awsError("ExpiredTokenException", "expired", 403));
  await expect(factsOfPool(poolId, triggerNames)).rejects.toMatchObject({ why: "credentials" });
});
