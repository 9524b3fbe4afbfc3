import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SNSClient } from "@aws-sdk/client-sns";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { regionOf } from "../aws/user-pool-id.ts";
import { awsQuestions } from "./aws-questions.ts";
import { factsFromAws } from "./facts-from-aws.ts";

/** The facts of a pool, asked of AWS in the pool's own region with the credentials of this shell. */
export function factsOfPool(userPoolId: string, ours: readonly TriggerName[]) {
  const region = regionOf(userPoolId);
  const questions = awsQuestions({
    cognito: new CognitoIdentityProviderClient({ region }),
    lambda: new LambdaClient({ region }),
    ses: (from) => new SESv2Client({ region: from }),
    sns: (from) => new SNSClient({ region: from }),
  });
  return factsFromAws(questions, userPoolId, ours);
}
