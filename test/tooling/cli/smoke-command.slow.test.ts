import { describe, expect, test } from "vitest";
import { poolId, poolInAws } from "../deploy/pool-in-aws.ts";
import { passing, temporaryProject } from "../temporary-project.ts";
import { runCli } from "./run-cli.ts";

describe("smoke", () => {
  test("reads only the pool, as docs/deploy.md says about credentials", async () => {
    const { inputs } = await poolInAws();
    await runCli(temporaryProject(), "smoke", "--user-pool-id", poolId);
    expect(inputs("CognitoIdentityProvider.DescribeUserPool")).toHaveLength(1);
    expect(inputs("CognitoIdentityProvider.GetUserPoolMfaConfig")).toEqual([]);
  });

  test.each<[number, string, object]>([
    [0, "as here", {}],
    [1, "otherwise", { autoConfirmUser: true }],
  ])("%i: the deployed function answers %s", async (code, _, response) => {
    const { aws } = await poolInAws();
    const root = temporaryProject({ "triggers/pre-sign-up.ts": passing });
    aws.answer("Lambda.Invoke", ({ Payload }) => {
      const event = JSON.parse(Buffer.from(Payload as Uint8Array).toString("utf8"));
      return { StatusCode: 200, Payload: Buffer.from(JSON.stringify({ ...event, response })) };
    });
    const { status, stdout } = await runCli(root, "smoke", "--pre-sign-up", "pre-sign-up:live");
    expect(status).toBe(code);
    expect(stdout).toContain(`${1 - code} of 1 answers are the same as here`);
  });
});
