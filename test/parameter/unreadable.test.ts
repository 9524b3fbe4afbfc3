import { describe, expect, test } from "vitest";
import { awsInThisProcess } from "../aws/in-this-process.ts";
import { type AwsAnswer, awsError } from "../aws/loopback.ts";
import { freshParameter } from "./fresh.ts";
import { fetches, hold, SESSION, stores } from "./sample-stores.ts";

const { signal } = new AbortController();
const { ssm, secret, appconfig } = stores;

/** The error of a read, after a look at whether it, or its record in the log, holds what nobody may read. */
async function errorOf(read: (signal: AbortSignal) => Promise<unknown>): Promise<Error> {
  const error = await read(signal).then(
    (value) => expect.unreachable(`It gave ${value}.`),
    (thrown) => thrown,
  );
  expect(`${error.message} ${JSON.stringify(await logged(error))}`).not.toContain("hidden");
  return error;
}

/** What the log has of it, as the legacy directory hands it on. By the container's own code: its classes count. */
async function logged(error: Error) {
  const { faultRecord } = await import("../../src/log/fault-record.ts");
  return faultRecord(new Error("The legacy directory is unavailable.", { cause: error })).cause;
}

/** What AWS says besides an error's name is never told: it may hold the name of the secret, and more. */
const failed = (name: string) => awsError(name, "AWS on hidden/name");

const { named: nameOfSsm, operation: getParameter } = ssm;
const { named: nameOfSecret, operation: getSecret } = secret;
const { named: nameOfProfile, operation: getProfile } = appconfig;

describe("a mistake in the set-up is told in a sentence that says what to do", () => {
  test.each([
    [nameOfSsm, getParameter, "ParameterNotFound", "an SSM parameter that is not there: mend the name"],
    [
      nameOfSsm,
      getParameter,
      "ParameterVersionNotFound",
      "an SSM parameter that is not there: mend the name",
    ],
    [nameOfSecret, getSecret, "ResourceNotFoundException", "a secret that is not there: mend the name"],
    [nameOfProfile, SESSION, "ResourceNotFoundException", "an AppConfig profile that is not there: mend"],
    [nameOfProfile, getProfile, "ResourceNotFoundException", "an AppConfig profile that is not there: mend"],
    [nameOfSsm, getParameter, "AccessDeniedException", "may not read: allow ssm:GetParameter on it"],
    [nameOfSecret, getSecret, "AccessDeniedException", "allow secretsmanager:GetSecretValue on it"],
    [nameOfProfile, SESSION, "AccessDeniedException", "allow appconfig:StartConfigurationSession and"],
    [nameOfProfile, getProfile, "AccessDeniedException", "and appconfig:GetLatestConfiguration on it"],
    [nameOfSecret, getSecret, "InvalidRequestException", "a secret that is not given away: restore it if"],
    [nameOfSsm, getParameter, "InvalidKeyId", "cannot be decrypted: allow kms:Decrypt on its key"],
    [nameOfSecret, getSecret, "DecryptionFailure", "cannot be decrypted: allow kms:Decrypt on its key"],
    [nameOfSsm, getParameter, "ValidationException", "a name that its store does not take: write ssm:/path"],
    [
      nameOfSecret,
      getSecret,
      "InvalidParameterException",
      "a name that its store does not take: write secret:",
    ],
    [nameOfProfile, SESSION, "BadRequestException", "a name that its store does not take: write appconfig:"],
  ])("%s, when %s says %s", async (named, operation, name, sentence) => {
    const aws = await awsInThisProcess();
    hold(aws, { appconfig: "hidden" });
    aws.answer(operation, () => failed(name));
    const error = await errorOf(await freshParameter({ LEGACY_DATABASE: named }));
    expect(error).toMatchObject({ name: "SetupError", cause: { name } });
    expect(error.message).toContain("The environment variable LEGACY_DATABASE names ");
    expect(error.message).toContain(sentence);
    expect(aws.calls.filter((call) => call.operation === operation)).toHaveLength(1);
  });
});

describe("a store that cannot be asked just now", () => {
  test.each([
    [nameOfSsm, getParameter, "ThrottlingException", 3, "an SSM parameter"],
    [nameOfSecret, getSecret, "ThrottlingException", 3, "a secret"],
    [nameOfProfile, getProfile, "ThrottlingException", 3, "an AppConfig profile"],
    [nameOfSsm, getParameter, "InternalServerError", 3, "an SSM parameter"],
    [nameOfSecret, getSecret, "InternalServiceError", 3, "a secret"],
    [nameOfProfile, getProfile, "InternalServerException", 3, "an AppConfig profile"],
    [nameOfSecret, getSecret, "ExpiredTokenException", 1, "a secret"],
    [nameOfSsm, getParameter, "UnrecognizedClientException", 1, "an SSM parameter"],
  ])("%s, when %s says %s, is asked %i times", async (named, operation, name, times, noun) => {
    const aws = await awsInThisProcess();
    hold(aws, { appconfig: "hidden" });
    aws.answer(operation, () => failed(name));
    const error = await errorOf(await freshParameter({ LEGACY_DATABASE: named }));
    expect(error).toMatchObject({
      name: "UnreadableParameter",
      message: `What the environment variable LEGACY_DATABASE names, ${noun}, could not be read just now.`,
      cause: { name },
    });
    expect(aws.calls.filter((call) => call.operation === operation)).toHaveLength(times);
  });

  test("is asked again in the next invocation", async () => {
    const aws = await awsInThisProcess();
    aws.answer(getSecret, (_, request) =>
      request > 1 ? secret.output("x") : failed("ExpiredTokenException"),
    );
    const read = await freshParameter({ LEGACY_DATABASE: nameOfSecret });
    await errorOf(read);
    expect(await read(signal)).toBe("x");
  });

  test("is told in the log by our sentence, and by what the SDK calls it", async () => {
    const aws = await awsInThisProcess();
    aws.answer(getSecret, () => failed("ExpiredTokenException"));
    const error = await errorOf(await freshParameter({ LEGACY_DATABASE: nameOfSecret }));
    expect(await logged(error)).toMatchObject({
      name: "UnreadableParameter",
      message: error.message,
      cause: { name: "ExpiredTokenException" },
    });
  });

  test("may be one whose connections are reset, or that nobody is at", async () => {
    const aws = await awsInThisProcess();
    aws.answer(getParameter, () => "reset");
    const read = await freshParameter({ LEGACY_DATABASE: nameOfSsm });
    expect(await errorOf(read)).toMatchObject({ name: "UnreadableParameter", cause: { code: "ECONNRESET" } });
    await aws.close();
    expect(await errorOf(read)).toMatchObject({ cause: { code: "ECONNREFUSED" } });
  });
});

describe("a value that is not what the setting takes", () => {
  test.each<[variable: string, named: string, output: AwsAnswer, sentence: string]>([
    [
      "LEGACY_DATABASE",
      `${nameOfSecret}#hidden`,
      secret.output("hidden"),
      "a secret that should be a JSON object",
    ],
    [
      "LEGACY_DATABASE",
      `${nameOfSecret}#hidden`,
      secret.output('{"a":"hidden"}'),
      "a secret that has no such #key",
    ],
    ["LEGACY_DATABASE", `${nameOfProfile}#hidden`, appconfig.output("hidden"), "should be a JSON object"],
    [
      "LEGACY_DATABASE",
      `${nameOfProfile}#a`,
      appconfig.output('{"a":["hidden"]}'),
      "something else than a text",
    ],
    ["LEGACY_DATABASE", `${nameOfSecret}#a`, secret.output('{"a":""}'), "a secret that is empty"],
    ["LEGACY_DATABASE", nameOfSecret, {}, "a secret that is empty"],
    ["LEGACY_DATABASE", nameOfSsm, ssm.output(""), "an SSM parameter that is empty"],
    ["LEGACY_DATABASE", nameOfProfile, {}, "an AppConfig profile that is empty"],
    ["WHEN_UNAVAILABLE", nameOfSsm, ssm.output("hidden"), "whose value must be one of: report, conceal"],
    [
      "EMAIL_SENDING_ACCOUNT",
      nameOfProfile,
      appconfig.output("hidden"),
      "must be one of: DEVELOPER, COGNITO_",
    ],
    [
      "CORRELATION_KEY",
      nameOfSecret,
      secret.output("hidden"),
      "a secret whose value must have 32 characters",
    ],
  ])("%s=%s of %j", async (variable, named, output, sentence) => {
    const aws = await awsInThisProcess();
    hold(aws, {});
    const sample = Object.values(stores).find((store) => named.startsWith(store.named)) ?? secret;
    aws.answer(sample.operation, () => output);
    const error = await errorOf(await freshParameter({ [variable]: named }));
    expect(error.name).toBe("SetupError");
    expect(error.message).toContain(`The environment variable ${variable} names `);
    expect(error.message).toContain(sentence);
    expect(fetches(aws, sample)).toBe(1);
  });
});
