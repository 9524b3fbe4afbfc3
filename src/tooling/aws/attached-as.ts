import type { UserPoolType } from "@aws-sdk/client-cognito-identity-provider";
import { poolTriggers, type TriggerName } from "./pool-triggers.ts";

/** The function that a pool has for a trigger, as an ARN. */
export function attachedAs(
  trigger: TriggerName,
  { LambdaConfig }: Pick<UserPoolType, "LambdaConfig">,
): string | undefined {
  return LambdaConfig?.[poolTriggers[trigger]] || undefined;
}
