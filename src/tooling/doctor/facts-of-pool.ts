import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SNSClient } from "@aws-sdk/client-sns";
import { namedUserPool } from "../aws/named-user-pool.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { factsFromAws } from "./facts-from-aws.ts";
import { awsQuestions } from "./sdk-queries.ts";

/**
 * The facts of a pool, asked of AWS in the pool's own Region with the credentials of this shell.
 *
 * @param named its id or its ARN
 */
export function factsOfPool(named: string, ours: readonly TriggerName[]) {
  const { id, region } = namedUserPool(named);
  const questions = awsQuestions({
    cognito: new CognitoIdentityProviderClient({ region }),
    lambda: new LambdaClient({ region }),
    ses: (from) => new SESv2Client({ region: from }),
    sns: (from) => new SNSClient({ region: from }),
  });
  return factsFromAws(questions, id, ours);
}
