import { createHmac } from "node:crypto";
import { expect, test, vi } from "vitest";
import { awsInThisProcess } from "../aws/in-this-process.ts";
import { awsError } from "../aws/loopback.ts";
import { bundledSnippet } from "./bundled-snippet.ts";
import { fences } from "./fences.ts";

const FORGOT = "CognitoIdentityProvider.ForgotPassword";
const CONFIRM = "CognitoIdentityProvider.ConfirmForgotPassword";
const anna = "anna@example.com";

/** Runs the snippet of docs/client.md that exports a name, with the loopback AWS as its region. */
async function snippet(name: string, endpoint = "") {
  const code = fences("client.md", "ts").find((each) => each.includes(`function ${name}(`)) ?? "";
  const { file, remove } = await bundledSnippet(
    code
      .replace("../../triggers/client-metadata.js", "./triggers/client-metadata.ts")
      .replace('region: "eu-central-1"', `endpoint: "${endpoint}"`),
  );
  return import(file).finally(remove);
}

test("the browser's snippet recovers", async () => {
  const aws = await awsInThisProcess();
  for (const operation of [FORGOT, CONFIRM]) aws.answer(operation, () => ({}));
  const { requestCode, setPassword } = await snippet("requestCode", aws.environment.AWS_ENDPOINT_URL);
  expect(await requestCode(anna)).toMatch(/^If there is such an account/);
  expect(await setPassword(anna, "123456", "A new passw0rd")).toBe("/sign-in");
  expect(aws.calls[0]?.input).toMatchObject({ Username: anna, ClientMetadata: { locale: "de-CH" } });
});

test("the route conceals who has an account, and sends the secret's hash", async () => {
  const aws = await awsInThisProcess();
  vi.stubEnv("CLIENT_ID", "client");
  vi.stubEnv("CLIENT_SECRET", "secret");
  vi.spyOn(console, "log").mockImplementation(() => {});
  const { POST } = await snippet("POST");
  const answered = async () => {
    const body = JSON.stringify({ username: anna, locale: "fr" });
    return (await POST(new Request("http://localhost/", { method: "POST", body }))).json();
  };
  aws.answer(FORGOT, () => ({ CodeDeliveryDetails: { Destination: "a***@e***" } }));
  const known = await answered();
  aws.answer(FORGOT, () => awsError("UserNotFoundException", "Username/client id combination not found."));
  expect(await answered()).toEqual(known);
  const SecretHash = createHmac("sha256", "secret").update(`${anna}client`).digest("base64");
  expect(aws.calls[0]?.input).toMatchObject({ SecretHash, ClientMetadata: { locale: "fr" } });
  expect(console.log).toHaveBeenLastCalledWith('{"operation":"ForgotPassword","is":"sent","dropped":[]}');
  vi.restoreAllMocks();
});

test("a sign-up under a legacy address leads to recovery", async () => {
  const { pageAfter } = await snippet("pageAfter");
  const error = (text: string) => new Error(`PreSignUp failed with error ${text}.`);
  expect(pageAfter(error("LEGACY_ACCOUNT: There is an account already"))).toBe("/forgot-password");
  expect(pageAfter(error("TRY_AGAIN: Later"))).toBe("/sign-up?later");
  expect(pageAfter(new Error("User already exists"))).toBe("/sign-up");
});
