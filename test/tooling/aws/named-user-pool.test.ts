import { expect, test } from "vitest";
import { namedUserPool } from "../../../src/tooling/aws/named-user-pool.ts";

const id = "eu-central-1_AbCdEf123";

test.each([
  [id, "eu-central-1"],
  [`arn:aws:cognito-idp:eu-central-1:111122223333:userpool/${id}`, "eu-central-1"],
  [`arn:aws:cognito-idp:us-west-2:111122223333:userpool/${id}`, "us-west-2"],
  [`arn:aws-us-gov:cognito-idp:us-gov-west-1:111122223333:userpool/${id}`, "us-gov-west-1"],
])("%s is looked for in %s", (text, region) => {
  expect(namedUserPool(text)).toEqual({ id, region });
});

test.each([
  "shop",
  "",
  "eu-central-1",
  `${id}\n`,
  "arn:aws:cognito-idp:eu-central-1:111122223333:userpool/",
  `arn:aws:lambda:eu-central-1:111122223333:function:${id}`,
  `arn:aws:cognito-idp:nowhere:111122223333:userpool/${id}`,
])("%j names no pool", (text) => {
  expect(() => namedUserPool(text)).toThrow(/^--user-pool-id should be an id /);
});
