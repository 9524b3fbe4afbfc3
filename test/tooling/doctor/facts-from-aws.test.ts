import { expect, test } from "vitest";
import { triggerNames } from "../../../src/tooling/aws/pool-triggers.ts";
import type { AwsQueries } from "../../../src/tooling/doctor/aws-queries.ts";
import { factsFromAws } from "../../../src/tooling/doctor/facts-from-aws.ts";
import { account, policyOf, poolId, soundClient, soundFunction, soundPool } from "./sample.ts";

/** Answers as for a sound pool that sends from other Regions, and records the queries there. */
function elsewhere(queried: string[]): AwsQueries {
  const EmailConfiguration = {
    EmailSendingAccount: "DEVELOPER",
    SourceArn: `arn:aws:ses:eu-west-1:${account}:identity/example.com`,
  } as const;
  const SmsConfiguration = { SnsCallerArn: "arn:aws:iam::1:role/sms", SnsRegion: "ap-northeast-1" };
  const keep = (what: string) => void queried.push(what);
  return {
    pool: async () => ({ ...soundPool, EmailConfiguration, SmsConfiguration }),
    mfa: async () => ({ MfaConfiguration: "OFF" }),
    clientIds: async () => [soundClient.ClientId],
    client: async () => soundClient,
    functionConfiguration: async () => soundFunction,
    functionPolicy: async (arn) => policyOf(arn),
    emailIdentity: async (region, name) => {
      keep(`identity ${name} in ${region}`);
      return { VerifiedForSendingStatus: true };
    },
    sesAccount: async (region) => {
      keep(`account in ${region}`);
      return { SendingEnabled: true };
    },
    isInSmsSandbox: async (region) => {
      keep(`sandbox in ${region}`);
      return false;
    },
    originationNumbers: async (region) => {
      keep(`numbers in ${region}`);
      return [];
    },
  };
}

test("email and SMS are queried in the Region that sends them", async () => {
  const queried: string[] = [];
  await factsFromAws(elsewhere(queried), poolId, triggerNames);
  expect(queried.sort()).toEqual([
    "account in eu-west-1",
    "identity example.com in eu-west-1",
    "numbers in ap-northeast-1",
    "sandbox in ap-northeast-1",
  ]);
});

test("services that the pool does not use are not queried", async () => {
  const queried: string[] = [];
  const { EmailConfiguration: _, SmsConfiguration: __, ...pool } = soundPool;
  await factsFromAws({ ...elsewhere(queried), pool: async () => pool }, poolId, triggerNames);
  expect(queried).toEqual([]);
});

test("an error that is not from AWS is thrown", async () => {
  const queries = elsewhere([]);
  const mfa = () => Promise.reject(new TypeError("ours"));
  await expect(factsFromAws({ ...queries, mfa }, poolId, triggerNames)).rejects.toThrow(TypeError);
});
