import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { awsInThisProcess } from "../aws/in-this-process.ts";
import { awsError } from "../aws/loopback.ts";
import { bundledSnippet } from "./bundled-snippet.ts";
import { fences } from "./fences.ts";

const folder = mkdtempSync(join(tmpdir(), "cognito-recovery-amplify-app-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const FORGOT = "CognitoIdentityProvider.ForgotPassword";
const CONFIRM = "CognitoIdentityProvider.ConfirmForgotPassword";

/** Not the synchronous ones: the loopback AWS answers in this process. */
const run = promisify(execFile);

beforeAll(async () => {
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  await run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "aws-amplify"], {
    cwd: folder,
  });
});

test("Amplify's snippet recovers, by our results", async () => {
  const aws = await awsInThisProcess();
  const [code = ""] = fences("client.md", "typescript");
  const pool = 'userPoolId: "eu-central-1_AbCdEf123"';
  expect(code).toContain(pool);
  const { file, remove } = await bundledSnippet(
    `${code.replace(pool, `${pool}, userPoolEndpoint: "${aws.environment.AWS_ENDPOINT_URL}"`)}
    console.log(JSON.stringify([
      await requestCode("anna@example.com"),
      await requestCode("nobody@example.com"),
      await setPassword("anna@example.com", "1", "A new passw0rd"),
      await setPassword("anna@example.com", "123456", "A new passw0rd"),
    ]));`,
  );
  copyFileSync(file, join(folder, "app.mjs"));
  remove();
  const unknown = awsError("UserNotFoundException", "Username/client id combination not found.");
  aws.answer(FORGOT, ({ Username }) =>
    Username === "nobody@example.com" ? unknown : { CodeDeliveryDetails: {} },
  );
  aws.answer(CONFIRM, (_, request) =>
    request === 1 ? awsError("CodeMismatchException", "Invalid code.") : {},
  );
  const { stdout } = await run(process.execPath, ["app.mjs"], { cwd: folder });
  const [sent, concealed, invalid, done] = JSON.parse(stdout);
  expect(sent).toMatch(/^If there is such an account/);
  expect(concealed).toBe(sent);
  expect(invalid).toMatch(/^This code is not correct/);
  expect(done).toMatch(/^The new password is set/);
  expect(aws.calls.map(({ input }) => input.ClientMetadata)).toEqual(Array(4).fill({ locale: "fr" }));
});
