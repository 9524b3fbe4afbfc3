import {
  type CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
  GetUserPoolMfaConfigCommand,
  type UserPoolType,
} from "@aws-sdk/client-cognito-identity-provider";
import { SetupError } from "../../log/fault.ts";
import { AwsRefusal, ask } from "../aws/ask.ts";
import { withJson } from "./with-json.ts";

/** A user pool as two calls describe it. */
export interface DescribedPool {
  readonly pool: UserPoolType & { readonly Id: string; readonly Arn: string };
  /** The same and the MFA settings, as they came: with what this SDK does not know. */
  readonly json: { readonly UserPool: unknown; readonly mfa: unknown };
}

/**
 * Reads a pool.
 *
 * @throws SetupError when there is none of that id, or it cannot be read
 */
export async function describedPool(
  cognito: CognitoIdentityProviderClient,
  UserPoolId: string,
): Promise<DescribedPool> {
  try {
    const [described, mfa] = await Promise.all([
      ask("cognito-idp:DescribeUserPool", withJson(cognito, new DescribeUserPoolCommand({ UserPoolId }))),
      ask(
        "cognito-idp:GetUserPoolMfaConfig",
        withJson(cognito, new GetUserPoolMfaConfigCommand({ UserPoolId })),
      ),
    ]);
    const { Id, Arn, ...pool } = described.output.UserPool ?? {};
    if (Id === undefined || Arn === undefined) {
      throw new SetupError(
        "DescribeUserPool gave a pool without an Id or an Arn: nothing can be made of it.",
      );
    }
    return {
      pool: { ...pool, Id, Arn },
      json: { UserPool: (described.json as { UserPool?: unknown }).UserPool, mfa: mfa.json },
    };
  } catch (error) {
    if (!(error instanceof AwsRefusal) || error.why !== "missing") throw error;
    throw new SetupError(
      `There is no user pool ${UserPoolId} in this account: look at the id, and at the profile that is signed in.`,
      { cause: error.cause },
    );
  }
}
