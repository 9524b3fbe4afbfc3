import * as appConfigData from "@aws-sdk/client-appconfigdata";
import * as cloudFormation from "@aws-sdk/client-cloudformation";
import * as cognito from "@aws-sdk/client-cognito-identity-provider";
import * as lambda from "@aws-sdk/client-lambda";
import * as secretsManager from "@aws-sdk/client-secrets-manager";
import * as ses from "@aws-sdk/client-sesv2";
import * as sns from "@aws-sdk/client-sns";
import * as ssm from "@aws-sdk/client-ssm";
import { serviceOf } from "./service.ts";

/** The region of the loopback server. */
export const region = "eu-central-1";

/** The services of the loopback server. */
export const services = [
  serviceOf(new ssm.SSMClient({ region }), ssm, region),
  serviceOf(new secretsManager.SecretsManagerClient({ region }), secretsManager, region),
  serviceOf(new appConfigData.AppConfigDataClient({ region }), appConfigData, region),
  serviceOf(new cognito.CognitoIdentityProviderClient({ region }), cognito, region),
  serviceOf(new lambda.LambdaClient({ region }), lambda, region),
  serviceOf(new ses.SESv2Client({ region }), ses, region),
  serviceOf(new sns.SNSClient({ region }), sns, region),
  serviceOf(new cloudFormation.CloudFormationClient({ region }), cloudFormation, region),
];
