import { describe, expect, onTestFinished, test, vi } from "vitest";
import { faultRecord } from "../../src/log/fault-record.ts";
import type { Parameter } from "../../src/parameter/setting.ts";
import { awsInThisProcess } from "../aws/in-this-process.ts";
import { type AwsAnswer, awsError } from "../aws/loopback.ts";
import { freshParameter } from "./fresh-parameter.ts";
import { fetches, hold, SESSION, stores } from "./sample-stores.ts";

const { signal } = new AbortController();
const { ssm, secret, appconfig } = stores;

/** Returns the error of a reading; neither it nor its record in the log may hold anything hidden. */
async function errorOf(parameter: Pick<Parameter<unknown>, "get">): Promise<Error> {
  const error = await parameter.get(signal).then(
    (value) => expect.unreachable(`It returned ${value}.`),
    (thrown) => thrown,
  );
  expect(`${error.message} ${JSON.stringify(logged(error))}`).not.toContain("hidden");
  return error;
}

/** Returns the logged fields of an error that is the cause of another. */
const logged = (error: Error) =>
  faultRecord(new Error("The legacy directory is unavailable.", { cause: error })).cause;

/** The message of an AWS error is never repeated: it may hold the name of the secret, and more. */
const failed = (name: string) => awsError(name, "AWS on hidden/name");

const { named: nameOfSsm, operation: getParameter } = ssm;
const { named: nameOfSecret, operation: getSecret } = secret;
const { named: nameOfProfile, operation: getProfile } = appconfig;

describe("a mistake in the set-up is a sentence with what to do", () => {
  test.each([
    [nameOfSsm, getParameter, "ParameterNotFound", "an SSM parameter that does not exist: correct"],
    [nameOfSsm, getParameter, "ParameterVersionNotFound", "an SSM parameter that does not exist: correct"],
    [nameOfSecret, getSecret, "ResourceNotFoundException", "a secret that does not exist: correct"],
    [
      nameOfProfile,
      SESSION,
      "ResourceNotFoundException",
      "an AppConfig profile that does not exist: correct",
    ],
    [
      nameOfProfile,
      getProfile,
      "ResourceNotFoundException",
      "an AppConfig profile that does not exist: correct",
    ],
    [
      nameOfSsm,
      getParameter,
      "AccessDeniedException",
      "is not allowed to read: allow ssm:GetParameter on it",
    ],
    [nameOfSecret, getSecret, "AccessDeniedException", "allow secretsmanager:GetSecretValue on it"],
    [nameOfProfile, SESSION, "AccessDeniedException", "allow appconfig:StartConfigurationSession and"],
    [nameOfProfile, getProfile, "AccessDeniedException", "and appconfig:GetLatestConfiguration on it"],
    [nameOfSecret, getSecret, "InvalidRequestException", "that its store does not return: restore it if"],
    [nameOfSsm, getParameter, "InvalidKeyId", "cannot be decrypted: allow kms:Decrypt on its key"],
    [nameOfSecret, getSecret, "DecryptionFailure", "cannot be decrypted: allow kms:Decrypt on its key"],
    [
      nameOfSsm,
      getParameter,
      "ValidationException",
      "a name that its store does not accept: write ssm:/path",
    ],
    [
      nameOfSecret,
      getSecret,
      "InvalidParameterException",
      "a name that its store does not accept: write secret:",
    ],
    [
      nameOfProfile,
      SESSION,
      "BadRequestException",
      "a name that its store does not accept: write appconfig:",
    ],
  ])("%s, when %s answers %s", async (named, operation, name, sentence) => {
    const aws = await awsInThisProcess();
    hold(aws, { appconfig: "hidden" });
    aws.answer(operation, () => failed(name));
    const error = await errorOf(freshParameter({ LEGACY_DATABASE: named }));
    expect(error).toMatchObject({ name: "SetupError", cause: { name } });
    expect(error.message).toContain("The environment variable LEGACY_DATABASE names ");
    expect(error.message).toContain(sentence);
    expect(aws.calls.filter((call) => call.operation === operation)).toHaveLength(1);
  });
});

describe("a store that cannot be read for now", () => {
  test.each([
    [nameOfSsm, getParameter, "ThrottlingException", 3, "an SSM parameter"],
    [nameOfSecret, getSecret, "ThrottlingException", 3, "a secret"],
    [nameOfProfile, getProfile, "ThrottlingException", 3, "an AppConfig profile"],
    [nameOfSsm, getParameter, "InternalServerError", 3, "an SSM parameter"],
    [nameOfSecret, getSecret, "InternalServiceError", 3, "a secret"],
    [nameOfProfile, getProfile, "InternalServerException", 3, "an AppConfig profile"],
    [nameOfSecret, getSecret, "ExpiredTokenException", 1, "a secret"],
    [nameOfSsm, getParameter, "UnrecognizedClientException", 1, "an SSM parameter"],
  ])("%s, when %s answers %s, receives %i requests", async (named, operation, name, times, noun) => {
    // The SDK waits between two attempts for a random time, here for the shortest.
    vi.spyOn(Math, "random").mockReturnValue(0);
    onTestFinished(() => void vi.restoreAllMocks());
    const aws = await awsInThisProcess();
    hold(aws, { appconfig: "hidden" });
    aws.answer(operation, () => failed(name));
    const error = await errorOf(freshParameter({ LEGACY_DATABASE: named }));
    expect(error).toMatchObject({
      name: "UnreadableParameter",
      message: `The environment variable LEGACY_DATABASE names ${noun} that could not be read for now.`,
      cause: { name },
    });
    expect(aws.calls.filter((call) => call.operation === operation)).toHaveLength(times);
  });

  test("is read again in the next invocation", async () => {
    const aws = await awsInThisProcess();
    aws.answer(getSecret, (_, request) =>
      request > 1 ? secret.output("x") : failed("ExpiredTokenException"),
    );
    const parameter = freshParameter({ LEGACY_DATABASE: nameOfSecret });
    await errorOf(parameter);
    expect(await parameter.get(signal)).toBe("x");
  });

  test("is logged with our sentence and the SDK's name for it", async () => {
    const aws = await awsInThisProcess();
    aws.answer(getSecret, () => failed("ExpiredTokenException"));
    const error = await errorOf(freshParameter({ LEGACY_DATABASE: nameOfSecret }));
    expect(logged(error)).toMatchObject({
      name: "UnreadableParameter",
      message: error.message,
      cause: { name: "ExpiredTokenException" },
    });
  });

  test("may reset connections, or not listen", async () => {
    const aws = await awsInThisProcess();
    aws.answer(getParameter, () => "reset");
    const parameter = freshParameter({ LEGACY_DATABASE: nameOfSsm });
    expect(await errorOf(parameter)).toMatchObject({
      name: "UnreadableParameter",
      cause: { code: "ECONNRESET" },
    });
    await aws.close();
    expect(await errorOf(parameter)).toMatchObject({ cause: { code: "ECONNREFUSED" } });
  });
});

describe("a value that the setting does not accept", () => {
  test.each<[variable: string, named: string, output: AwsAnswer, sentence: string]>([
    [
      "LEGACY_DATABASE",
      `${nameOfSecret}#hidden`,
      secret.output("hidden"),
      "a secret that must be a JSON object",
    ],
    [
      "LEGACY_DATABASE",
      `${nameOfSecret}#hidden`,
      secret.output('{"a":"hidden"}'),
      "a secret that has no such #key",
    ],
    ["LEGACY_DATABASE", `${nameOfProfile}#hidden`, appconfig.output("hidden"), "must be a JSON object"],
    [
      "LEGACY_DATABASE",
      `${nameOfProfile}#a`,
      appconfig.output('{"a":["hidden"]}'),
      "has no text at its #key",
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
    ["CORRELATION_KEY", nameOfSecret, secret.output("hidden"), "a secret whose value must have at least 32"],
  ])("%s=%s of %j", async (variable, named, output, sentence) => {
    const aws = await awsInThisProcess();
    hold(aws, {});
    const sample = Object.values(stores).find((store) => named.startsWith(store.named)) ?? secret;
    aws.answer(sample.operation, () => output);
    const error = await errorOf(freshParameter({ [variable]: named }));
    expect(error.name).toBe("SetupError");
    expect(error.message).toContain(`The environment variable ${variable} names `);
    expect(error.message).toContain(sentence);
    expect(fetches(aws, sample)).toBe(1);
  });
});
