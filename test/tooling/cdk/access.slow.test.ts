import { Key } from "aws-cdk-lib/aws-kms";
import { Tracing } from "aws-cdk-lib/aws-lambda";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { StringParameter } from "aws-cdk-lib/aws-ssm";
import { Stack } from "aws-cdk-lib/core";
import { describe, expect, test } from "vitest";
import { SetupError } from "../../../src/error/setup-error.ts";
import { storeAccess } from "../../../src/tooling/cdk/store-access.ts";
import { app, recovery, statementsOf } from "./synthesized.ts";

/** Returns a resource as text, with CloudFormation's values in braces. */
function plain(resource: unknown): string {
  if (typeof resource === "string") return resource;
  const [[how, what] = ["", ""]] = Object.entries(resource as Record<string, string | [string, unknown[]]>);
  if (how === "Fn::Join") return (what[1] as unknown[]).map(plain).join("");
  return `{${[what].flat().join(".").replace("AWS::", "")}}`;
}

const here = (service: string, resource: string) =>
  `arn:{Partition}:${service}:{Region}:{AccountId}:${resource}`;

/** Returns what variables permit a function to do: action -> resources. */
function allowed(environment: Record<string, string>, stack = new Stack(app(), "S")) {
  const statements = storeAccess(stack, environment).map((each) => stack.resolve(each.toStatementJson()));
  return Object.fromEntries(
    statements.map(({ Action, Resource }) => [[Action].flat().join(), [Resource].flat().map(plain)]),
  );
}

const READ_SSM = "ssm:GetParameter";
const READ_SECRET = "secretsmanager:GetSecretValue";
const READ_CONFIG = "appconfig:StartConfigurationSession,appconfig:GetLatestConfiguration";
const theirs = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:legacy-AbC123";
const parameterOfTheirs = "arn:aws:ssm:eu-central-1:123456789012:parameter/recovery/legacy";

describe("a function may read exactly what its variables name:", () => {
  test.each([
    ["ssm:/recovery/legacy", READ_SSM, here("ssm", "parameter/recovery/legacy")],
    ["ssm:legacy", READ_SSM, here("ssm", "parameter/legacy")],
    ["ssm:/recovery/legacy:3", READ_SSM, here("ssm", "parameter/recovery/legacy")],
    ["ssm:legacy:blue", READ_SSM, here("ssm", "parameter/legacy")],
    [`ssm:${parameterOfTheirs}:3`, READ_SSM, parameterOfTheirs],
    // The six characters are Secrets Manager's own, and in no name.
    ["secret:recovery/legacy#url", READ_SECRET, here("secretsmanager", "secret:recovery/legacy-??????")],
    [`secret:${theirs}#url`, READ_SECRET, theirs],
    [`secret:${theirs.slice(0, -7)}`, READ_SECRET, `${theirs.slice(0, -7)}-??????`],
    [
      "appconfig:abc1234/def5678/ghi9012#key",
      READ_CONFIG,
      here("appconfig", "application/abc1234/environment/def5678/configuration/ghi9012"),
    ],
  ])("%s", (value, actions, resource) => {
    expect(allowed({ LEGACY_DATABASE: value })).toEqual({ [actions]: [resource] });
  });

  test("nothing, if they name no store", () => {
    expect(allowed({ LEGACY_DATABASE: "postgres://db.example.com/legacy", STAGE: "ssm" })).toEqual({});
  });

  test("each once, however often it is named", () => {
    const one = "secret:recovery#a";
    expect(allowed({ A: one, B: "secret:recovery#b", C: "ssm:/x" })).toEqual({
      [READ_SSM]: [here("ssm", "parameter/x")],
      [READ_SECRET]: [here("secretsmanager", "secret:recovery-??????")],
    });
  });

  test("a secret or a parameter made in the same app, by its ARN", () => {
    const stack = new Stack(app(), "S");
    const secret = new Secret(stack, "Secret");
    const parameter = new StringParameter(stack, "Parameter", { stringValue: "x" });
    const looked = Secret.fromSecretNameV2(stack, "Named", "recovery/legacy");
    const statements = allowed(
      {
        A: `secret:${secret.secretArn}#url`,
        B: `ssm:${parameter.parameterArn}`,
        C: `secret:${looked.secretArn}`,
        D: `secret:recovery/${secret.node.id}/${stack.region}`,
      },
      stack,
    );
    expect(statements).toEqual({
      [READ_SSM]: [expect.stringMatching(/^arn:\{Partition\}:ssm:.*:parameter\/\{Parameter\w+\}$/)],
      [READ_SECRET]: [
        expect.stringMatching(/^\{Secret\w+\}$/),
        here("secretsmanager", "secret:recovery/legacy-??????"),
        here("secretsmanager", "secret:recovery/Secret/{Region}-??????"),
      ],
    });
  });
});

describe("a store without a known ARN is rejected:", () => {
  test("AppConfig by names", () => {
    const named = () => allowed({ A: "appconfig:recovery/production/settings" });
    expect(named).toThrow(SetupError);
    expect(named).toThrow("recovery is not an id");
  });

  test("a parameter or a secret of the app by its name, which is known only at deployment", () => {
    const stack = new Stack(app(), "S");
    const parameter = new StringParameter(stack, "Parameter", { stringValue: "x" });
    const { secretName } = new Secret(stack, "Secret");
    expect(() => allowed({ A: `ssm:${parameter.parameterName}` }, stack)).toThrow(/write ssm: with .*Arn\.$/);
    expect(() => allowed({ A: `secret:${secretName}` }, stack)).toThrow(/write secret: with .*Arn\.$/);
  });
});

describe("in the template", () => {
  const environment = {
    LEGACY_DATABASE: "secret:recovery/legacy#url",
    WHEN_UNAVAILABLE: "appconfig:abc1234/def5678/ghi9012",
    CORRELATION_KEY: "ssm:/recovery/correlation-key",
  };
  const logs = ["logs:CreateLogStream", "logs:PutLogEvents"];
  const actionsOf = (resources: ReturnType<ReturnType<typeof recovery>["resources"]>, key: string) =>
    statementsOf(resources, key).flatMap(({ Action }) => Action);

  test("each role has what its function's settings need, and its own log group", () => {
    const resources = recovery({ environment }).resources();
    expect(actionsOf(resources, "CustomMessage")).toEqual([...logs, READ_SSM]);
    expect(actionsOf(resources, "PreSignUp")).toEqual([...logs, READ_SSM, READ_SECRET]);
    expect(actionsOf(resources, "UserMigration")).toEqual([
      ...logs,
      READ_SSM,
      READ_SECRET,
      ...READ_CONFIG.split(","),
    ]);
    for (const key of ["CustomMessage", "UserMigration", "PreSignUp", "PostConfirmation"]) {
      const [{ Resource }] = statementsOf(resources, key);
      expect(plain(Resource)).toMatch(new RegExp(`^\\{Recovery${key}Log\\w+\\.Arn\\}$`));
    }
  });

  test("no resource is a wildcard, but for the six characters of a secret", () => {
    const { stack, resources } = recovery({ environment });
    expect(stack).toBeDefined();
    const statements = Object.values(resources()).flatMap(({ Properties }) =>
      JSON.stringify(Properties).includes('"Statement"')
        ? (Properties.PolicyDocument ?? Properties.AssumeRolePolicyDocument).Statement
        : [],
    );
    expect(statements.length).toBeGreaterThan(12);
    for (const { Effect, Resource, NotResource, Principal, Action } of statements) {
      expect(Effect).toBe("Allow");
      expect(NotResource).toBeUndefined();
      expect([Action].flat().join()).not.toContain("*");
      if (Principal) continue;
      for (const resource of [Resource].flat().map(plain)) {
        expect(resource.replace(/(:secret:[\w/]+)-\?{6}$/, "$1")).not.toMatch(/[*?]/);
      }
    }
  });

  test("only X-Ray has no resource, and is granted with tracing", () => {
    const traced = recovery({ environment, tracing: Tracing.ACTIVE, triggers: ["custom-message"] });
    const open = statementsOf(traced.resources(), "CustomMessage").filter(({ Resource }) => Resource === "*");
    expect(open.flatMap(({ Action }) => Action)).toEqual([
      "xray:PutTraceSegments",
      "xray:PutTelemetryRecords",
    ]);
  });

  test("keys decrypt for the stores that a function names, through their services alone", () => {
    const { stack } = recovery({ triggers: ["custom-message"], environment: {} });
    const key = Key.fromKeyArn(stack, "Key", "arn:aws:kms:eu-central-1:123456789012:key/legacy");
    const decrypting = (names: Record<string, string>) =>
      storeAccess(stack, names, [key])
        .map((each) => stack.resolve(each.toStatementJson()))
        .filter(({ Action }) => Action === "kms:Decrypt");
    const [one, ...more] = decrypting({ A: "secret:x", B: "ssm:/y", C: "plain" });
    expect(more).toEqual([]);
    expect(one.Resource).toBe(key.keyArn);
    expect(one.Condition.StringEquals["kms:ViaService"].map(plain)).toEqual([
      "ssm.{Region}.amazonaws.com",
      "secretsmanager.{Region}.amazonaws.com",
    ]);
    expect(decrypting({ C: "plain" })).toEqual([]);
  });
});
