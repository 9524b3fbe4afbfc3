import { AppConfigDataClient, GetLatestConfigurationCommand } from "@aws-sdk/client-appconfigdata";
import { CloudFormationClient, DescribeStackResourcesCommand } from "@aws-sdk/client-cloudformation";
import { AddPermissionCommand, InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import {
  GetSMSSandboxAccountStatusCommand,
  ListOriginationNumbersCommand,
  NotFoundException,
  SNSClient,
} from "@aws-sdk/client-sns";
import { GetParameterCommand, ParameterNotFound, SSMClient } from "@aws-sdk/client-ssm";
import { describe, expect, test, vi } from "vitest";
import { awsInThisProcess } from "./in-this-process.ts";
import { type AwsAnswer, awsError } from "./loopback.ts";

const parameter = (settings: ConstructorParameters<typeof SSMClient>[0] = {}) =>
  new SSMClient({ maxAttempts: 1, ...settings }).send(new GetParameterCommand({ Name: "/legacy" }));
const sandbox = () => new SNSClient().send(new GetSMSSandboxAccountStatusCommand());
const stack = () =>
  new CloudFormationClient().send(new DescribeStackResourcesCommand({ PhysicalResourceId: "pool" }));
const configuration = () =>
  new AppConfigDataClient().send(new GetLatestConfigurationCommand({ ConfigurationToken: "a/b+c=" }));

const date = new Date("2026-03-01T12:00:00.500Z");
const bytes = Uint8Array.of(0, 255, 128);
const calls: readonly [
  operation: string,
  input: object,
  answer: Record<string, unknown>,
  call: () => unknown,
][] = [
  [
    "SSM.GetParameter",
    { Name: "/legacy" },
    { Parameter: { Value: "grüezi", Version: 3, LastModifiedDate: date } },
    parameter,
  ],
  [
    "SecretsManager.GetSecretValue",
    { SecretId: "pepper" },
    { SecretBinary: bytes, VersionStages: ["AWSCURRENT"] },
    () => new SecretsManagerClient().send(new GetSecretValueCommand({ SecretId: "pepper" })),
  ],
  [
    "AppConfigData.GetLatestConfiguration",
    { ConfigurationToken: "a/b+c=" },
    { NextPollConfigurationToken: "next", NextPollIntervalInSeconds: 60 },
    configuration,
  ],
  [
    "Lambda.Invoke",
    { FunctionName: "arn:aws:lambda:a:b", InvocationType: "RequestResponse", Payload: bytes },
    { StatusCode: 202 },
    () =>
      new LambdaClient().send(
        new InvokeCommand({
          FunctionName: "arn:aws:lambda:a:b",
          InvocationType: "RequestResponse",
          Payload: bytes,
        }),
      ),
  ],
  [
    "Lambda.AddPermission",
    { FunctionName: "f", StatementId: "s", Action: "a", Principal: "p" },
    { Statement: "{}" },
    () =>
      new LambdaClient().send(
        new AddPermissionCommand({ FunctionName: "f", StatementId: "s", Action: "a", Principal: "p" }),
      ),
  ],
  [
    "SNS.ListOriginationNumbers",
    { MaxResults: 20, NextToken: "a+b/c=" },
    { PhoneNumbers: [{ CreatedAt: date, NumberCapabilities: ["SMS", "VOICE"] }], NextToken: "<&>" },
    () => new SNSClient().send(new ListOriginationNumbersCommand({ MaxResults: 20, NextToken: "a+b/c=" })),
  ],
];
test.each(calls)("%s has an input and an output", async (operation, input, answer, call) => {
  const aws = await awsInThisProcess();
  aws.answer(operation, () => answer);
  expect(await call()).toMatchObject(answer);
  expect(aws.calls).toEqual([{ operation, input }]);
});

test("a body may be bytes, or be left out as AppConfig does when nothing is new", async () => {
  const aws = await awsInThisProcess();
  aws.answer("AppConfigData.GetLatestConfiguration", (_, request) =>
    request === 1 ? { Configuration: bytes } : {},
  );
  expect([...((await configuration()).Configuration ?? [])]).toEqual([...bytes]);
  expect((await configuration()).Configuration).toBe(null);
});

test.each<
  [
    operation: string,
    name: string,
    status: number,
    call: () => Promise<unknown>,
    type: new (never: never) => Error,
  ]
>([
  ["SSM.GetParameter", "ParameterNotFound", 400, parameter, ParameterNotFound],
  ["SSM.GetParameter", "ExpiredTokenException", 400, parameter, Error],
  ["AppConfigData.GetLatestConfiguration", "ResourceNotFoundException", 404, configuration, Error],
  ["SNS.GetSMSSandboxAccountStatus", "NotFoundException", 404, sandbox, NotFoundException],
  ["CloudFormation.DescribeStackResources", "ValidationError", 400, stack, Error],
])("%s may fail with %s", async (operation, name, httpStatusCode, call, type) => {
  const aws = await awsInThisProcess();
  aws.answer(operation, () => awsError(name, "There is <none> & was none."));
  const error = await call().catch((cause) => cause);
  expect(error).toBeInstanceOf(type);
  expect(error).toMatchObject({
    name,
    message: "There is <none> & was none.",
    $metadata: { httpStatusCode },
  });
});

describe("a violation", () => {
  test.each<[what: string, answer: () => AwsAnswer, reason: string]>([
    [
      "an unknown member",
      () => ({ Parameter: { Secret: "x" } }),
      "answer.Parameter.Secret is not a member of Parameter",
    ],
    [
      "a string for a number",
      () => ({ Parameter: { Version: "1" } }),
      "answer.Parameter.Version is not a number",
    ],
    ["null", () => ({ Parameter: { Value: null } }), "answer.Parameter.Value is not a string"],
    ["a list for a structure", () => ({ Parameter: [] }), "answer.Parameter is not a structure"],
    [
      "another service's error",
      () => awsError("UserNotFoundException", "x"),
      "SSM has no error UserNotFoundException",
    ],
    [
      "an exception",
      () => {
        throw new Error("A mistake in the test.");
      },
      "Error: A mistake in the test.",
    ],
  ])("is %s, and the SDK does not retry", async (_, answer, reason) => {
    const message = `SSM.GetParameter: ${reason}`;
    const aws = await awsInThisProcess([message]);
    aws.answer("SSM.GetParameter", answer);
    await expect(parameter({ maxAttempts: 3 })).rejects.toMatchObject({ name: "LoopbackViolation", message });
  });

  test("is a missing member, in XML too", async () => {
    const message = "SNS.GetSMSSandboxAccountStatus: answer.IsInSandbox is missing";
    const aws = await awsInThisProcess([message]);
    aws.answer("SNS.GetSMSSandboxAccountStatus", () => ({}));
    await expect(sandbox()).rejects.toMatchObject({ name: "LoopbackViolation", message });
  });

  test("is a call that nothing answers", async () => {
    await awsInThisProcess(["SSM.GetParameter: nothing answers it"]);
    await expect(parameter()).rejects.toMatchObject({ name: "LoopbackViolation" });
  });

  test("is a call by other credentials, or in another region", async () => {
    await awsInThisProcess([
      "SSM.GetParameter: it is signed for the key AKIAOTHER",
      "SSM.GetParameter: it is signed for the region us-east-1",
    ]);
    const credentials = { accessKeyId: "AKIAOTHER", secretAccessKey: "x" };
    await expect(parameter({ credentials, region: "us-east-1" })).rejects.toThrow();
  });

  const json = { "content-type": "application/x-amz-json-1.1", "x-amz-target": "AmazonSSM.GetParameter" };
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const unsigned = (operation: string, ...reasons: string[]) =>
    ["it is not signed", ...reasons].map((reason) => `${operation}: ${reason}`);
  test.each<[path: string, headers: Record<string, string>, body: string | undefined, violations: string[]]>([
    ["/", json, '{"Name":"a"}', unsigned("SSM.GetParameter")],
    [
      "/",
      json,
      '{"Name":"a","Decrypt":1}',
      unsigned("SSM.GetParameter", "the body is not a GetParameterRequest"),
    ],
    ["/", json, "{}", unsigned("SSM.GetParameter", "input.Name is missing")],
    ["/", { ...json, "x-amz-target": "AmazonSSM.GetParametre" }, "{}", ["POST /: no operation is there"]],
    ["/", form, "Action=GetSMSAttribute", ["POST /: no operation is there"]],
    [
      "/",
      form,
      "Action=ListOriginationNumbers&Version=2010-03-31&A=1",
      unsigned("SNS.ListOriginationNumbers", "input.A is not a member of ListOriginationNumbersRequest"),
    ],
    [
      "/configuration?configuration_token=t&x=t",
      {},
      undefined,
      unsigned("AppConfigData.GetLatestConfiguration", "the query has x"),
    ],
    ["/ssm", {}, undefined, ["GET /ssm: no operation is there"]],
  ])("is a request that no client of the SDK sends: %s %j %s", async (path, headers, body, violations) => {
    const aws = await awsInThisProcess(violations);
    const method = body === undefined ? "GET" : "POST";
    const url = `${aws.environment.AWS_ENDPOINT_URL}${path}`;
    const response = await fetch(url, { method, headers, ...(body !== undefined && { body }) });
    expect(response.status).toBe(400);
    expect(aws.calls).toEqual([]);
  });

  test("cannot be set for an operation that a service does not have", async () => {
    const aws = await awsInThisProcess();
    expect(() => aws.answer("SSM.GetParametre", () => ({}))).toThrow("SSM.GetParametre");
  });
});

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

test("silence lasts until the client gives up", async () => {
  const aws = await awsInThisProcess();
  aws.answer("SSM.GetParameter", () => "silent");
  const requestHandler = { requestTimeout: 100, throwOnRequestTimeout: true };
  await expect(parameter({ requestHandler })).rejects.toMatchObject({ name: "TimeoutError" });
});

test("a connection may be reset; close() resets those that wait", async () => {
  const aws = await awsInThisProcess();
  aws.answer("SSM.GetParameter", (_, request) => (request === 1 ? "reset" : "silent"));
  await expect(parameter()).rejects.toMatchObject({ code: "ECONNRESET" });
  const waiting = parameter().catch((cause) => cause.code);
  await vi.waitFor(() => expect(aws.calls).toHaveLength(2));
  await aws.close();
  expect(await waiting).toBe("ECONNRESET");
});
