import type { ISecurityGroup, IVpc, SubnetSelection, Vpc } from "aws-cdk-lib/aws-ec2";
import type { Tracing } from "aws-cdk-lib/aws-lambda";
import { RetentionDays } from "aws-cdk-lib/aws-logs";
import { Duration } from "aws-cdk-lib/core";
import type { Environment } from "./function-environment.ts";

/** How a function runs: of all of them, or of one. */
export interface FunctionSettings {
  /**
   * Variables by name; each function gets the settings that it reads, and whatever is no setting of ours.
   * Values may be tokens: `secret:${secret.secretArn}#url`, `ssm:${parameter.parameterArn}`. A variable that
   * is nothing but a token is handed on unchecked, and what it names in a store is not allowed.
   */
  readonly environment?: Environment;
  /** In MB; 1,769 when left out, which is one whole core. */
  readonly memorySize?: number;
  /** {@link TIMEOUT} when left out. */
  readonly timeout?: Duration;
  /** How long the log is kept; {@link LOG_RETENTION} when left out. */
  readonly logRetention?: RetentionDays;
  /**
   * Where the legacy store is to be reached. Lambda makes network interfaces in it, for which the role gets
   * AWS's policy AWSLambdaENIManagementAccess: those calls know no resource ahead. A function in a VPC reaches
   * Secrets Manager, SSM or AppConfig only through a NAT gateway or an endpoint there.
   *
   * `Vpc` too: with exactOptionalPropertyTypes it is no `IVpc`, as CDK declares them.
   */
  readonly vpc?: IVpc | Vpc;
  readonly vpcSubnets?: SubnetSelection;
  readonly securityGroups?: readonly ISecurityGroup[];
  /** X-Ray. CDK allows `xray:PutTraceSegments` and `xray:PutTelemetryRecords`, which know no resource, on `*`. */
  readonly tracing?: Tracing;
  /** So many at once and no more, taken from the account's own. A person beyond them is turned away. */
  readonly reservedConcurrentExecutions?: number;
}

/**
 * As long as Cognito waits. Our own deadline is 3.5 s, so this ends only what hangs; shorter than 3.8 s would
 * move that deadline forward, longer would pay for an answer that nobody waits for.
 */
export const TIMEOUT = Duration.seconds(5);

/**
 * Whoever asks why no mail came asks within days, and the metrics, which CloudWatch keeps for 15 months, are
 * made when the line is written.
 */
export const LOG_RETENTION = RetentionDays.ONE_MONTH;
