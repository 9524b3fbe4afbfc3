import { expect, test } from "vitest";
import { localEnvironment } from "../../../src/tooling/replay/local-environment.ts";

const shell = {
  AWS_PROFILE: "shop",
  AWS_REGION: "eu-west-1",
  AWS_LAMBDA_FUNCTION_NAME: "x",
  HOME: "/home/me",
  SECRET: "x",
};
const fromShell = {
  AWS_DEFAULT_REGION: undefined,
  AWS_PROFILE: "shop",
  AWS_REGION: "eu-west-1",
  HOME: "/home/me",
};

test.each<[Record<string, string>, object]>([
  [{}, {}],
  [{ LEGACY_DATABASE: "legacy.sqlite" }, { LEGACY_DATABASE: "legacy.sqlite" }],
  [{ LEGACY_DATABASE: "secret:legacy#url" }, { ...fromShell, LEGACY_DATABASE: "secret:legacy#url" }],
  [
    { A: "ssm:/a", AWS_PROFILE: "other" },
    { ...fromShell, A: "ssm:/a", AWS_PROFILE: "other" },
  ],
  [{ POWERTOOLS_LOG_LEVEL: "ERROR" }, { POWERTOOLS_LOG_LEVEL: "INFO" }],
])("%j", (variables, expected) => {
  expect(localEnvironment(variables, shell)).toEqual(expected);
});
