import {
  type CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
  GetUserPoolMfaConfigCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { ask } from "../aws/call-aws.ts";
import { poolIn } from "../aws/described-user-pool.ts";
import { orSay } from "../aws/undefined-if-not-found.ts";
import { withJson } from "./with-json.ts";

/** A user pool as two calls describe it. */
export interface DescribedPool {
  readonly pool: ReturnType<typeof poolIn>;
  /** The same and the MFA settings, as they came: with what this SDK does not know. */
  readonly json: { readonly UserPool: unknown; readonly mfa: unknown };
}

/**
 * Reads a pool, its MFA settings too.
 *
 * @throws SetupError when there is none of that id, or it cannot be read
 */
export async function describedPool(
  cognito: CognitoIdentityProviderClient,
  UserPoolId: string,
): Promise<DescribedPool> {
  const described = ask(
    "cognito-idp:DescribeUserPool",
    withJson(cognito, new DescribeUserPoolCommand({ UserPoolId })),
  );
  const mfa = ask(
    "cognito-idp:GetUserPoolMfaConfig",
    withJson(cognito, new GetUserPoolMfaConfigCommand({ UserPoolId })),
  );
  const [{ output, json }, { json: mfaJson }] = await orSay(
    Promise.all([described, mfa]),
    noPool(UserPoolId),
  );
  return {
    pool: poolIn(output.UserPool),
    json: { UserPool: (json as { UserPool?: unknown }).UserPool, mfa: mfaJson },
  };
}

/**
 * Reads a pool alone.
 *
 * @throws SetupError when there is none of that id, or it cannot be read
 */
export async function userPool(
  cognito: CognitoIdentityProviderClient,
  UserPoolId: string,
): Promise<DescribedPool["pool"]> {
  const call = ask("cognito-idp:DescribeUserPool", cognito.send(new DescribeUserPoolCommand({ UserPoolId })));
  return poolIn((await orSay(call, noPool(UserPoolId))).UserPool);
}

function noPool(id: string): string {
  return `There is no user pool ${id} in this account: look at the id, and at the profile that is signed in.`;
}
