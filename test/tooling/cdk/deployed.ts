import { isObject } from "../../../src/tooling/json/json.ts";
import { account, poolArn, poolId } from "../doctor/sample.ts";
import type { Resource } from "./synthesized.ts";

/** A template from CDK. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

const pseudo: Readonly<Record<string, string>> = {
  "AWS::AccountId": account,
  "AWS::Partition": "aws",
  "AWS::Region": "eu-central-1",
  "AWS::URLSuffix": "amazonaws.com",
};

/**
 * Returns the AWS CLI's output for a deployed template's user pool, app clients and functions with their policies,
 * by the file's name.
 */
export function deployed({ Resources }: Template): Readonly<Record<string, string>> {
  const all = Object.entries(Resources).map(([id, { Type, Properties }]) => ({ id, Type, Properties }));
  const ofType = (type: string) => all.filter(({ Type }) => Type === `AWS::${type}`);
  const arnOf = (id: string) => `arn:aws:lambda:eu-central-1:${account}:function:${id}`;
  const resolved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolved);
    if (!isObject(value)) return value;
    const [[key = "", inner] = []] = Object.entries(value);
    if (key === "Ref") return pseudo[String(inner)] ?? refTo(String(inner));
    if (key === "Fn::GetAtt") return attributeOf(inner as [string, string]);
    if (key === "Fn::Join") return joined(inner as [string, unknown[]]);
    if (key === "Fn::Sub")
      return String(inner).replace(/\$\{(.+?)\}/g, (_, name) => pseudo[name] ?? refTo(name));
    if (key.startsWith("Fn::")) throw new Error(`${key} is not known here.`);
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, resolved(each)]));
  };
  const refTo = (id: string): string => {
    const resource = Resources[id];
    if (resource?.Type === "AWS::Cognito::UserPool") return poolId;
    if (resource?.Type === "AWS::Lambda::Alias")
      return `${arnOf(functionOf(id))}:${resource.Properties.Name}`;
    return id;
  };
  /** The function that an alias points at, by its logical id. */
  const functionOf = (alias: string): string => String(Resources[alias]?.Properties.FunctionName.Ref);
  const attributeOf = ([id, name]: [string, string]): string =>
    Resources[id]?.Type === "AWS::Cognito::UserPool" && name === "Arn" ? poolArn : `${id}.${name}`;
  const joined = ([separator, parts]: [string, unknown[]]): string => parts.map(resolved).join(separator);

  const files: [string, unknown][] = [
    ...ofType("Cognito::UserPool").map(({ Properties }): [string, unknown] => [
      "pool.json",
      { UserPool: { ...(resolved(Properties) as object), Id: poolId, Arn: poolArn } },
    ]),
    ...ofType("Cognito::UserPoolClient").map(({ id, Properties }): [string, unknown] => [
      `client-${id}.json`,
      { UserPoolClient: { ClientId: id, ...(resolved(Properties) as object) } },
    ]),
    ...ofType("Lambda::Alias").map(({ id }): [string, unknown] => {
      const fn = functionOf(id);
      return [
        `function-${id}.json`,
        { ...(resolved(Resources[fn]?.Properties) as object), FunctionArn: refTo(id), State: "Active" },
      ];
    }),
    ...ofType("Lambda::Permission").map(({ id, Properties }): [string, unknown] => [
      `policy-${id}.json`,
      { Policy: JSON.stringify({ Statement: [statementOf(resolved(Properties) as Permission)] }) },
    ]),
  ];
  return Object.fromEntries(files.map(([name, json]) => [name, JSON.stringify(json)]));
}

type Permission = Readonly<
  Record<"Action" | "FunctionName" | "Principal" | "SourceAccount" | "SourceArn", string>
>;

/** Returns a permission as Lambda writes it into the function's policy. */
function statementOf({ Action, FunctionName, Principal, SourceAccount, SourceArn }: Permission) {
  return {
    Effect: "Allow",
    Principal: { Service: Principal },
    Action,
    Resource: FunctionName,
    Condition: {
      StringEquals: { "AWS:SourceAccount": SourceAccount },
      ArnLike: { "AWS:SourceArn": SourceArn },
    },
  };
}
