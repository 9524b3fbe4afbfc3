import type { ISecurityGroup, IVpc, SubnetSelection, Vpc } from "aws-cdk-lib/aws-ec2";
import type { Tracing } from "aws-cdk-lib/aws-lambda";
import { RetentionDays } from "aws-cdk-lib/aws-logs";
import { Duration } from "aws-cdk-lib/core";
import type { Environment } from "./function-environment.ts";

/** The settings of all functions, or of one. */
export interface FunctionSettings {
  /**
   * Variables by name; each function gets the settings that it reads, and all variables that are not our settings.
   * Values may contain tokens: `secret:${secret.secretArn}#url`, `ssm:${parameter.parameterArn}`. A variable that
   * is only a token is not checked, and the function gets no access to a store that it names.
   */
  readonly environment?: Environment;
  /** The memory in MB; by default 1,769, which is one whole core. */
  readonly memorySize?: number;
  /** {@link TIMEOUT} by default. */
  readonly timeout?: Duration;
  /** The retention of the log; {@link LOG_RETENTION} by default. */
  readonly logRetention?: RetentionDays;
  /**
   * The VPC of the legacy store. Lambda creates network interfaces in it, for which the role gets AWS's policy
   * AWSLambdaENIManagementAccess: those calls have no resource in advance. A function in a VPC reaches Secrets
   * Manager, SSM or AppConfig only through a NAT gateway or an endpoint.
   *
   * `Vpc` is listed because CDK's class is not assignable to `IVpc` with exactOptionalPropertyTypes.
   */
  readonly vpc?: IVpc | Vpc;
  readonly vpcSubnets?: SubnetSelection;
  readonly securityGroups?: readonly ISecurityGroup[];
  /** X-Ray. CDK permits `xray:PutTraceSegments` and `xray:PutTelemetryRecords` on `*`, because they have no resource. */
  readonly tracing?: Tracing;
  /** The concurrent invocations at most, reserved from the account's. Cognito's calls beyond them fail. */
  readonly reservedConcurrentExecutions?: number;
}

/**
 * The time that Cognito waits. Our own deadline is 3.5 s, so this ends only functions that hang. A timeout under
 * 3.8 s would shorten that deadline; a longer one would pay for an answer that Cognito no longer awaits.
 */
export const TIMEOUT = Duration.seconds(5);

/** People who ask why they got no email ask within days. CloudWatch keeps the metrics of the lines for 15 months. */
export const LOG_RETENTION = RetentionDays.ONE_MONTH;
