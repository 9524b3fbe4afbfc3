import { expect, test } from "vitest";
import { permissionIn } from "../../../src/tooling/aws/permission.ts";
import { account, functionArn, policyOf, poolArn, soundCondition } from "../doctor/sample.ts";

const arn = functionArn("custom-message:live");
const ask = (policy: string) => permissionIn(policy, { functionArn: arn, poolArn, account });
const narrow = { is: "allowed", reach: "pool" };
const ofAccount = { is: "allowed", reach: "account" };
const ofAnyone = { is: "allowed", reach: "anyone" };
const refused = { is: "refused" };
const unclear = { is: "unclear" };
const pattern = `arn:aws:cognito-idp:eu-central-1:${account}:userpool/*`;

test.each<[string, object, object]>([
  ["Lambda's own form", soundCondition, narrow],
  ["no condition", {}, ofAnyone],
  ["the pool alone", { ArnEquals: { "aws:SourceArn": poolArn } }, narrow],
  ["a text for an ARN", { StringEquals: { "aws:SourceArn": poolArn } }, narrow],
  ["several values", { StringEquals: { "aws:SourceArn": ["arn:aws:s3:::x", poolArn] } }, narrow],
  ["a pattern of ARNs", { ArnLike: { "aws:SourceArn": pattern } }, ofAccount],
  ["a pattern of texts", { StringLike: { "aws:SourceArn": "arn:aws:cognito-idp:*" } }, ofAnyone],
  ["one character open", { ArnLike: { "aws:SourceArn": poolArn.replace("_A", "_?") } }, ofAccount],
  ["an operator that lets absence pass", { StringEqualsIfExists: { "aws:SourceArn": poolArn } }, narrow],
  ["any case", { StringEqualsIgnoreCase: { "aws:SourceArn": poolArn.toUpperCase() } }, narrow],
  ["another pool", { ArnLike: { "aws:SourceArn": `${poolArn}4` } }, refused],
  ["the beginning of the pool's ARN", { ArnLike: { "aws:SourceArn": poolArn.slice(0, -1) } }, refused],
  ["a wildcard over colons", { ArnLike: { "aws:SourceArn": "arn:aws:cognito-idp:*" } }, refused],
  ["a pattern where none is read", { StringEquals: { "aws:SourceArn": pattern } }, refused],
  ["another account", { StringEquals: { "aws:SourceAccount": "999999999999" } }, refused],
  ["one condition of two", { ...soundCondition, StringLike: { "aws:SourceArn": "x" } }, refused],
  ["an unknown key", { StringEquals: { "aws:PrincipalOrgID": "o-1" } }, unclear],
  ["an unknown operator", { StringNotEquals: { "aws:SourceArn": "x" } }, unclear],
])("%s", (_, condition, permission) => {
  expect(ask(policyOf(arn, condition))).toEqual(permission);
});

const statement = (change: object) => {
  const policy = JSON.parse(policyOf(arn));
  Object.assign(policy.Statement[0], change);
  return JSON.stringify(policy);
};

test.each([
  ["another service", { Principal: { Service: "s3.amazonaws.com" } }, refused],
  ["several services", { Principal: { Service: ["s3.amazonaws.com", "cognito-idp.amazonaws.com"] } }, narrow],
  ["anybody", { Principal: "*" }, narrow],
  ["every action", { Action: ["lambda:*"] }, narrow],
  ["another action", { Action: "lambda:GetFunction" }, refused],
  ["another alias", { Resource: functionArn("custom-message:test") }, refused],
  ["the function without its alias", { Resource: functionArn("custom-message") }, refused],
  ["a denial", { Effect: "Deny" }, refused],
  ["what is not an action", { NotAction: "lambda:GetFunction" }, unclear],
])("a statement for %s", (_, change, permission) => {
  expect(ask(statement(change))).toEqual(permission);
});

test("a denial goes before what allows, and what is wide makes all wide", () => {
  const both = (one: string, other: string) =>
    JSON.stringify({ Statement: [...JSON.parse(one).Statement, ...JSON.parse(other).Statement] });
  expect(ask(both(policyOf(arn), policyOf(arn, {}, "Deny")))).toEqual(refused);
  expect(ask(both(policyOf(arn), policyOf(arn, { IpAddress: {} }, "Deny")))).toEqual(unclear);
  expect(ask(both(policyOf(arn), policyOf(arn, {})))).toEqual(ofAnyone);
});

test.each(["", "no JSON", '{"Statement":["x"]}'])("%j is unclear", (policy) => {
  expect(ask(policy)).toEqual(unclear);
});

test("a pool's ARN that is masked as its policy is holds no wildcard", () => {
  const masked = "arn:aws:cognito-idp:eu-west-1:************:userpool/eu-west-1_XXXXXXXXX";
  const policy = policyOf(arn, { ArnLike: { "aws:SourceArn": masked } });
  expect(permissionIn(policy, { functionArn: arn, poolArn: masked, account: "************" })).toEqual(
    narrow,
  );
});
