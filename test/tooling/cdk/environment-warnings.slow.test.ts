import { Annotations, Match } from "aws-cdk-lib/assertions";
import { SecretValue } from "aws-cdk-lib/core";
import { describe, expect, test } from "vitest";
import { environmentWarnings } from "../../../src/tooling/cdk/environment-warnings.ts";
import { environment, recovery } from "./synthesized.ts";

const key = "0123456789abcdef0123456789abcdef";
const warned = (variables: Record<string, string>) => environmentWarnings([variables]).map(({ id }) => id);
const later = SecretValue.secretsManager("legacy").unsafeUnwrap();

describe("a warning is given of", () => {
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
      "a user's password that is put in later",
      { LEGACY_DATABASE: `postgres://u:${later}@h/db` },
      "plain-LEGACY_DATABASE",
      /./,
    ],
    ["a key", { CORRELATION_KEY: key }, "plain-CORRELATION_KEY", /holds a secret/],
    ["a file", { LEGACY_DATABASE: "legacy/hunter2.sqlite" }, "file-LEGACY_DATABASE", /no bundle holds one/],
    [
      "a misspelt setting",
      { WHEN_UNAVAILIBLE: "hunter2" },
      "misspelt-WHEN_UNAVAILIBLE",
      /did you mean WHEN_UNAVAILABLE\?$/,
    ],
    [
      "one in small letters",
      { correlation_key: "ssm:/x" },
      "misspelt-correlation_key",
      /did you mean CORRELATION_KEY\?$/,
    ],
    ["what is known later only", { CORRELATION_KEY: later }, "unseen-CORRELATION_KEY", /at deployment only/],
  ])("%s", (_, variables, id, sentence) => {
    const [warning, ...others] = environmentWarnings([variables, variables]);
    expect(others).toEqual([]);
    expect(warning?.id).toBe(id);
    expect(warning?.message).toMatch(sentence);
    expect(warning?.message).not.toMatch(new RegExp(`hunter2|${key}`));
  });
});

test("none is given of a store, a URL without a password, or names of their own", () => {
  expect(
    warned({
      LEGACY_DATABASE: "postgres://reader@db.example.com:5432/legacy?sslmode=require",
      CORRELATION_KEY: "ssm:/recovery/correlation-key",
      WHEN_UNAVAILABLE: "conceal",
      CALLBACK: "https://example.com:8443/a",
      STAGE: "a:b@c",
    }),
  ).toEqual([]);
  expect(warned({ LEGACY_DATABASE: `secret:${later}#url` })).toEqual([]);
});

test("the construct gives them where CDK's own are", () => {
  const { stack } = recovery({ environment: { ...environment, CORRELATION_KEY: key } });
  const given = Annotations.fromStack(stack).findWarning(
    "/Auth/Recovery",
    Match.stringLikeRegexp("^The environment variable"),
  );
  expect(given.map(({ entry }) => entry.data)).toEqual([
    expect.stringMatching(
      /^The environment variable CORRELATION_KEY holds a secret.*\[ack: cognito-recovery:plain-C/,
    ),
  ]);
});

test("a misspelt setting is warned of once, not for each function too", () => {
  const { stack } = recovery({ environment: { ...environment, WHEN_UNAVAILABEL: "conceal" } });
  expect(
    Annotations.fromStack(stack).findWarning("*", Match.stringLikeRegexp("WHEN_UNAVAILABEL")),
  ).toHaveLength(1);
});
