import type { UserPoolType } from "@aws-sdk/client-cognito-identity-provider";
import { SetupError } from "../../error/setup-error.ts";

/**
 * Returns a pool's description, with an id and an ARN that are present.
 *
 * @throws SetupError when one of them is missing
 */
export function describedUserPool(
  described: UserPoolType | undefined,
): UserPoolType & { readonly Id: string; readonly Arn: string } {
  const { Id, Arn } = described ?? {};
  if (typeof Id !== "string" || typeof Arn !== "string") {
    throw new SetupError("The description of the user pool has no Id and Arn.");
  }
  return { ...described, Id, Arn };
}
