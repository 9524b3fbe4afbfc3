import { GetPolicyCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { afterEach, describe, expect, test, vi } from "vitest";
import { callAws } from "../../../src/tooling/aws/call-aws.ts";
import { environmentFor } from "../../aws/environment.ts";
import { temporaryProject } from "../temporary-project.ts";

afterEach(() => vi.unstubAllEnvs());

/** Returns kind and message of the error of a real SDK call in a shell with these variables. */
async function failure(variables: Readonly<Record<string, string | undefined>>) {
  const home = temporaryProject({
    config:
      "[profile sso]\nsso_session = work\nsso_account_id = 111122223333\nsso_role_name = admin\n\n[sso-session work]\nsso_region = eu-central-1\nsso_start_url = https://example.awsapps.com/start\n",
  });
  const shell = { ...environmentFor(1), HOME: home, AWS_CONFIG_FILE: `${home}/config`, ...variables };
  for (const [name, value] of Object.entries(shell)) vi.stubEnv(name, value);
  // As each command creates its clients, but with one attempt.
  const client = new LambdaClient({ maxAttempts: 1 });
  const call = client.send(new GetPolicyCommand({ FunctionName: "x" }));
  return callAws("lambda:GetPolicy", call).catch(({ kind, message }) => `${kind}: ${message}`);
}

const unsigned = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined };

test.each<[string, Record<string, string | undefined>, RegExp]>([
  ["no Region", { AWS_REGION: undefined }, /^region: .*AWS_REGION/],
  ["an empty Region", { AWS_REGION: "" }, /^region: .*AWS_REGION/],
  ["a Region with a space in it", { AWS_REGION: "eu central 1" }, /^region: .*AWS_REGION/],
  ["no credentials", unsigned, /^credentials: No AWS credentials are set here/],
  ["an unknown profile", { ...unsigned, AWS_PROFILE: "nowhere" }, /^credentials: No AWS credentials/],
  [
    "a profile that is not signed in",
    { ...unsigned, AWS_PROFILE: "sso" },
    /^credentials: The AWS session .* sign in again/,
  ],
  [
    "a missing token file",
    {
      ...unsigned,
      AWS_ROLE_ARN: "arn:aws:iam::111122223333:role/x",
      AWS_WEB_IDENTITY_TOKEN_FILE: "/nowhere",
    },
    /^credentials: A file with AWS credentials/,
  ],
  ["no answer", {}, /^unreachable: AWS could not be reached for lambda:GetPolicy/],
])("%s is reported as such", async (_, variables, sentence) => {
  expect(await failure(variables)).toMatch(sentence);
});

describe("an error that AWS answers", () => {
  test.each([
    ["ExpiredTokenException", "credentials"],
    ["ExpiredToken", "credentials"],
    ["RequestExpired", "credentials"],
    ["UnrecognizedClientException", "credentials"],
    ["InvalidSignatureException", "credentials"],
    ["SignatureDoesNotMatch", "credentials"],
    ["AccessDeniedException", "denied"],
    ["ResourceNotFoundException", "not found"],
    ["InvalidParameterException", "rejected"],
  ])("%s is %s", async (name, kind) => {
    const call = Promise.reject(Object.assign(new Error("the token is invalid"), { name }));
    await expect(callAws("lambda:GetPolicy", call)).rejects.toMatchObject({ kind });
  });
});
