import { GetFunctionConfigurationCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { SetupError } from "../../log/fault.ts";
import { arnIn } from "../aws/arn.ts";
import { ask } from "../aws/call-aws.ts";
import { bareArnOf, functionNameIn, qualified } from "../aws/function-name.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { orSay } from "../aws/undefined-if-not-found.ts";

/** A deployed function as a trigger. */
export interface TriggerFunction {
  readonly trigger: TriggerName;
  /** As `LambdaConfig` holds it: with its alias or version, if it has one. */
  readonly arn: string;
  /** Of its code, in base 64, as dist/manifest.json has it. */
  readonly sha256: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Looks a function up by what a person writes: its ARN or name, with or without `:alias`.
 *
 * @param region the pool's, if there is a pool
 * @throws SetupError when there is none, or it is not ready, or in another region than the pool
 */
export async function triggerFunction(
  lambda: LambdaClient,
  trigger: TriggerName,
  named: string,
  region?: string,
): Promise<TriggerFunction> {
  const of = `--${trigger} ${named}`;
  const { qualifier, bareArn } = checkedName(of, named);
  const given = bareArn && arnIn(bareArn).region;
  if (given !== undefined && region !== undefined && given !== region) {
    throw new SetupError(
      `${of} is in ${given}, and the pool in ${region}: Cognito invokes functions of its own region.`,
    );
  }
  const { FunctionArn, State, StateReason, CodeSha256, Environment } = await configurationOf(
    lambda,
    named,
    `${of}: there is no such function, or no such alias of it, in this account and region.`,
  );
  if (FunctionArn === undefined) throw new SetupError(`${of}: Lambda tells no ARN of it.`);
  // One that is Inactive wakes when it is invoked.
  if (State !== undefined && State !== "Active" && State !== "Inactive") {
    throw new SetupError(
      `${of} is not ready to be invoked: its state is ${State}${StateReason ? ` (${StateReason})` : ""}. Wait, or mend it.`,
    );
  }
  return {
    trigger,
    arn: qualified(bareArnOf(FunctionArn), qualifier),
    sha256: CodeSha256,
    environment: Environment?.Variables ?? {},
  };
}

/** @throws SetupError when the text names no function that a pool could have */
export function checkedName(of: string, named: string) {
  const name = functionNameIn(named);
  if (name === undefined) {
    throw new SetupError(
      `${of.trim()}: write the name or the ARN of a function, best with its alias, as in my-function:live.`,
    );
  }
  if (name.qualifier === "$LATEST") {
    throw new SetupError(`${of}: leave :$LATEST out, or better name an alias: permissions are of those.`);
  }
  return name;
}

/** @throws SetupError with the sentence when there is no such function */
export async function configurationOf(lambda: LambdaClient, FunctionName: string, sentence: string) {
  const call = lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  return orSay(ask("lambda:GetFunctionConfiguration", call), sentence);
}
