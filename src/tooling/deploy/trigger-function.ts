import { GetFunctionConfigurationCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { SetupError } from "../../log/fault.ts";
import { AwsRefusal, ask } from "../aws/ask.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";

/** A deployed function as a trigger: with the alias or version that was named. */
export interface TriggerFunction {
  readonly trigger: TriggerName;
  /** As `LambdaConfig` holds it: with its alias or version, if it has one. */
  readonly arn: string;
  /** Without. */
  readonly bareArn: string;
  readonly qualifier: string | undefined;
  /** Of its code, in base 64, as dist/manifest.json has it. */
  readonly sha256: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Looks a function up by what a person writes: its ARN or name, with or without `:alias`.
 *
 * @param region the pool's, if there is a pool
 * @throws SetupError when there is none, or it is still being made, or in another region than the pool
 */
export async function triggerFunction(
  lambda: LambdaClient,
  trigger: TriggerName,
  named: string,
  region?: string,
): Promise<TriggerFunction> {
  const of = `--${trigger} ${named}`;
  const [, given] = /^arn:[\w-]+:lambda:([\w-]+):/.exec(named) ?? [];
  if (given !== undefined && region !== undefined && given !== region) {
    throw new SetupError(
      `${of} is in ${given}, and the pool in ${region}: Cognito invokes functions of its own region.`,
    );
  }
  const { FunctionArn, State, StateReason, CodeSha256, Environment } = await found(lambda, of, named);
  if (FunctionArn === undefined) throw new SetupError(`${of}: Lambda tells no ARN of it.`);
  if (State !== undefined && State !== "Active" && State !== "Inactive") {
    throw new SetupError(
      `${of} is not ready to be invoked: its state is ${State}${StateReason ? ` (${StateReason})` : ""}. Wait, or mend it.`,
    );
  }
  const qualifier = qualifierOf(named);
  const bareArn = FunctionArn.split(":").slice(0, 7).join(":");
  return {
    trigger,
    bareArn,
    arn: qualifier === undefined ? bareArn : `${bareArn}:${qualifier}`,
    qualifier,
    sha256: CodeSha256,
    environment: Environment?.Variables ?? {},
  };
}

/** `arn:aws:lambda:<region>:<account>:function:<name>:<alias>`, `<account>:function:<name>:<alias>`, `<name>:<alias>`. */
export function qualifierOf(named: string): string | undefined {
  const parts = named.split(":");
  const afterName = parts.lastIndexOf("function") + 2;
  return parts[afterName === 1 ? 1 : afterName] || undefined;
}

async function found(lambda: LambdaClient, of: string, FunctionName: string) {
  try {
    return await ask(
      "lambda:GetFunctionConfiguration",
      lambda.send(new GetFunctionConfigurationCommand({ FunctionName })),
    );
  } catch (error) {
    if (!(error instanceof AwsRefusal) || error.why !== "missing") throw error;
    throw new SetupError(
      `${of}: there is no such function, or no such alias of it, in this account and region.`,
      {
        cause: error.cause,
      },
    );
  }
}
