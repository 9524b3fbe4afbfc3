import {
  GetSMSAttributesCommand,
  GetSMSSandboxAccountStatusCommand,
  SNSClient,
  SNSServiceException,
} from "@aws-sdk/client-sns";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { describe, expect, test } from "vitest";
import { awsQuery, FORM_TYPE } from "./aws-query.ts";
import { awsInThisProcess } from "./in-this-process.ts";
import { type AwsAnswer, awsError } from "./loopback.ts";
import type { Operation } from "./service.ts";
import { services } from "./services.ts";

const smsAttributes = () => new SNSClient().send(new GetSMSAttributesCommand());
const sandbox = () => new SNSClient().send(new GetSMSSandboxAccountStatusCommand());

const wrongAnswers: readonly [what: string, answer: AwsAnswer, fault: string][] = [
  ["an unknown member", { attribute: {} }, "answer.attribute is not a member of GetSMSAttributesResponse"],
  ["a list for a map", { attributes: [] }, "answer.attributes is not a map"],
  ["a number for a text", { attributes: { a: 1 } }, "answer.attributes.a is not a string"],
  [
    "CloudFormation's error",
    awsError("StackNotFoundException", "x"),
    "SNS has no error StackNotFoundException",
  ],
  ["an error's code for its name", awsError("NotFound", "x"), "SNS has no error NotFound"],
  [
    "an error with a status of the other kind",
    awsError("Throttling", "x", 503),
    "Throttling has the status 400 or one like it, not 503",
  ],
];
test.each(wrongAnswers)("%s is no answer, and the SDK does not try again", async (_, answer, fault) => {
  const told = `SNS.GetSMSAttributes: ${fault}`;
  const aws = await awsInThisProcess([told]);
  aws.answer("SNS.GetSMSAttributes", () => answer);
  const error = await smsAttributes().catch((cause) => cause);
  expect(error).toBeInstanceOf(SNSServiceException);
  expect(error).toMatchObject({ name: "LoopbackViolation", message: told, $metadata: { attempts: 1 } });
});

test("a required member must be in the answer", async () => {
  const aws = await awsInThisProcess(["SNS.GetSMSSandboxAccountStatus: answer.IsInSandbox is missing"]);
  aws.answer("SNS.GetSMSSandboxAccountStatus", () => ({}));
  await expect(sandbox()).rejects.toMatchObject({ name: "LoopbackViolation" });
});

test("the query protocol's errors are no other's", async () => {
  const aws = await awsInThisProcess(["SSM.GetParameter: SSM has no error ValidationError"]);
  aws.answer("SSM.GetParameter", () => awsError("ValidationError", "x"));
  const call = new SSMClient().send(new GetParameterCommand({ Name: "a" }));
  await expect(call).rejects.toMatchObject({ name: "LoopbackViolation" });
});

const posted = (body: string, type = FORM_TYPE, method = "POST", path = "/") => ({
  method,
  url: new URL(path, "http://127.0.0.1"),
  headers: { "content-type": type },
  body: Buffer.from(body),
});

test.each([
  ["an Action that no service has", posted("Action=GetSMSAttribute&Version=2010-03-31")],
  ["no Action", posted("Version=2010-03-31")],
  ["JSON", posted('{"Action":"GetSMSAttributes"}')],
  ["another path", posted("Action=GetSMSAttributes&Version=2010-03-31", FORM_TYPE, "POST", "/sns")],
  ["another method", posted("Action=GetSMSAttributes", FORM_TYPE, "PUT")],
])("no operation is at %s", async (_, { method, url, headers, body }) => {
  const told = `${method} ${url.pathname}: no operation is there`;
  const aws = await awsInThisProcess([told]);
  const response = await fetch(aws.environment.AWS_ENDPOINT_URL + url.pathname, { method, headers, body });
  expect(response.status).toBe(400);
  expect(await response.text()).toBe(
    `<ErrorResponse><Error><Type>Sender</Type><Code>LoopbackViolation</Code><Message>${told}</Message></Error></ErrorResponse>`,
  );
});

describe("by hand", () => {
  const faultsOf = async (request: ReturnType<typeof posted>) => {
    const operation = services.flatMap((s) => awsQuery.operation(s, request) ?? [])[0] as Operation;
    return (await awsQuery.read(operation, request)).mismatches;
  };

  test.each([
    ["PhoneNumber=1&Message=a", []],
    ["MessageAttributes.entry.1.Name=a&MessageAttributes.entry.1.Value.DataType=String&Message=a", []],
    ["PhoneNumber=1", ["input.Message is missing"]],
    ["Message=a&Massage=a", ["input.Massage is not a member of PublishInput"]],
    ["Message=a&Message=a", ["the body has Message again"]],
    ["Message=a&Version=2010-03-31", ["the body has Version again"]],
    ["Message=a&Action.Text=a", ["input.Action is not a member of PublishInput"]],
    ["Message.Text=a", ["input.Message is not a string"]],
    ["Message=a&MessageAttributes.1.Name=a", ["input.MessageAttributes is not a map"]],
    [
      "Message=a&MessageAttributes.entry.1.key=a&MessageAttributes.entry.1.value.DataType=String",
      ["input.MessageAttributes is not a map"],
    ],
    [
      "Message=a&MessageAttributes.entry.1.Name=a&MessageAttributes.entry.1.Value.StringValue=String",
      ["input.MessageAttributes.a.DataType is missing"],
    ],
  ])("Publish with %s has the faults %j", async (form, faults) => {
    expect(await faultsOf(posted(`Action=Publish&Version=2010-03-31&${form}`))).toEqual(faults);
  });

  test.each([
    [
      "of another version",
      posted("Action=GetSMSAttributes&Version=2010-05-15"),
      "the version is not 2010-03-31",
    ],
    ["of no version", posted("Action=GetSMSAttributes"), "the version is not 2010-03-31"],
    [
      "of another content type",
      posted("Action=GetSMSAttributes&Version=2010-03-31", "text/plain"),
      "the content type is not application/x-www-form-urlencoded",
    ],
    [
      "with what an input without members has not",
      posted("Action=GetSMSSandboxAccountStatus&Version=2010-03-31&A=1"),
      "input.A is not a member of GetSMSSandboxAccountStatusInput",
    ],
  ])("a request %s is refused", async (_, request, fault) => {
    expect(await faultsOf(request)).toEqual([fault]);
  });

  test("a request that is not signed is refused", async () => {
    const aws = await awsInThisProcess(["SNS.GetSMSAttributes: there is no signature"]);
    const { method, headers, body } = posted("Action=GetSMSAttributes&Version=2010-03-31");
    await fetch(`${aws.environment.AWS_ENDPOINT_URL}`, { method, headers, body });
  });
});
