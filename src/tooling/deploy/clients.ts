import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { LambdaClient } from "@aws-sdk/client-lambda";

/** The SDK's clients for changing a pool, all in the pool's own Region. */
export interface Clients {
  readonly cognito: CognitoIdentityProviderClient;
  readonly lambda: LambdaClient;
  readonly cloudFormation: CloudFormationClient;
}

export function clientsIn(region: string): Clients {
  return {
    cognito: new CognitoIdentityProviderClient({ region }),
    lambda: new LambdaClient({ region }),
    cloudFormation: new CloudFormationClient({ region }),
  };
}
