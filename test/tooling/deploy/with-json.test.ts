import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { describe, expect, onTestFinished, test } from "vitest";
import { unknownSettings } from "../../../src/tooling/deploy/unknown-settings.ts";
import { withJson } from "../../../src/tooling/deploy/with-json.ts";

/** A Cognito that is newer than the SDK. The loopback AWS follows the SDK's model. */
async function newerCognito(status: number, answer: object): Promise<CognitoIdentityProviderClient> {
  const server = createServer((_, response) => response.writeHead(status).end(JSON.stringify(answer)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return new CognitoIdentityProviderClient({
    region: "eu-central-1",
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: "AKIALOOPBACKONLY0000", secretAccessKey: "of-no-use-elsewhere" },
    maxAttempts: 1,
  });
}

const command = () => new DescribeUserPoolCommand({ UserPoolId: "eu-central-1_AbCdEf123" });

test("the JSON contains what the SDK drops", async () => {
  const UserPool = { Id: "x", CreationDate: 1.5, LambdaConfig: { Novelty: "arn", PreSignUp: "arn" } };
  const { output, json } = await withJson(await newerCognito(200, { UserPool }), command());
  expect(json).toEqual({ UserPool });
  expect(output.UserPool).toEqual({
    Id: "x",
    CreationDate: new Date(1_500),
    LambdaConfig: { PreSignUp: "arn" },
  });
  expect(unknownSettings(UserPool, output.UserPool)).toEqual(["LambdaConfig.Novelty"]);
});

test("an error is still the SDK's", async () => {
  const cognito = await newerCognito(400, { __type: "ResourceNotFoundException", message: "none" });
  await expect(withJson(cognito, command())).rejects.toMatchObject({ name: "ResourceNotFoundException" });
});

describe("unknown settings are found in", () => {
  test.each<[string, unknown, unknown, string[]]>([
    ["nothing", { a: 1, b: { c: [1] } }, { a: 1, b: { c: [1] } }, []],
    ["a setting", { a: 1, z: 1 }, { a: 1 }, ["z"]],
    ["one deep within", { b: { z: { y: 1 } } }, { b: {} }, ["b.z"]],
    ["one in a list", { c: [{ d: 1, z: 1 }] }, { c: [{ d: 1 }] }, ["c[0].z"]],
    ["no date, in whatever form it is sent", { at: 1.5 }, { at: new Date(1_500) }, []],
    ["no null", { z: null }, {}, []],
  ])("%s", (_, json, known, paths) => expect(unknownSettings(json, known)).toEqual(paths));
});
