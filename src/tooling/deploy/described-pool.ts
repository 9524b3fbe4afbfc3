import {
  type CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
  GetUserPoolMfaConfigCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { callAws } from "../aws/call-aws.ts";
import { describedUserPool } from "../aws/described-user-pool.ts";
import { withNotFoundMessage } from "../aws/undefined-if-not-found.ts";
import { withJson } from "./with-json.ts";

/** A user pool as two calls describe it. */
export interface DescribedPool {
  readonly pool: ReturnType<typeof describedUserPool>;
  /** The same and the MFA settings as JSON, with fields that this SDK does not know. */
  readonly json: { readonly UserPool: unknown; readonly mfa: unknown };
}

/**
 * Reads a pool and its MFA settings.
 *
 * @throws SetupError when the pool does not exist or cannot be read
 */
export async function describedPool(
  cognito: CognitoIdentityProviderClient,
  UserPoolId: string,
): Promise<DescribedPool> {
  const described = callAws(
    "cognito-idp:DescribeUserPool",
    withJson(cognito, new DescribeUserPoolCommand({ UserPoolId })),
  );
  const mfa = callAws(
    "cognito-idp:GetUserPoolMfaConfig",
    withJson(cognito, new GetUserPoolMfaConfigCommand({ UserPoolId })),
  );
  const [{ output, json }, { json: mfaJson }] = await withNotFoundMessage(
    Promise.all([described, mfa]),
    notFoundMessage(UserPoolId),
  );
  return {
    pool: describedUserPool(output.UserPool),
    json: { UserPool: (json as { UserPool?: unknown }).UserPool, mfa: mfaJson },
  };
}

/**
 * Reads a pool.
 *
 * @throws SetupError when the pool does not exist or cannot be read
 */
export async function userPool(
  cognito: CognitoIdentityProviderClient,
  UserPoolId: string,
): Promise<DescribedPool["pool"]> {
  const call = callAws(
    "cognito-idp:DescribeUserPool",
    cognito.send(new DescribeUserPoolCommand({ UserPoolId })),
  );
  return describedUserPool((await withNotFoundMessage(call, notFoundMessage(UserPoolId))).UserPool);
}

function notFoundMessage(id: string): string {
  return `The user pool ${id} does not exist in this account: check the id, and the profile that is signed in.`;
}
