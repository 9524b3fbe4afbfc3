import {
  type CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  GetUserPoolMfaConfigCommand,
  paginateListUserPoolClients,
} from "@aws-sdk/client-cognito-identity-provider";
import { GetFunctionConfigurationCommand, GetPolicyCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { GetAccountCommand, GetEmailIdentityCommand, type SESv2Client } from "@aws-sdk/client-sesv2";
import {
  GetSMSSandboxAccountStatusCommand,
  type PhoneNumberInformation,
  paginateListOriginationNumbers,
  type SNSClient,
} from "@aws-sdk/client-sns";
import { callAws } from "../aws/call-aws.ts";
import { describedUserPool } from "../aws/described-user-pool.ts";
import { appClientFrom } from "./app-client.ts";
import type { AwsQueries } from "./aws-queries.ts";

/** The SDK's clients; email and SMS may be sent from another Region than the pool's. */
export interface Clients {
  readonly cognito: CognitoIdentityProviderClient;
  readonly lambda: LambdaClient;
  ses(region: string): SESv2Client;
  sns(region: string): SNSClient;
}

/** Returns the queries as calls of the AWS SDK. */
export function sdkQueries({ cognito, lambda, ses, sns }: Clients): AwsQueries {
  return {
    async pool(UserPoolId) {
      const call = cognito.send(new DescribeUserPoolCommand({ UserPoolId }));
      return describedUserPool((await callAws("cognito-idp:DescribeUserPool", call)).UserPool);
    },
    mfa: (UserPoolId) =>
      callAws(
        "cognito-idp:GetUserPoolMfaConfig",
        cognito.send(new GetUserPoolMfaConfigCommand({ UserPoolId })),
      ),
    clientIds: (UserPoolId) =>
      callAws("cognito-idp:ListUserPoolClients", async () => {
        const ids: string[] = [];
        const pages = paginateListUserPoolClients({ client: cognito }, { UserPoolId, MaxResults: 60 });
        for await (const page of pages) {
          ids.push(...(page.UserPoolClients ?? []).flatMap(({ ClientId }) => ClientId ?? []));
        }
        return ids;
      }),
    async client(UserPoolId, ClientId) {
      const call = cognito.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
      return appClientFrom((await callAws("cognito-idp:DescribeUserPoolClient", call)).UserPoolClient);
    },
    functionConfiguration: (FunctionName) =>
      callAws(
        "lambda:GetFunctionConfiguration",
        lambda.send(new GetFunctionConfigurationCommand({ FunctionName })),
      ),
    async functionPolicy(FunctionName) {
      const call = lambda.send(new GetPolicyCommand({ FunctionName }));
      return (await callAws("lambda:GetPolicy", call)).Policy ?? "";
    },
    emailIdentity: (region, EmailIdentity) =>
      callAws("ses:GetEmailIdentity", ses(region).send(new GetEmailIdentityCommand({ EmailIdentity }))),
    sesAccount: (region) => callAws("ses:GetAccount", ses(region).send(new GetAccountCommand({}))),
    async isInSmsSandbox(region) {
      const call = sns(region).send(new GetSMSSandboxAccountStatusCommand({}));
      return (await callAws("sns:GetSMSSandboxAccountStatus", call)).IsInSandbox === true;
    },
    originationNumbers: (region) =>
      callAws("sns:ListOriginationNumbers", async () => {
        const numbers: PhoneNumberInformation[] = [];
        const pages = paginateListOriginationNumbers({ client: sns(region) }, {});
        for await (const page of pages) numbers.push(...(page.PhoneNumbers ?? []));
        return numbers;
      }),
  };
}
