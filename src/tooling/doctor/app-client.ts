import type { UserPoolClientType } from "@aws-sdk/client-cognito-identity-provider";

/** The fields of an app client that rules read. Its secret is not among them. */
export type AppClient = Pick<
  UserPoolClientType,
  "ClientName" | "ExplicitAuthFlows" | "AllowedOAuthFlows" | "PreventUserExistenceErrors" | "WriteAttributes"
> & { readonly ClientId: string };

export function appClientFrom(description: UserPoolClientType = {}): AppClient {
  const { ClientId = "", ClientName, ExplicitAuthFlows, AllowedOAuthFlows } = description;
  const { PreventUserExistenceErrors, WriteAttributes } = description;
  return {
    ClientId,
    ClientName,
    ExplicitAuthFlows,
    AllowedOAuthFlows,
    PreventUserExistenceErrors,
    WriteAttributes,
  };
}
