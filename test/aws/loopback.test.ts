import { setTimeout } from "node:timers/promises";
import {
  AppConfigDataClient,
  GetLatestConfigurationCommand,
  StartConfigurationSessionCommand,
} from "@aws-sdk/client-appconfigdata";
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  TagResourceCommand,
} from "@aws-sdk/client-secrets-manager";
import {
  CreateActivationCommand,
  GetParameterCommand,
  ParameterNotFound,
  SSMClient,
  SSMServiceException,
  ThrottlingException,
} from "@aws-sdk/client-ssm";
import { describe, expect, test, vi } from "vitest";
import { awsInThisProcess } from "./in-this-process.ts";
import { awsError } from "./loopback.ts";

const name = "/legacy/database";
const parameter = (settings: ConstructorParameters<typeof SSMClient>[0] = {}) =>
  new SSMClient({ maxAttempts: 1, ...settings }).send(new GetParameterCommand({ Name: name }));
const latestConfiguration = () =>
  new AppConfigDataClient().send(new GetLatestConfigurationCommand({ ConfigurationToken: "a/b+c=" }));

describe("what the SDK's clients ask, and are answered", () => {
  test("SSM GetParameter", async () => {
    const aws = await awsInThisProcess();
    const LastModifiedDate = new Date("2026-03-01T12:00:00.500Z");
    const answer = { Name: name, Type: "SecureString", Value: "grüezi", Version: 3, LastModifiedDate };
    aws.answer("SSM.GetParameter", () => ({ Parameter: answer }));
    const input = { Name: name, WithDecryption: true };
    const { Parameter } = await new SSMClient().send(new GetParameterCommand(input));
    expect(Parameter).toEqual(answer);
    expect(aws.calls).toEqual([{ operation: "SSM.GetParameter", input }]);
  });

  test("Secrets Manager GetSecretValue", async () => {
    const aws = await awsInThisProcess();
    const answer = { SecretBinary: Uint8Array.of(0, 255, 128), VersionStages: ["AWSCURRENT"] };
    aws.answer("SecretsManager.GetSecretValue", ({ SecretId }) => ({ Name: SecretId, ...answer }));
    const input = { SecretId: "pepper" };
    const secret = await new SecretsManagerClient().send(new GetSecretValueCommand(input));
    expect(secret).toMatchObject({ Name: "pepper", ...answer });
    expect(aws.calls).toEqual([{ operation: "SecretsManager.GetSecretValue", input }]);
  });

  test("AppConfig StartConfigurationSession", async () => {
    const aws = await awsInThisProcess();
    aws.answer("AppConfigData.StartConfigurationSession", () => ({ InitialConfigurationToken: "a/b+c=" }));
    const input = {
      ApplicationIdentifier: "shop",
      EnvironmentIdentifier: "live",
      ConfigurationProfileIdentifier: "recovery",
      RequiredMinimumPollIntervalInSeconds: 15,
    };
    const session = await new AppConfigDataClient().send(new StartConfigurationSessionCommand(input));
    expect(session).toMatchObject({
      InitialConfigurationToken: "a/b+c=",
      $metadata: { httpStatusCode: 201 },
    });
    expect(aws.calls).toEqual([{ operation: "AppConfigData.StartConfigurationSession", input }]);
  });

  test("AppConfig GetLatestConfiguration: a token in the query, members in headers, the body a blob", async () => {
    const aws = await awsInThisProcess();
    const inHeaders = {
      NextPollConfigurationToken: "next",
      NextPollIntervalInSeconds: 60,
      ContentType: "text/plain; charset=utf-8",
    };
    aws.answer("AppConfigData.GetLatestConfiguration", () => ({ ...inHeaders, Configuration: "grüezi" }));
    const latest = await latestConfiguration();
    expect(latest).toMatchObject(inHeaders);
    expect(latest.Configuration?.transformToString()).toBe("grüezi");
    const input = { ConfigurationToken: "a/b+c=" };
    expect(aws.calls).toEqual([{ operation: "AppConfigData.GetLatestConfiguration", input }]);
  });

  test("the blob may be bytes, and be left out as AppConfig does when nothing is new", async () => {
    const aws = await awsInThisProcess();
    const bytes = Uint8Array.of(0, 255, 128);
    aws.answer("AppConfigData.GetLatestConfiguration", (_, request) =>
      request === 1 ? { Configuration: bytes } : {},
    );
    expect([...((await latestConfiguration()).Configuration ?? [])]).toEqual([...bytes]);
    expect((await latestConfiguration()).Configuration).toBe(null);
  });
});

describe("what the operations above have none of", () => {
  test("bytes in JSON, and an operation without an output", async () => {
    const aws = await awsInThisProcess();
    aws.answer("SecretsManager.PutSecretValue", () => ({}));
    aws.answer("SecretsManager.TagResource", () => ({}));
    const secrets = new SecretsManagerClient();
    const value = {
      SecretId: "pepper",
      SecretBinary: Uint8Array.of(0, 255),
      ClientRequestToken: "0".repeat(32),
    };
    await secrets.send(new PutSecretValueCommand(value));
    const tags = { SecretId: "pepper", Tags: [{ Key: "for", Value: "sms" }] };
    await secrets.send(new TagResourceCommand(tags));
    expect(aws.calls.map(({ input }) => input)).toEqual([value, tags]);
  });

  test("a date in a request", async () => {
    const aws = await awsInThisProcess();
    aws.answer("SSM.CreateActivation", () => ({}));
    const input = { IamRole: "role", ExpirationDate: new Date("2026-03-01T12:00:00Z") };
    await new SSMClient().send(new CreateActivationCommand(input));
    expect(aws.calls).toEqual([{ operation: "SSM.CreateActivation", input }]);
  });
});

describe("an error", () => {
  test("is of the class that the model has for it", async () => {
    const aws = await awsInThisProcess();
    aws.answer("SSM.GetParameter", () => awsError("ParameterNotFound", "There is none."));
    const error = await parameter().catch((cause) => cause);
    expect(error).toBeInstanceOf(ParameterNotFound);
    expect(error).toMatchObject({ message: "There is none.", $metadata: { httpStatusCode: 400 } });
  });

  test("has its message in the member that the model names", async () => {
    const aws = await awsInThisProcess();
    aws.answer("SSM.GetParameter", () => awsError("ThrottlingException", "Rate exceeded"));
    const error = await parameter().catch((cause) => cause);
    expect(error).toBeInstanceOf(ThrottlingException);
    expect(error.message).toBe("Rate exceeded");
  });

  test("that any service may give is the service's own, by its name", async () => {
    const aws = await awsInThisProcess();
    aws.answer("SSM.GetParameter", () => awsError("ExpiredTokenException", "The token has expired.", 403));
    const error = await parameter().catch((cause) => cause);
    expect(error).toBeInstanceOf(SSMServiceException);
    expect(error).toMatchObject({ name: "ExpiredTokenException", $metadata: { httpStatusCode: 403 } });
  });

  test("of a REST service has the status that the model states", async () => {
    const aws = await awsInThisProcess();
    aws.answer("AppConfigData.GetLatestConfiguration", () =>
      awsError("ResourceNotFoundException", "There is none."),
    );
    await expect(latestConfiguration()).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: "There is none.",
      $metadata: { httpStatusCode: 404 },
    });
  });
});

describe("in time", () => {
  test("each attempt is a call; they are counted from when the answer was set", async () => {
    const aws = await awsInThisProcess();
    const value = { Parameter: { Value: "at last" } };
    aws.answer("SSM.GetParameter", (_, request) =>
      request < 3 ? awsError("InternalServerError", "Try again.") : value,
    );
    expect(await parameter({ maxAttempts: 3 })).toMatchObject(value);
    expect(aws.calls).toHaveLength(3);
    aws.answer("SSM.GetParameter", (_, request) => ({ Parameter: { Version: request } }));
    expect((await parameter()).Parameter?.Version).toBe(1);
  });

  test("an answer may be slow", async () => {
    const aws = await awsInThisProcess();
    aws.answer("SSM.GetParameter", async () => {
      await setTimeout(300);
      return { Parameter: { Value: "at last" } };
    });
    const start = performance.now();
    expect((await parameter()).Parameter?.Value).toBe("at last");
    expect(performance.now() - start).toBeGreaterThan(290);
  });

  test("silence lasts until the client has waited enough", async () => {
    const aws = await awsInThisProcess();
    aws.answer("SSM.GetParameter", () => "silent");
    const requestHandler = { requestTimeout: 100, throwOnRequestTimeout: true };
    await expect(parameter({ requestHandler })).rejects.toMatchObject({ name: "TimeoutError" });
    expect(aws.calls).toHaveLength(1);
  });

  test("a connection may be reset", async () => {
    const aws = await awsInThisProcess();
    aws.answer("SSM.GetParameter", () => "reset");
    await expect(parameter()).rejects.toMatchObject({ code: "ECONNRESET" });
  });

  test("close() ends the calls that wait", async () => {
    const aws = await awsInThisProcess();
    aws.answer("SSM.GetParameter", () => "silent");
    const waiting = parameter().catch((cause) => cause.code);
    await vi.waitFor(() => expect(aws.calls).toHaveLength(1));
    await aws.close();
    expect(await waiting).toBe("ECONNRESET");
  });
});
