import { beforeEach, expect, test } from "vitest";
import { triggerNames } from "../../../src/tooling/aws/pool-triggers.ts";
import type { Pool } from "../../../src/tooling/doctor/facts.ts";
import { factsOfPool } from "../../../src/tooling/doctor/facts-of-pool.ts";
import { missingFacts } from "../../../src/tooling/doctor/missing-facts.ts";
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

async function report() {
  const { facts, reasons } = await factsOfPool(poolId, triggerNames);
  return { facts, ...diagnosis(poolRules, facts), missing: missingFacts(facts, reasons, "no reason") };
}

const denied = () => awsError("AccessDeniedException", "not authorized to perform it");

test("a sound pool has no findings, and all facts are read", async () => {
  const { facts, findings, missing } = await report();
  expect(findings).toEqual([]);
  expect(missing.map(({ fact }) => fact)).toEqual([expect.stringMatching(/^the attributes/)]);
  expect(facts.clientIds).toEqual([soundClient.ClientId, "2example"]);
  expect(facts.originationNumbers).toHaveLength(2);
  expect(aws.calls.filter(({ operation }) => operation === "Lambda.GetPolicy")).toHaveLength(4);
});

test("the facts contain no secret and no variable", async () => {
  aws.answer("Lambda.GetFunctionConfiguration", () => ({
    ...soundFunction,
    Environment: { Variables: { LEGACY_DATABASE: "neverToBeSeen" } },
  }));
  const { facts } = await report();
  expect(JSON.stringify([facts, [...facts.functions]])).not.toContain("neverToBeSeen");
});

test("a missing function is one finding, and its policy is not read", async () => {
  const missing = () => awsError("ResourceNotFoundException", "Function not found");
  aws.answer("Lambda.GetFunctionConfiguration", missing);
  aws.answer("Lambda.GetPolicy", missing);
  const { findings } = await report();
  expect(findings.map(({ rule }) => rule)).toEqual(Array(4).fill("function-missing"));
  expect(aws.calls.map(({ operation }) => operation)).not.toContain("Lambda.GetPolicy");
});

test("a function without a policy denies the invocation, and the command permits exactly this pool", async () => {
  aws.answer("Lambda.GetPolicy", () =>
    awsError("ResourceNotFoundException", "The resource you requested does not exist."),
  );
  const { findings } = await report();
  expect(findings.map(({ rule }) => rule)).toEqual(Array(4).fill("invocation-denied"));
  expect(findings[0]?.command).toBe(
    `aws lambda add-permission --function-name ${soundPool.LambdaConfig?.CustomMessage} --statement-id cognito-${poolId} --action lambda:InvokeFunction --principal cognito-idp.amazonaws.com --source-arn ${soundPool.Arn} --source-account ${account} --region eu-central-1`,
  );
});

test("an address is looked up as an identity, then its domain", async () => {
  const SourceArn = `arn:aws:ses:eu-central-1:${account}:identity/no-reply@example.com`;
  const EmailConfiguration = { EmailSendingAccount: "DEVELOPER", SourceArn };
  aws.answer(`${COGNITO}.DescribeUserPool`, () => ({ UserPool: { ...soundPool, EmailConfiguration } }));
  aws.answer("SESv2.GetEmailIdentity", ({ EmailIdentity }) =>
    EmailIdentity === "example.com"
      ? { VerifiedForSendingStatus: true }
      : awsError("NotFoundException", "no"),
  );
  expect((await report()).findings).toEqual([]);
  aws.answer("SESv2.GetEmailIdentity", () => awsError("NotFoundException", "no"));
  expect((await report()).findings.map(({ rule }) => rule)).toEqual(["ses-identity-missing"]);
});

test("an identity of another account is not read in this one", async () => {
  const SourceArn = "arn:aws:ses:eu-central-1:999999999999:identity/example.com";
  const EmailConfiguration = { EmailSendingAccount: "DEVELOPER", SourceArn };
  aws.answer(`${COGNITO}.DescribeUserPool`, () => ({ UserPool: { ...soundPool, EmailConfiguration } }));
  const { missing } = await report();
  expect(missing.map(({ reason }) => reason).filter((reason) => /another account/.test(reason))).toHaveLength(
    2,
  );
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
])("%s is not queried", async (_, change, service) => {
  aws.answer(`${COGNITO}.DescribeUserPool`, () => ({ UserPool: { ...soundPool, ...change } }));
  await report();
  expect(aws.calls.filter(({ operation }) => service.test(operation))).toEqual([]);
});

test("each call that is denied is a missing fact with its reason", async () => {
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
  const { findings, skippedRules, missing } = await report();
  expect(findings).toEqual([]);
  expect(skippedRules).toContain("function-missing");
  expect(
    missing.map(({ reason }) => reason).filter((reason) => /not allowed to call/.test(reason)),
  ).toHaveLength(13);
});

test("the missing policy of a function that cannot be read is not a finding", async () => {
  aws.answer("Lambda.GetFunctionConfiguration", denied);
  aws.answer("Lambda.GetPolicy", () => awsError("ResourceNotFoundException", "does not exist"));
  expect((await report()).findings).toEqual([]);
});

test("an app client without permission to describe it does not hide the other", async () => {
  aws.answer(`${COGNITO}.DescribeUserPoolClient`, ({ ClientId }) =>
    ClientId === "2example" ? denied() : { UserPoolClient: soundClient },
  );
  const { missing, facts } = await report();
  expect(facts.clients).toHaveLength(1);
  expect(missing[0]).toMatchObject({
    fact: "app client 2example",
    reason: expect.stringMatching(/not allowed to call/),
  });
});

test.each([
  ["a pool that does not exist", "ResourceNotFoundException", "not found"],
  ["a pool without permission to describe it", "AccessDeniedException", "denied"],
  ["no credentials", "UnrecognizedClientException", "credentials"],
])("%s ends doctor", async (_, name, kind) => {
  aws.answer(`${COGNITO}.DescribeUserPool`, () => awsError(name, "no"));
  await expect(factsOfPool(poolId, triggerNames)).rejects.toMatchObject({ kind });
});

test("credentials that expire during the calls end doctor", async () => {
  aws.answer("SESv2.GetAccount", () => awsError("ExpiredTokenException", "expired", 403));
  await expect(factsOfPool(poolId, triggerNames)).rejects.toMatchObject({ kind: "credentials" });
});
