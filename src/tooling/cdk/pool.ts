import type { CfnUserPool, IUserPool } from "aws-cdk-lib/aws-cognito";
import { CfnResource, Stack } from "aws-cdk-lib/core";

/** A user pool, as the triggers need it. */
export interface Pool {
  readonly arn: string;
  readonly id: string;
  readonly account: string;
  readonly region: string;
  /** The resource itself, when the pool is made in this app: then its triggers can be set. */
  readonly own?: CfnUserPool;
}

/**
 * What is known of a user pool, however it is given. Not by `instanceof`: in an app with two copies of
 * aws-cdk-lib, as Amplify's may be, a pool of one is no instance of the other's class.
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
