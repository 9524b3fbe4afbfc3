import { expect, test } from "vitest";
import { triggerNames } from "../../../src/tooling/aws/pool-triggers.ts";
import type { Questions } from "../../../src/tooling/doctor/aws-queries.ts";
import { factsFromAws } from "../../../src/tooling/doctor/facts-from-aws.ts";
import { account, policyOf, poolId, soundClient, soundFunction, soundPool } from "./sample.ts";

/** Answers as for a sound pool that sends from other regions than its own, and keeps what it is asked there. */
function elsewhere(asked: string[]): Questions {
  const EmailConfiguration = {
    EmailSendingAccount: "DEVELOPER",
    SourceArn: `arn:aws:ses:eu-west-1:${account}:identity/example.com`,
  } as const;
  const SmsConfiguration = { SnsCallerArn: "arn:aws:iam::1:role/sms", SnsRegion: "ap-northeast-1" };
  const keep = (what: string) => void asked.push(what);
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

test("email and SMS are asked about in the region that they leave from", async () => {
  const asked: string[] = [];
  await factsFromAws(elsewhere(asked), poolId, triggerNames);
  expect(asked.sort()).toEqual([
    "account in eu-west-1",
    "identity example.com in eu-west-1",
    "numbers in ap-northeast-1",
    "sandbox in ap-northeast-1",
  ]);
});

test("nothing is asked of what the pool does not use", async () => {
  const asked: string[] = [];
  const { EmailConfiguration: _, SmsConfiguration: __, ...pool } = soundPool;
  await factsFromAws({ ...elsewhere(asked), pool: async () => pool }, poolId, triggerNames);
  expect(asked).toEqual([]);
});

test("a mistake of ours is none of AWS's", async () => {
  const questions = elsewhere([]);
  const mfa = () => Promise.reject(new TypeError("ours"));
  await expect(factsFromAws({ ...questions, mfa }, poolId, triggerNames)).rejects.toThrow(TypeError);
});
