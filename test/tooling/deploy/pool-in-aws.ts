import { UpdateUserPoolRequest$, type UserPoolType } from "@aws-sdk/client-cognito-identity-provider";
import { awsInThisProcess } from "../../aws/in-this-process.ts";
import { awsError, type LoopbackAws } from "../../aws/loopback.ts";

export const poolId = "eu-central-1_AbCdEf123";
export const account = "111122223333";
export const poolArn = `arn:aws:cognito-idp:eu-central-1:${account}:userpool/${poolId}`;

/** The ARN of a function in the pool's account and region. */
export function functionArn(name: string): string {
  return `arn:aws:lambda:eu-central-1:${account}:function:${name}`;
}

export interface PoolInAws {
  readonly aws: LoopbackAws;
  /** The current pool. */
  readonly pool: UserPoolType;
  readonly mfa: Record<string, unknown>;
  /** The statements in the policy of a function, by its ARN with its qualifier. */
  readonly policies: Map<string, Record<string, unknown>[]>;
  /** The inputs of all calls of an operation so far. */
  inputs(operation: string): readonly Readonly<Record<string, unknown>>[];
}

export interface World {
  readonly pool?: UserPoolType;
  readonly mfa?: Record<string, unknown>;
  /** Names of the existing functions; each has the alias `live`. */
  readonly functions?: readonly string[];
  readonly stack?: string;
  /** The resources of that stack in CloudFormation; by default only the pool. */
  readonly resources?: readonly Record<string, unknown>[];
}

/**
 * Returns a simulated AWS with one pool. As in Cognito, an update resets every setting that it does not contain, and
 * is rejected where Cognito is known to reject it.
 */
export async function poolInAws(world: World = {}): Promise<PoolInAws> {
  const aws = await awsInThisProcess();
  const pool: UserPoolType = { Id: poolId, Arn: poolArn, Name: "people", ...world.pool };
  const mfa = { MfaConfiguration: "OFF", ...world.mfa };
  const policies: PoolInAws["policies"] = new Map();
  answerCognito(aws, pool, mfa);
  answerLambda(
    aws,
    policies,
    world.functions ?? ["custom-message", "user-migration", "pre-sign-up", "other"],
  );
  aws.answer("CloudFormation.DescribeStackResources", ({ PhysicalResourceId }) => {
    const { stack, resources = [{ PhysicalResourceId }] } = world;
    if (stack === undefined) {
      return awsError("ValidationError", `Stack for ${PhysicalResourceId} does not exist`);
    }
    const common = {
      ResourceType: "AWS::Cognito::UserPool",
      LogicalResourceId: "Pool",
      Timestamp: new Date(),
    };
    return {
      StackResources: resources.map((resource) => ({
        StackName: stack,
        ResourceStatus: "CREATE_COMPLETE",
        ...common,
        ...resource,
      })),
    };
  });
  const inputs = (operation: string) =>
    aws.calls.filter((call) => call.operation === operation).map(({ input }) => input);
  return { aws, pool, mfa, policies, inputs };
}

const notFound = awsError("ResourceNotFoundException", "it does not exist");

function answerCognito(aws: LoopbackAws, pool: UserPoolType, mfa: Record<string, unknown>): void {
  const at = "CognitoIdentityProvider";
  aws.answer(`${at}.DescribeUserPool`, ({ UserPoolId }) =>
    UserPoolId === poolId ? { UserPool: pool } : notFound,
  );
  aws.answer(`${at}.GetUserPoolMfaConfig`, ({ UserPoolId }) => (UserPoolId === poolId ? mfa : notFound));
  aws.answer(`${at}.UpdateUserPool`, (input) => {
    const { AdminCreateUserConfig, Policies } = input as UserPoolType;
    if (
      AdminCreateUserConfig?.UnusedAccountValidityDays !== undefined &&
      Policies?.PasswordPolicy?.TemporaryPasswordValidityDays !== undefined
    ) {
      return awsError(
        "InvalidParameterException",
        "Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays",
      );
    }
    for (const setting of UpdateUserPoolRequest$[4] as (keyof UserPoolType)[]) delete pool[setting];
    const { UserPoolId: _, PoolName, ...settings } = input as Record<string, unknown>;
    Object.assign(pool, settings, PoolName === undefined ? {} : { Name: PoolName });
    pool.LastModifiedDate = new Date();
    return {};
  });
}

function answerLambda(aws: LoopbackAws, policies: PoolInAws["policies"], functions: readonly string[]): void {
  const target = ({ FunctionName, Qualifier }: Readonly<Record<string, unknown>>) => {
    const [, name = "", alias] =
      /^(?:arn:aws:lambda:[\w-]+:111122223333:function:)?([\w-]+)(?::([\w-]+))?$/.exec(
        String(FunctionName),
      ) ?? [];
    const qualifier = Qualifier ?? alias;
    const isThere = functions.includes(name) && (qualifier === undefined || qualifier === "live");
    return isThere ? `${functionArn(name)}${qualifier === undefined ? "" : `:${qualifier}`}` : undefined;
  };
  aws.answer("Lambda.GetFunctionConfiguration", (input) => {
    const arn = target(input);
    return arn === undefined ? notFound : { FunctionArn: arn, State: "Active", CodeSha256: "of-no-interest" };
  });
  aws.answer("Lambda.GetPolicy", (input) => {
    const statements = policies.get(target(input) ?? "") ?? [];
    return statements.length === 0
      ? notFound
      : { Policy: JSON.stringify({ Version: "2012-10-17", Id: "default", Statement: statements }) };
  });
  aws.answer("Lambda.AddPermission", (input) => {
    const arn = target(input);
    if (arn === undefined) return notFound;
    const { StatementId, Action, Principal, SourceArn, SourceAccount } = input;
    const statements = policies.get(arn) ?? [];
    if (statements.some(({ Sid }) => Sid === StatementId)) {
      return awsError("ResourceConflictException", "The statement id provided already exists");
    }
    const Condition = {
      StringEquals: { "AWS:SourceAccount": SourceAccount },
      ArnLike: { "AWS:SourceArn": SourceArn },
    };
    const given = {
      Sid: StatementId,
      Effect: "Allow",
      Principal: { Service: Principal },
      Action,
      Resource: arn,
    };
    policies.set(arn, [...statements, { ...given, Condition }]);
    return { Statement: JSON.stringify({ ...given, Condition }) };
  });
  aws.answer("Lambda.RemovePermission", (input) => {
    const arn = target(input) ?? "";
    const statements = policies.get(arn) ?? [];
    const left = statements.filter(({ Sid }) => Sid !== input.StatementId);
    policies.set(arn, left);
    return left.length === statements.length ? notFound : {};
  });
}
