import { Annotations, Match } from "aws-cdk-lib/assertions";
import { SecretValue } from "aws-cdk-lib/core";
import { describe, expect, test } from "vitest";
import { environmentWarnings } from "../../../src/tooling/cdk/environment-warnings.ts";
import { environment, recovery } from "./synthesized.ts";

const key = "0123456789abcdef0123456789abcdef";
const warnings = (variables: Record<string, string>) => environmentWarnings([variables]).map(({ id }) => id);
const later = SecretValue.secretsManager("legacy").unsafeUnwrap();

describe("there is a warning about", () => {
  test.each<[string, Record<string, string>, string, RegExp]>([
    [
      "a password in a URL",
      { LEGACY_DATABASE: "postgres://u:hunter2@h/db" },
      "plain-LEGACY_DATABASE",
      /secret:…/,
    ],
    [
      "one that should be encoded",
      { LEGACY_DATABASE: "postgres://u:hunter2/@#@h/db" },
      "plain-LEGACY_DATABASE",
      /./,
    ],
    [
      "one behind the path",
      { LEGACY_DATABASE: "postgres://h/db?password=hunter2" },
      "plain-LEGACY_DATABASE",
      /./,
    ],
    [
      "one in a variable of their own",
      { PARTNERS: "mysql://u:hunter2@h/db" },
      "plain-PARTNERS",
      /template or the f/,
    ],
    [
      "a password that is known only at deployment",
      { LEGACY_DATABASE: `postgres://u:${later}@h/db` },
      "plain-LEGACY_DATABASE",
      /./,
    ],
    ["a key", { CORRELATION_KEY: key }, "plain-CORRELATION_KEY", /contains a secret/],
    [
      "a file",
      { LEGACY_DATABASE: "legacy/hunter2.sqlite" },
      "file-LEGACY_DATABASE",
      /a bundle contains none/,
    ],
    [
      "a misspelt setting",
      { WHEN_UNAVAILIBLE: "hunter2" },
      "misspelt-WHEN_UNAVAILIBLE",
      /Did you mean WHEN_UNAVAILABLE\?$/,
    ],
    [
      "one in small letters",
      { correlation_key: "ssm:/x" },
      "misspelt-correlation_key",
      /Did you mean CORRELATION_KEY\?$/,
    ],
    [
      "a value that is known only at deployment",
      { CORRELATION_KEY: later },
      "unresolved-CORRELATION_KEY",
      /only at deployment/,
    ],
  ])("%s", (_, variables, id, sentence) => {
    const [warning, ...others] = environmentWarnings([variables, variables]);
    expect(others).toEqual([]);
    expect(warning?.id).toBe(id);
    expect(warning?.message).toMatch(sentence);
    expect(warning?.message).not.toMatch(new RegExp(`hunter2|${key}`));
  });
});

test("there is no warning about a store, a URL without a password, or other variables", () => {
  expect(
    warnings({
      LEGACY_DATABASE: "postgres://reader@db.example.com:5432/legacy?sslmode=require",
      CORRELATION_KEY: "ssm:/recovery/correlation-key",
      WHEN_UNAVAILABLE: "conceal",
      CALLBACK: "https://example.com:8443/a",
      STAGE: "a:b@c",
    }),
  ).toEqual([]);
  expect(warnings({ LEGACY_DATABASE: `secret:${later}#url` })).toEqual([]);
});

test("the construct adds them to CDK's warnings", () => {
  const { stack } = recovery({ environment: { ...environment, CORRELATION_KEY: key } });
  const found = Annotations.fromStack(stack).findWarning(
    "/Auth/Recovery",
    Match.stringLikeRegexp("^The environment variable"),
  );
  expect(found.map(({ entry }) => entry.data)).toEqual([
    expect.stringMatching(
      /^The environment variable CORRELATION_KEY contains a secret.*\[ack: cognito-recovery:plain-C/,
    ),
  ]);
});

test("there is one warning about a misspelt setting, not one for each function", () => {
  const { stack } = recovery({ environment: { ...environment, WHEN_UNAVAILABEL: "conceal" } });
  expect(
    Annotations.fromStack(stack).findWarning("*", Match.stringLikeRegexp("WHEN_UNAVAILABEL")),
  ).toHaveLength(1);
});
