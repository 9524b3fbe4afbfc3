import { createHmac } from "node:crypto";
import * as cognito from "@aws-sdk/client-cognito-identity-provider";
import { type CallRecord, overSdk, recoveryClient } from "cognito-recovery/client";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { TRY_AGAIN } from "../../src/trigger/trigger-handler.ts";
import { clientMetadata } from "../../triggers/client-metadata.ts";
import { awsInThisProcess } from "../aws/in-this-process.ts";
import { type AwsAnswer, awsError, type LoopbackAws } from "../aws/loopback.ts";

const FORGOT = "CognitoIdentityProvider.ForgotPassword";
const CONFIRM = "CognitoIdentityProvider.ConfirmForgotPassword";
const delivery = { Destination: "a***@e***", DeliveryMedium: "EMAIL", AttributeName: "email" } as const;
const anna = "anna@example.com";
const [code, password] = ["123456", "A new passw0rd"];

/** A client of each kind, for the loopback AWS; `records` is its log. */
function clientOf(kind: "fetch" | "send", aws: LoopbackAws) {
  const records: CallRecord[] = [];
  const common = {
    clientId: "client",
    metadata: clientMetadata,
    log: (call: CallRecord) => records.push(call),
  };
  const endpoint = aws.environment.AWS_ENDPOINT_URL ?? "";
  const client =
    kind === "fetch"
      ? recoveryClient({ ...common, fetch, endpoint })
      : recoveryClient({ ...common, send: overSdk(new cognito.CognitoIdentityProviderClient(), cognito) });
  return { client, records };
}

/** Sets how long the pauses before other attempts are: as part of the longest. */
function pauses(part: number): void {
  const random = vi.spyOn(Math, "random").mockReturnValue(part);
  onTestFinished(() => random.mockRestore());
}

describe.each(["fetch", "send"] as const)("over %s", (kind) => {
  test("all parameters of ForgotPassword reach Cognito, and the code's delivery the app", async () => {
    const aws = await awsInThisProcess();
    aws.answer(FORGOT, () => ({ CodeDeliveryDetails: delivery }));
    const { client, records } = clientOf(kind, aws);
    const result = await client.forgotPassword(` ${anna} `, {
      metadata: { locale: "de-CH", brand: "NOT A BRAND" },
      userContextData: { IpAddress: "192.0.2.1", EncodedData: "e" },
      analyticsMetadata: { AnalyticsEndpointId: "a" },
    });
    expect(result).toEqual({ is: "sent", delivery });
    expect(aws.calls).toEqual([
      {
        operation: FORGOT,
        input: {
          ClientId: "client",
          Username: anna,
          ClientMetadata: { locale: "de-CH" },
          UserContextData: { IpAddress: "192.0.2.1", EncodedData: "e" },
          AnalyticsMetadata: { AnalyticsEndpointId: "a" },
        },
      },
    ]);
    expect(records).toEqual([
      { operation: "ForgotPassword", is: "sent", error: undefined, dropped: ["brand"] },
    ]);
  });

  test("all parameters of ConfirmForgotPassword reach Cognito", async () => {
    const aws = await awsInThisProcess();
    aws.answer(CONFIRM, () => ({}));
    const { client } = clientOf(kind, aws);
    const result = await client.confirmForgotPassword(anna, ` ${code}\n`, password, {
      metadata: { locale: "fr" },
      userContextData: { EncodedData: "e" },
      analyticsMetadata: { AnalyticsEndpointId: "a" },
    });
    expect(result).toEqual({ is: "done" });
    expect(aws.calls.map(({ input }) => input)).toEqual([
      {
        ClientId: "client",
        Username: anna,
        ConfirmationCode: code,
        Password: password,
        ClientMetadata: { locale: "fr" },
        UserContextData: { EncodedData: "e" },
        AnalyticsMetadata: { AnalyticsEndpointId: "a" },
      },
    ]);
  });

  test("without options, no metadata is sent", async () => {
    const aws = await awsInThisProcess();
    aws.answer(FORGOT, () => ({}));
    expect(await clientOf(kind, aws).client.forgotPassword(anna)).toEqual({
      is: "sent",
    });
    expect(aws.calls[0]?.input).toEqual({ ClientId: "client", Username: anna, ClientMetadata: {} });
  });

  test.each<[name: string, text: string, forgot: string, confirm: string]>([
    [
      "ResourceNotFoundException",
      "User pool client client does not exist.",
      "misconfigured",
      "misconfigured",
    ],
    ["OperationNotEnabledException", "x", "misconfigured", "misconfigured"],
    [
      "NotAuthorizedException",
      "Client client is configured with secret but SECRET_HASH was not received",
      "misconfigured",
      "misconfigured",
    ],
    ["NotAuthorizedException", "User is disabled.", "sent", "invalid-code"],
    ["NotAuthorizedException", "User password cannot be reset in the current state.", "sent", "invalid-code"],
    ["UserNotFoundException", "Username/client id combination not found.", "sent", "invalid-code"],
    [
      "InvalidParameterException",
      "Cannot reset password for the user as there is no registered/verified email or phone_number",
      "sent",
      "invalid-code",
    ],
    ["UserNotConfirmedException", "x", "try-again", "invalid-code"],
    ["CodeMismatchException", "x", "try-again", "invalid-code"],
    ["ExpiredCodeException", "x", "try-again", "expired-code"],
    ["InvalidPasswordException", "x", "try-again", "invalid-password"],
    ["PasswordHistoryPolicyViolationException", "x", "try-again", "used-password"],
    ["TooManyFailedAttemptsException", "x", "too-many-attempts", "too-many-attempts"],
    ["LimitExceededException", "x", "too-many-attempts", "too-many-attempts"],
    ["ForbiddenException", "x", "try-again", "try-again"],
    ["InvalidSmsRoleAccessPolicyException", "x", "misconfigured", "uncertain"],
    ["InvalidSmsRoleTrustRelationshipException", "x", "misconfigured", "uncertain"],
    ["InvalidEmailRoleAccessPolicyException", "x", "misconfigured", "uncertain"],
    ["InvalidLambdaResponseException", "x", "misconfigured", "uncertain"],
    ["CodeDeliveryFailureException", "x", "try-again", "uncertain"],
    ["UnexpectedLambdaException", "x", "try-again", "uncertain"],
    ["UserLambdaValidationException", "UserMigration failed with error x.", "try-again", "uncertain"],
    [
      "UserLambdaValidationException",
      `UserMigration failed with error ${TRY_AGAIN}.`,
      "try-again",
      "uncertain",
    ],
    [
      "UserLambdaValidationException",
      "PreSignUp failed with error LEGACY_ACCOUNT: Reset it.",
      "refused",
      "uncertain",
    ],
    ["InternalErrorException", "x", "try-again", "uncertain"],
    ["ServiceUnavailable", "x", "try-again", "uncertain"],
  ])("%s (%s) is %s, and %s at the second step; one request each", async (name, text, forgot, confirm) => {
    const aws = await awsInThisProcess();
    for (const operation of [FORGOT, CONFIRM]) aws.answer(operation, () => awsError(name, text));
    const { client, records } = clientOf(kind, aws);
    const results = [
      await client.forgotPassword(anna),
      await client.confirmForgotPassword(anna, code, password),
    ];
    expect(results.map(({ is }) => is)).toEqual([forgot, confirm]);
    expect(aws.calls).toHaveLength(2);
    expect(records.map(({ error }) => error)).toEqual([
      expect.objectContaining({ name, message: text }),
      expect.objectContaining({ name, message: text }),
    ]);
    // What Cognito said does not reach a browser by way of a server's JSON.
    if (text !== "x") expect(JSON.stringify(results)).not.toContain(text);
  });

  test("a person whose account is concealed gets the very result of one without delivery details", async () => {
    const aws = await awsInThisProcess();
    const { client } = clientOf(kind, aws);
    aws.answer(FORGOT, () => ({}));
    const sent = await client.forgotPassword(anna);
    for (const name of ["UserNotFoundException", "InvalidParameterException", "NotAuthorizedException"]) {
      aws.answer(FORGOT, () => awsError(name, "x"));
      expect(await client.forgotPassword(anna)).toEqual(sent);
    }
  });

  test("a policy's refusal has its word and sentence", async () => {
    const aws = await awsInThisProcess();
    const text = "PreSignUp failed with error LEGACY_ACCOUNT: There is an account already. Reset it.";
    aws.answer(FORGOT, () => awsError("UserLambdaValidationException", text));
    expect(await clientOf(kind, aws).client.forgotPassword(anna)).toEqual({
      is: "refused",
      word: "LEGACY_ACCOUNT",
      sentence: "There is an account already. Reset it.",
    });
  });

  test.each<[what: string, answer: AwsAnswer, requests: number, forgot: string, confirm: string]>([
    ["too many requests", awsError("TooManyRequestsException", "x"), 3, "try-again", "try-again"],
    ["a reset connection", "reset", 1, "try-again", "uncertain"],
  ])("%s: %j, after %i requests: %s, %s", async (_, answer, requests, forgot, confirm) => {
    pauses(0);
    const aws = await awsInThisProcess();
    for (const operation of [FORGOT, CONFIRM]) aws.answer(operation, () => answer);
    const { client } = clientOf(kind, aws);
    expect((await client.forgotPassword(anna)).is).toBe(forgot);
    expect(aws.calls).toHaveLength(requests);
    expect((await client.confirmForgotPassword(anna, code, password)).is).toBe(confirm);
    expect(aws.calls).toHaveLength(2 * requests);
  });

  test("after too many requests, the next one counts", async () => {
    const aws = await awsInThisProcess();
    aws.answer(FORGOT, (_, request) => (request === 1 ? awsError("TooManyRequestsException", "x") : {}));
    expect((await clientOf(kind, aws).client.forgotPassword(anna)).is).toBe("sent");
    expect(aws.calls).toHaveLength(2);
  });

  test.each([
    ["before the request", 0, "silent"],
    ["while Cognito is silent", 1, "silent"],
    ["before another attempt", 1, awsError("TooManyRequestsException", "x")],
  ] as const)("its signal ends a call %s", async (when, requests, answer) => {
    pauses(1_000);
    const aws = await awsInThisProcess();
    const controller = new AbortController();
    aws.answer(FORGOT, () => {
      setTimeout(() => controller.abort(), 50);
      return answer;
    });
    if (when === "before the request") controller.abort();
    const { client, records } = clientOf(kind, aws);
    const call = client.forgotPassword(anna, { signal: controller.signal });
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    expect(aws.calls).toHaveLength(requests);
    expect(records).toEqual([]);
  });
});

test.each([
  ["", code, password, "invalid-username"],
  ["   ", code, password, "invalid-username"],
  ["a".repeat(129), code, password, "invalid-username"],
  [anna, " ", password, "invalid-code"],
  [anna, code, "", "invalid-password"],
  [anna, code, `${password} `, "invalid-password"],
])("what Cognito takes for nobody is not sent: %j, %j, %j is %s", async (username, typed, chosen, expected) => {
  const aws = await awsInThisProcess();
  const { client, records } = clientOf("fetch", aws);
  expect((await client.confirmForgotPassword(username, typed, chosen)).is).toBe(expected);
  if (expected === "invalid-username") expect((await client.forgotPassword(username)).is).toBe(expected);
  expect(records.map(({ is }) => is)).toContain(expected);
  expect(aws.calls).toEqual([]);
});

test.each([
  ["name", ` ${anna}`, "anna@example.com"],
  ["letters outside ASCII", "zoë@example.com", "zoë@example.com"],
])("the hash is of the user name that is sent: %s", async (_, typed, username) => {
  const aws = await awsInThisProcess();
  for (const operation of [FORGOT, CONFIRM]) aws.answer(operation, () => ({}));
  const client = recoveryClient({
    clientId: "client",
    clientSecret: "sécret",
    metadata: clientMetadata,
    send: overSdk(new cognito.CognitoIdentityProviderClient(), cognito),
  });
  await client.forgotPassword(typed);
  await client.confirmForgotPassword(typed, code, password);
  const SecretHash = createHmac("sha256", "sécret").update(`${username}client`).digest("base64");
  for (const { input } of aws.calls) expect(input).toMatchObject({ Username: username, SecretHash });
  expect(aws.calls).toHaveLength(2);
});

test.each<[what: string, status: number, text: string, forgot: string, confirm: string]>([
  ["a namespace", 400, '{"__type":"a#LimitExceededException"}', "too-many-attempts", "too-many-attempts"],
  ["no name of an error", 400, "{}", "try-again", "uncertain"],
  ["the name of a property of every object", 400, '{"__type":"toString"}', "try-again", "uncertain"],
  ["null for an error", 400, "null", "try-again", "uncertain"],
  ["null for an output", 200, "null", "sent", "done"],
  ["the page of a proxy", 200, "<html>", "try-again", "uncertain"],
])("a response with %s", async (_, status, text, forgot, confirm) => {
  const client = recoveryClient({
    clientId: "client",
    metadata: clientMetadata,
    region: "eu-central-1",
    fetch: async () => new Response(text, { status }),
  });
  expect((await client.forgotPassword(anna)).is).toBe(forgot);
  expect((await client.confirmForgotPassword(anna, code, password)).is).toBe(confirm);
});

test("a region is an address of Cognito, and fetch is called as browsers require, without an object", async () => {
  const calls: unknown[] = [];
  const client = recoveryClient({
    clientId: "client",
    metadata: clientMetadata,
    region: "eu-central-1",
    fetch: async function (this: unknown, url) {
      calls.push(this, url);
      return new Response("{}");
    },
  });
  await client.forgotPassword(anna);
  expect(calls).toEqual([undefined, "https://cognito-idp.eu-central-1.amazonaws.com/"]);
});
