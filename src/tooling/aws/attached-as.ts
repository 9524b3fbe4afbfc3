import type { UserPoolType } from "@aws-sdk/client-cognito-identity-provider";
import { poolTriggers, type TriggerName } from "./pool-triggers.ts";

/** Returns the ARN of the function that is attached to a pool as a trigger. */
export function attachedAs(
  trigger: TriggerName,
  { LambdaConfig }: Pick<UserPoolType, "LambdaConfig">,
): string | undefined {
  return LambdaConfig?.[poolTriggers[trigger]] || undefined;
}
