import type { UserPoolType } from "@aws-sdk/client-cognito-identity-provider";
import { SetupError } from "../../error/setup-error.ts";

/**
 * The pool that was described.
 *
 * @throws SetupError when the description has neither id nor ARN, without which nothing can be said
 */
export function poolIn(
  described: UserPoolType | undefined,
): UserPoolType & { readonly Id: string; readonly Arn: string } {
  const { Id, Arn } = described ?? {};
  if (typeof Id !== "string" || typeof Arn !== "string") {
    throw new SetupError("The description of the user pool has no Id and Arn.");
  }
  return { ...described, Id, Arn };
}
