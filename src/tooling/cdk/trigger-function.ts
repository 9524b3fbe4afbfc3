import type { IVpc } from "aws-cdk-lib/aws-ec2";
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  type Alias,
  Architecture,
  type Code,
  Function as LambdaFunction,
  Runtime,
  RuntimeFamily,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { RemovalPolicy } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { MEMORY_MB } from "../aws/memory-mb.ts";
import type { BuiltBundle } from "./built-bundles.ts";
import { type FunctionSettings, LOG_RETENTION, TIMEOUT } from "./function-settings.ts";
import { storeAccess } from "./store-access.ts";

export interface TriggerFunctionProps extends Omit<FunctionSettings, "environment"> {
  readonly bundle: BuiltBundle;
  readonly code: Code;
  readonly environment: Readonly<Record<string, string>>;
  readonly decryptWith: readonly IKey[];
}

/** The function of one trigger, with a log group and a role of its own, and the alias that Cognito invokes. */
export class TriggerFunction extends Construct {
  readonly function: LambdaFunction;
  /** `live`: the version that the pool invokes. To roll back, point it at the previous version. */
  readonly alias: Alias;

  constructor(scope: Construct, id: string, { bundle, code, environment, ...props }: TriggerFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, "Log", { retention: props.logRetention ?? LOG_RETENTION });
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    // Instead of AWSLambdaBasicExecutionRole, which may write any log group of the account.
    role.addToPolicy(
      new PolicyStatement({
        actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
        resources: [logGroup.logGroupArn],
      }),
    );
    for (const statement of storeAccess(this, environment, props.decryptWith)) role.addToPolicy(statement);
    if (props.vpc) {
      role.addManagedPolicy(
        ManagedPolicy.fromAwsManagedPolicyName("service-role/AWSLambdaENIManagementAccess"),
      );
    }
    this.function = new LambdaFunction(this, "Function", {
      description: `cognito-recovery: ${bundle.trigger}`,
      code,
      handler: bundle.handler,
      // By its name: the runtime may be newer than the installed CDK.
      runtime: new Runtime(bundle.runtime, RuntimeFamily.NODEJS),
      // Bundles contain no code for one processor only, and Arm costs a fifth less.
      architecture: Architecture.ARM_64,
      environment: { ...environment },
      role,
      logGroup,
      memorySize: props.memorySize ?? MEMORY_MB,
      timeout: props.timeout ?? TIMEOUT,
      ...(props.vpc && { vpc: props.vpc as IVpc }),
      ...(props.vpcSubnets && { vpcSubnets: props.vpcSubnets }),
      ...(props.securityGroups && { securityGroups: [...props.securityGroups] }),
      ...(props.tracing && { tracing: props.tracing }),
      ...(props.reservedConcurrentExecutions !== undefined && {
        reservedConcurrentExecutions: props.reservedConcurrentExecutions,
      }),
      // Otherwise a deployment deletes the previous version, and there is none to roll back to.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
    });
    this.alias = this.function.addAlias("live");
  }
}
