import { AppConfigDataClient, GetLatestConfigurationCommand } from "@aws-sdk/client-appconfigdata";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { describe, expect, test } from "vitest";
import { awsInThisProcess } from "./in-this-process.ts";
import { type AwsAnswer, awsError, type LoopbackAws } from "./loopback.ts";

const parameter = (settings: ConstructorParameters<typeof SSMClient>[0] = {}) =>
  new SSMClient(settings).send(new GetParameterCommand({ Name: "/legacy/database" }));

const wrongAnswers: readonly [what: string, answer: () => AwsAnswer, fault: string][] = [
  [
    "an unknown member",
    () => ({ Parameter: { Secret: "x" } }),
    "answer.Parameter.Secret is not a member of Parameter",
  ],
  [
    "a text for a number",
    () => ({ Parameter: { Version: "1" } }),
    "answer.Parameter.Version is not a number",
  ],
  ["a number for a text", () => ({ Parameter: { Value: 1 } }), "answer.Parameter.Value is not a string"],
  ["null", () => ({ Parameter: { Value: null } }), "answer.Parameter.Value is not a string"],
  [
    "seconds for a date",
    () => ({ Parameter: { LastModifiedDate: 1 } }),
    "answer.Parameter.LastModifiedDate is not a timestamp",
  ],
  ["a list for a structure", () => ({ Parameter: [] }), "answer.Parameter is not a structure"],
  [
    "another service's error",
    () => awsError("UserNotFoundException", "x"),
    "SSM has no error UserNotFoundException",
  ],
  [
    "an error with a status of the other kind",
    () => awsError("InternalServerError", "x", 400),
    "InternalServerError has the status 500 or one like it, not 400",
  ],
  [
    "an exception",
    () => {
      throw new Error("A mistake in the test.");
    },
    "Error: A mistake in the test.",
  ],
];
test.each(wrongAnswers)("%s is no answer, and the SDK does not try again", async (_, answer, fault) => {
  const told = `SSM.GetParameter: ${fault}`;
  const aws = await awsInThisProcess([told]);
  aws.answer("SSM.GetParameter", answer);
  await expect(parameter()).rejects.toMatchObject({ name: "LoopbackViolation", message: told });
});

test("a list with an item of another type is no answer", async () => {
  const aws = await awsInThisProcess([
    "SecretsManager.GetSecretValue: answer.VersionStages[1] is not a string",
  ]);
  aws.answer("SecretsManager.GetSecretValue", () => ({ VersionStages: ["a", 1] }));
  const call = new SecretsManagerClient().send(new GetSecretValueCommand({ SecretId: "pepper" }));
  await expect(call).rejects.toMatchObject({ name: "LoopbackViolation" });
});

test("what a header cannot hold is no answer", async () => {
  const fault = 'TypeError [ERR_INVALID_CHAR]: Invalid character in header content ["version-label"]';
  const aws = await awsInThisProcess([`AppConfigData.GetLatestConfiguration: ${fault}`]);
  aws.answer("AppConfigData.GetLatestConfiguration", () => ({ VersionLabel: "世" }));
  const call = new AppConfigDataClient().send(new GetLatestConfigurationCommand({ ConfigurationToken: "t" }));
  await expect(call).rejects.toMatchObject({ name: "LoopbackViolation" });
});

test("an operation that no service has cannot be answered", async () => {
  const aws = await awsInThisProcess();
  expect(() => aws.answer("SSM.GetParametre", () => ({}))).toThrow("SSM.GetParametre");
});

test("a call that nothing answers is refused", async () => {
  await awsInThisProcess(["SSM.GetParameter: nothing answers it"]);
  await expect(parameter()).rejects.toMatchObject({ name: "LoopbackViolation" });
});

test("so are other credentials than those given out, and another region", async () => {
  await awsInThisProcess([
    "SSM.GetParameter: the credentials are not those of `environment`",
    "SSM.GetParameter: the signature is for the region us-east-1",
  ]);
  const credentials = { accessKeyId: "AKIAOTHER", secretAccessKey: "x" };
  await expect(parameter({ credentials, region: "us-east-1" })).rejects.toThrow();
});

type Headers = Readonly<Record<string, string>>;

/** Sends a request that is as the SDK's but for what `path`, `body` and `headers` change of it. */
function sent(aws: LoopbackAws, path: string, body: string | undefined, headers: Headers): Promise<Response> {
  return fetch(aws.environment.AWS_ENDPOINT_URL + path, {
    method: body === undefined ? "GET" : "POST",
    headers: { "x-amz-date": "20260301T120000Z", ...headers },
    ...(body !== undefined && { body }),
  });
}

function signedFor(service: string, signed = "host;x-amz-date"): Headers {
  const scope = `AKIALOOPBACKONLY0000/20260301/eu-central-1/${service}/aws4_request`;
  const signature = `SignedHeaders=${signed}, Signature=${"0".repeat(64)}`;
  return { authorization: `AWS4-HMAC-SHA256 Credential=${scope}, ${signature}` };
}

describe("GetParameter by hand", () => {
  const getParameter = (aws: LoopbackAws, body = '{"Name":"a"}', headers: Headers = signedFor("ssm")) => {
    aws.answer("SSM.GetParameter", () => ({}));
    return sent(aws, "/", body, {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "AmazonSSM.GetParameter",
      ...headers,
    });
  };

  test("is answered when it is as the SDK's", async () => {
    expect((await getParameter(await awsInThisProcess())).status).toBe(200);
  });

  test.each([
    ["an unknown member", '{"Name":"a","Decrypt":1}', "input.Decrypt is not a member of GetParameterRequest"],
    [
      "a member of another type",
      '{"Name":"a","WithDecryption":"y"}',
      "input.WithDecryption is not a boolean",
    ],
    ["a required member missing", "{}", "input.Name is missing"],
    ["no JSON", "{", "the body is not JSON"],
    ["no object", "[]", "input is not a structure"],
  ])("with %s is refused", async (_, body, fault) => {
    const told = `SSM.GetParameter: ${fault}`;
    const aws = await awsInThisProcess([told]);
    const response = await getParameter(aws, body);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(told);
    expect(aws.calls).toEqual([]);
  });

  test.each([
    ["no signature", {}, "there is no signature"],
    [
      "no such signature",
      { authorization: "Bearer x" },
      "the Authorization header is not one of Signature Version 4",
    ],
    ["another service's", signedFor("secretsmanager"), "the signature is for the service secretsmanager"],
    [
      "another day's",
      { ...signedFor("ssm"), "x-amz-date": "20260302T000000Z" },
      "the signature is of another day than x-amz-date",
    ],
    ["one without the host", signedFor("ssm", "x-amz-date"), "the signature does not cover the host"],
    [
      "another content type",
      { ...signedFor("ssm"), "content-type": "application/json" },
      "the content type is not application/x-amz-json-1.1",
    ],
  ])("with %s is refused", async (_, headers, fault) => {
    const aws = await awsInThisProcess([`SSM.GetParameter: ${fault}`]);
    expect((await getParameter(aws, undefined, headers)).status).toBe(400);
  });
});

test.each([
  ["POST", "/", "AmazonSSM.GetParametre"],
  ["GET", "/", "AmazonSSM.GetParameter"],
  ["POST", "/ssm", "AmazonSSM.GetParameter"],
  ["POST", "/configuration", ""],
])("no operation is at %s %s %s", async (method, path, target) => {
  const aws = await awsInThisProcess([`${method} ${path}: no operation is there`]);
  const headers = { ...signedFor("ssm"), "x-amz-target": target };
  expect((await sent(aws, path, method === "POST" ? "{}" : undefined, headers)).status).toBe(400);
});

test.each([
  ["GET", "/configuration?configuration_token=t", []],
  ["GET", "/configuration", ["GetLatestConfiguration: input.ConfigurationToken is missing"]],
  ["GET", "/configuration?configuration_token=t&x=t", ["GetLatestConfiguration: the query has x"]],
  [
    "POST",
    "/configurationsessions",
    [
      "StartConfigurationSession: input.EnvironmentIdentifier is missing",
      "StartConfigurationSession: input.ConfigurationProfileIdentifier is missing",
      "StartConfigurationSession: input.ApplicationIdentifier is not a string",
    ],
  ],
])("of REST requests, %s %s has the faults %j", async (method, path, faults) => {
  const aws = await awsInThisProcess(faults.map((fault) => `AppConfigData.${fault}`));
  aws.answer("AppConfigData.GetLatestConfiguration", () => ({}));
  const body = method === "POST" ? '{"ApplicationIdentifier":1}' : undefined;
  const headers = { ...signedFor("appconfig"), "content-type": "application/json" };
  expect((await sent(aws, path, body, headers)).status).toBe(faults.length > 0 ? 400 : 200);
});
