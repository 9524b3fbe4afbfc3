import type { UserPoolClientType } from "@aws-sdk/client-cognito-identity-provider";
import type { AppClient } from "./facts.ts";

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
