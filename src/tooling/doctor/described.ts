import type { UserPoolClientType, UserPoolType } from "@aws-sdk/client-cognito-identity-provider";
import { SetupError } from "../../log/fault.ts";
import type { AppClient, Pool } from "./facts.ts";

/**
 * The pool that was described.
 *
 * @throws SetupError when the description has neither id nor ARN, without which nothing can be said
 */
export function poolIn(described: UserPoolType | undefined): Pool {
  const { Id, Arn } = described ?? {};
  if (typeof Id !== "string" || typeof Arn !== "string") {
    throw new SetupError("The description of the user pool has no Id and Arn.");
  }
  return { ...described, Id, Arn };
}

/** What is kept of an app client's description: its secret is not. */
export function appClientIn(described: UserPoolClientType | undefined): AppClient {
  const { ClientId = "", ClientName, ExplicitAuthFlows, AllowedOAuthFlows } = described ?? {};
  const { PreventUserExistenceErrors, WriteAttributes } = described ?? {};
  return {
    ClientId,
    ClientName,
    ExplicitAuthFlows,
    AllowedOAuthFlows,
    PreventUserExistenceErrors,
    WriteAttributes,
  };
}
