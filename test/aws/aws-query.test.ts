import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStackResourcesCommand,
  SignalResourceCommand,
  StackNotFoundException,
  StartResourceScanCommand,
} from "@aws-sdk/client-cloudformation";
import {
  CreateTopicCommand,
  GetSMSAttributesCommand,
  GetSMSSandboxAccountStatusCommand,
  ListOriginationNumbersCommand,
  NotFoundException,
  PublishCommand,
  SNSClient,
} from "@aws-sdk/client-sns";
import { describe, expect, test } from "vitest";
import { awsInThisProcess } from "./in-this-process.ts";
import { awsError } from "./loopback.ts";

const sandbox = () => new SNSClient().send(new GetSMSSandboxAccountStatusCommand());
const smsAttributes = () => new SNSClient().send(new GetSMSAttributesCommand());
const PhysicalResourceId = "eu-central-1_Pool";
const stackResources = () =>
  new CloudFormationClient().send(new DescribeStackResourcesCommand({ PhysicalResourceId }));

describe("what the SDK's clients ask, and are answered", () => {
  test.each([true, false])("SNS GetSMSSandboxAccountStatus: %s", async (IsInSandbox) => {
    const aws = await awsInThisProcess();
    aws.answer("SNS.GetSMSSandboxAccountStatus", () => ({ IsInSandbox }));
    expect((await sandbox()).IsInSandbox).toBe(IsInSandbox);
    expect(aws.calls).toEqual([{ operation: "SNS.GetSMSSandboxAccountStatus", input: {} }]);
  });

  test("SNS ListOriginationNumbers: structures in a list, with dates and lists", async () => {
    const aws = await awsInThisProcess();
    const number = {
      CreatedAt: new Date("2026-03-01T12:00:00.500Z"),
      PhoneNumber: "+41791234567",
      Status: "ACTIVE",
      RouteType: "Transactional",
      NumberCapabilities: ["SMS", "VOICE"],
    };
    const other = { CreatedAt: new Date("2026-03-02T00:00:00Z"), NumberCapabilities: [] };
    const answer = { PhoneNumbers: [number, other], NextToken: "a&b=<c>" };
    aws.answer("SNS.ListOriginationNumbers", () => answer);
    const input = { MaxResults: 20, NextToken: "a+b/c=" };
    expect(await new SNSClient().send(new ListOriginationNumbersCommand(input))).toMatchObject(answer);
    expect(aws.calls).toEqual([{ operation: "SNS.ListOriginationNumbers", input }]);
  });

  test.each([
    [{ DefaultSMSType: "Transactional", DefaultSenderID: "" }],
    [{ MonthlySpendLimit: "1" }],
    [{}],
  ])("SNS GetSMSAttributes: the map %j", async (attributes) => {
    const aws = await awsInThisProcess();
    aws.answer("SNS.GetSMSAttributes", () => ({ attributes }));
    const input = { attributes: ["DefaultSMSType", "MonthlySpendLimit"] };
    const answer = await new SNSClient().send(new GetSMSAttributesCommand(input));
    expect(answer.attributes).toEqual(attributes);
    expect(aws.calls).toEqual([{ operation: "SNS.GetSMSAttributes", input }]);
  });

  test("SNS Publish: a map of structures with bytes, under names of the model's", async () => {
    const aws = await awsInThisProcess();
    aws.answer("SNS.Publish", () => ({ MessageId: "1" }));
    const input = {
      PhoneNumber: "+41791234567",
      Message: "Grüezi,\n100 % & more = 世界",
      MessageAttributes: {
        "AWS.SNS.SMS.SenderID": { DataType: "String", StringValue: "Shop" },
        key: { DataType: "Binary", BinaryValue: Uint8Array.of(0, 255, 128) },
      },
    };
    expect((await new SNSClient().send(new PublishCommand(input))).MessageId).toBe("1");
    expect(aws.calls).toEqual([{ operation: "SNS.Publish", input }]);
  });

  test("SNS CreateTopic: a list of structures and a map of texts, and empty ones", async () => {
    const aws = await awsInThisProcess();
    aws.answer("SNS.CreateTopic", () => ({ TopicArn: "arn" }));
    const tags = [
      { Key: "for", Value: "sms" },
      { Key: "of", Value: "" },
    ];
    const input = { Name: "bounces", Attributes: { DisplayName: "Shop" }, Tags: tags };
    await new SNSClient().send(new CreateTopicCommand(input));
    await new SNSClient().send(new CreateTopicCommand({ Name: "bounces", Attributes: {}, Tags: [] }));
    // Of an empty map the SDK writes nothing.
    expect(aws.calls.map((call) => call.input)).toEqual([input, { Name: "bounces", Tags: [] }]);
  });

  test("CloudFormation DescribeStackResources", async () => {
    const aws = await awsInThisProcess();
    const resource = {
      StackName: "shop",
      LogicalResourceId: "UserPool",
      PhysicalResourceId,
      ResourceType: "AWS::Cognito::UserPool",
      Timestamp: new Date("2026-03-01T12:00:00Z"),
      ResourceStatus: "CREATE_COMPLETE",
      ResourceStatusReason: "  as it was\r\n",
      DriftInformation: { StackResourceDriftStatus: "IN_SYNC" },
    };
    aws.answer("CloudFormation.DescribeStackResources", () => ({ StackResources: [resource] }));
    expect((await stackResources()).StackResources).toEqual([resource]);
    expect(aws.calls).toEqual([
      { operation: "CloudFormation.DescribeStackResources", input: { PhysicalResourceId } },
    ]);
  });

  test("an operation may have no output", async () => {
    const aws = await awsInThisProcess();
    aws.answer("CloudFormation.SignalResource", () => ({}));
    const input = { StackName: "shop", LogicalResourceId: "Pool", UniqueId: "1", Status: "SUCCESS" } as const;
    const answer = await new CloudFormationClient().send(new SignalResourceCommand(input));
    expect(answer).toEqual({ $metadata: expect.objectContaining({ httpStatusCode: 200 }) });
    expect(aws.calls).toEqual([{ operation: "CloudFormation.SignalResource", input }]);
  });

  test("lists in structures in a list", async () => {
    const aws = await awsInThisProcess();
    aws.answer("CloudFormation.StartResourceScan", () => ({ ResourceScanId: "1" }));
    const input = {
      ClientRequestToken: "t",
      ScanFilters: [{ Types: ["AWS::SNS::*"] }, { Types: ["a", "b"] }],
    };
    await new CloudFormationClient().send(new StartResourceScanCommand(input));
    expect(aws.calls).toEqual([{ operation: "CloudFormation.StartResourceScan", input }]);
  });
});

describe("an error", () => {
  test("is of the class that the model has for it, though its code is another than its name", async () => {
    const aws = await awsInThisProcess();
    aws.answer("SNS.GetSMSAttributes", () => awsError("NotFoundException", "There is <none> & never was."));
    const error = await smsAttributes().catch((cause) => cause);
    expect(error).toBeInstanceOf(NotFoundException);
    expect(error).toMatchObject({
      message: "There is <none> & never was.",
      Code: "NotFound",
      Type: "Sender",
      $fault: "client",
      $metadata: { httpStatusCode: 404 },
    });
  });

  test("is CloudFormation's own, too", async () => {
    const aws = await awsInThisProcess();
    aws.answer("CloudFormation.DescribeStackResources", () => awsError("StackNotFoundException", "None."));
    await expect(stackResources()).rejects.toBeInstanceOf(StackNotFoundException);
  });

  test.each([
    ["ValidationError", `Stack for ${PhysicalResourceId} does not exist`, 400],
    ["AccessDenied", "User: x is not authorized to perform: cloudformation:DescribeStackResources", 403],
    ["ExpiredToken", "The security token included in the request is expired", 403],
  ])("that the model has not is the service's by its name: %s", async (name, message, httpStatusCode) => {
    const aws = await awsInThisProcess();
    aws.answer("CloudFormation.DescribeStackResources", () => awsError(name, message));
    const error = await stackResources().catch((cause) => cause);
    expect(error).toBeInstanceOf(CloudFormationServiceException);
    expect(error).toMatchObject({ name, message, $metadata: { httpStatusCode } });
  });

  test("of the service's side is tried again", async () => {
    const aws = await awsInThisProcess();
    aws.answer("SNS.GetSMSSandboxAccountStatus", (_, request) =>
      request === 1 ? awsError("InternalErrorException", "Try again.") : { IsInSandbox: true },
    );
    expect((await sandbox()).IsInSandbox).toBe(true);
    expect(aws.calls).toHaveLength(2);
  });
});
