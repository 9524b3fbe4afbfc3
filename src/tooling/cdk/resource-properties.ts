import { type CfnResource, Stack } from "aws-cdk-lib/core";
import { isObject, type Json } from "../json/json.ts";

/**
 * The properties of a resource as its template will have them, overrides included: in CloudFormation's spelling,
 * with `Ref` and `Fn::…` where a value is known at deployment only.
 */
export function resourceProperties(resource: CfnResource): Json {
  // Internal, but what every template is made of; CDK's own functions hash themselves by it.
  const { _toCloudFormation } = resource as unknown as { _toCloudFormation: () => object };
  const { Resources = {} } = Stack.of(resource).resolve(_toCloudFormation.call(resource));
  const [made] = Object.values<{ Properties?: Json }>(Resources);
  return made?.Properties ?? {};
}

/** Whether CloudFormation works a value out: `{ Ref: … }`, `{ "Fn::If": […] }`. */
export function isIntrinsic(value: unknown): boolean {
  const [key, ...others] = isObject(value) ? Object.keys(value) : [];
  return key !== undefined && others.length === 0 && /^(Ref$|Fn::)/.test(key);
}

/** The value with `text` wherever CloudFormation works it out. */
export function withoutIntrinsics(value: unknown, text: string): unknown {
  if (isIntrinsic(value)) return text;
  if (Array.isArray(value)) return value.map((each) => withoutIntrinsics(each, text));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutIntrinsics(each, text)]));
}
