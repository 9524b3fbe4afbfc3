import type { CfnUserPool, IUserPool } from "aws-cdk-lib/aws-cognito";
import { CfnResource, Stack } from "aws-cdk-lib/core";

/** The parts of a user pool that the triggers need. */
export interface Pool {
  readonly arn: string;
  readonly id: string;
  readonly account: string;
  readonly region: string;
  /** The resource itself, when the pool is part of this app: its triggers can then be set. */
  readonly own?: CfnUserPool;
}

/**
 * Returns the parts of a user pool, whatever CDK type it has. `instanceof` would fail in an app with two copies of
 * aws-cdk-lib, for example Amplify's.
 */
export function poolOf(given: IUserPool | CfnUserPool): Pool {
  if (isOwn(given)) {
    const { account, region } = Stack.of(given);
    return { arn: given.attrArn, id: given.ref, account, region, own: given };
  }
  const { userPoolArn, userPoolId, env } = given as IUserPool;
  const child = given.node.defaultChild;
  return {
    arn: userPoolArn,
    id: userPoolId,
    account: env.account,
    region: env.region,
    ...(child && isOwn(child) && { own: child }),
  };
}

function isOwn(construct: unknown): construct is CfnUserPool {
  return CfnResource.isCfnResource(construct) && construct.cfnResourceType === "AWS::Cognito::UserPool";
}
