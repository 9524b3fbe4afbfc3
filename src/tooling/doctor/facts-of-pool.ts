import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SNSClient } from "@aws-sdk/client-sns";
import { namedUserPool } from "../aws/named-user-pool.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { factsFromAws } from "./facts-from-aws.ts";
import { sdkQueries } from "./sdk-queries.ts";

/**
 * Returns the facts of a pool that AWS discloses in the pool's own Region to the credentials of this shell.
 *
 * @param named the pool's id or its ARN
 */
export function factsOfPool(named: string, expectedTriggers: readonly TriggerName[]) {
  const { id, region } = namedUserPool(named);
  const queries = sdkQueries({
    cognito: new CognitoIdentityProviderClient({ region }),
    lambda: new LambdaClient({ region }),
    ses: (region) => new SESv2Client({ region }),
    sns: (region) => new SNSClient({ region }),
  });
  return factsFromAws(queries, id, expectedTriggers);
}
