import { expect, test } from "vitest";
import { permissionIn } from "../../../src/tooling/aws/permission.ts";
import { account, functionArn, policyOf, poolArn, soundCondition } from "../doctor/sample.ts";

const arn = functionArn("custom-message:live");
const permission = (policy: string) => permissionIn(policy, { functionArn: arn, poolArn, account });
const narrow = { is: "allowed", reach: "pool" };
const ofAccount = { is: "allowed", reach: "account" };
const ofAnyone = { is: "allowed", reach: "anyone" };
const denied = { is: "denied" };
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
  ["an operator that permits absence", { StringEqualsIfExists: { "aws:SourceArn": poolArn } }, unclear],
  ["another pool", { ArnLike: { "aws:SourceArn": `${poolArn}4` } }, denied],
  ["the beginning of the pool's ARN", { ArnLike: { "aws:SourceArn": poolArn.slice(0, -1) } }, denied],
  ["a pattern where none is read", { StringEquals: { "aws:SourceArn": pattern } }, denied],
  ["another account", { StringEquals: { "aws:SourceAccount": "999999999999" } }, denied],
  ["one condition of two", { ...soundCondition, StringLike: { "aws:SourceArn": "x" } }, denied],
  ["an unknown key", { StringEquals: { "aws:PrincipalOrgID": "o-1" } }, unclear],
  ["an unknown operator", { StringNotEquals: { "aws:SourceArn": "x" } }, unclear],
])("%s", (_, condition, expected) => {
  expect(permission(policyOf(arn, condition))).toEqual(expected);
});

const statement = (change: object) => {
  const policy = JSON.parse(policyOf(arn));
  Object.assign(policy.Statement[0], change);
  return JSON.stringify(policy);
};

test.each([
  ["another service", { Principal: { Service: "s3.amazonaws.com" } }, denied],
  ["several services", { Principal: { Service: ["s3.amazonaws.com", "cognito-idp.amazonaws.com"] } }, narrow],
  ["anybody", { Principal: "*" }, narrow],
  ["every action", { Action: ["lambda:*"] }, narrow],
  ["another action", { Action: "lambda:GetFunction" }, denied],
  ["another alias", { Resource: functionArn("custom-message:test") }, denied],
  ["the function without its alias", { Resource: functionArn("custom-message") }, denied],
  ["a denial", { Effect: "Deny" }, unclear],
  ["what is not an action", { NotAction: "lambda:GetFunction" }, unclear],
])("a statement for %s", (_, change, expected) => {
  expect(permission(statement(change))).toEqual(expected);
});

test("a denial makes any policy unclear, and the widest statement counts", () => {
  const both = (one: string, other: string) =>
    JSON.stringify({ Statement: [...JSON.parse(one).Statement, ...JSON.parse(other).Statement] });
  expect(permission(both(policyOf(arn), policyOf(arn, {}, "Deny")))).toEqual(unclear);
  expect(permission(both(policyOf(arn), policyOf(arn, { IpAddress: {} }, "Deny")))).toEqual(unclear);
  expect(permission(both(policyOf(arn), policyOf(arn, {})))).toEqual(ofAnyone);
  expect(
    permission(both(policyOf(arn), policyOf(arn, { StringEquals: { "aws:PrincipalOrgID": "o-1" } }))),
  ).toEqual(narrow);
});

test.each(["", "no JSON", '{"Statement":["x"]}'])("%j is unclear", (policy) => {
  expect(permission(policy)).toEqual(unclear);
});

test("asterisks that mask a pool's ARN are not a wildcard in a policy that is masked alike", () => {
  const masked = "arn:aws:cognito-idp:eu-west-1:************:userpool/eu-west-1_XXXXXXXXX";
  const policy = policyOf(arn, { ArnLike: { "aws:SourceArn": masked } });
  expect(permissionIn(policy, { functionArn: arn, poolArn: masked, account: "************" })).toEqual(
    narrow,
  );
});
