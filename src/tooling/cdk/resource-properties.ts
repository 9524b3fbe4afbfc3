import { type CfnResource, Stack } from "aws-cdk-lib/core";
import { isObject, type Json } from "../json/json.ts";

/**
 * Returns the properties of a resource as its template will contain them, with overrides, in CloudFormation's
 * spelling, and with `Ref` and `Fn::…` where a value is known only at deployment.
 */
export function resourceProperties(resource: CfnResource): Json {
  // Internal, but every template is created by it, and CDK's functions compute their hash from it.
  const { _toCloudFormation } = resource as unknown as { _toCloudFormation: () => object };
  const { Resources = {} } = Stack.of(resource).resolve(_toCloudFormation.call(resource));
  const [made] = Object.values<{ Properties?: Json }>(Resources);
  return made?.Properties ?? {};
}

/** Whether CloudFormation computes a value: `{ Ref: … }`, `{ "Fn::If": […] }`. */
export function isIntrinsic(value: unknown): boolean {
  const [key, ...others] = isObject(value) ? Object.keys(value) : [];
  return key !== undefined && others.length === 0 && /^(Ref$|Fn::)/.test(key);
}

/** Returns the value with `text` in the places that CloudFormation computes. */
export function withoutIntrinsics(value: unknown, text: string): unknown {
  if (isIntrinsic(value)) return text;
  if (Array.isArray(value)) return value.map((each) => withoutIntrinsics(each, text));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutIntrinsics(each, text)]));
}
