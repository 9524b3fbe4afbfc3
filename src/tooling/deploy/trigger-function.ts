import { GetFunctionConfigurationCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { SetupError } from "../../error/setup-error.ts";
import { arnIn } from "../aws/arn.ts";
import { callAws } from "../aws/call-aws.ts";
import { bareArnOf, functionNameIn, qualified } from "../aws/function-name.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { withNotFoundMessage } from "../aws/undefined-if-not-found.ts";

/** A deployed function of a trigger. */
export interface TriggerFunction {
  readonly trigger: TriggerName;
  /** The ARN for `LambdaConfig`, with the alias or version if there is one. */
  readonly arn: string;
  /** The checksum of its code, in Base64 as in dist/manifest.json. */
  readonly sha256: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Finds a function by its ARN or name, with or without `:alias`.
 *
 * @param region the Region of the pool, if there is a pool
 * @throws SetupError when the function does not exist, is not ready, or is in another Region than the pool
 */
export async function triggerFunction(
  lambda: LambdaClient,
  trigger: TriggerName,
  named: string,
  region?: string,
): Promise<TriggerFunction> {
  const of = `--${trigger} ${named}`;
  const { qualifier, bareArn } = checkedName(of, named);
  const functionRegion = bareArn && arnIn(bareArn).region;
  if (functionRegion !== undefined && region !== undefined && functionRegion !== region) {
    throw new SetupError(
      `${of} is in ${functionRegion}, and the pool in ${region}: Cognito invokes only functions of its own Region.`,
    );
  }
  const { FunctionArn, State, StateReason, CodeSha256, Environment } = await configurationOf(
    lambda,
    named,
    `${of}: the function or the alias does not exist in this account and Region.`,
  );
  if (FunctionArn === undefined) throw new SetupError(`${of}: Lambda returned no ARN.`);
  // An invocation activates an Inactive function.
  if (State !== undefined && State !== "Active" && State !== "Inactive") {
    throw new SetupError(
      `${of} is not ready: its state is ${State}${StateReason ? ` (${StateReason})` : ""}. Wait, or deploy it again.`,
    );
  }
  return {
    trigger,
    arn: qualified(bareArnOf(FunctionArn), qualifier),
    sha256: CodeSha256,
    environment: Environment?.Variables ?? {},
  };
}

/** @throws SetupError when the text is not the name of a function that a pool can invoke */
export function checkedName(of: string, named: string) {
  const name = functionNameIn(named);
  if (name === undefined) {
    throw new SetupError(
      `${of.trim()}: write the name or the ARN of a function, preferably with its alias, as in my-function:live.`,
    );
  }
  if (name.qualifier === "$LATEST") {
    throw new SetupError(`${of}: omit :$LATEST, or preferably name an alias: permissions belong to aliases.`);
  }
  return name;
}

/** @throws SetupError with the message when the function does not exist */
export async function configurationOf(lambda: LambdaClient, FunctionName: string, message: string) {
  const call = lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  return withNotFoundMessage(callAws("lambda:GetFunctionConfiguration", call), message);
}
