import { expect, onTestFinished, vi } from "vitest";
import { type LoopbackAws, loopbackAws } from "./loopback.ts";

/**
 * Starts a loopback AWS for one test, which the SDK's clients in this process find through `process.env`. The test
 * fails if its violations are not these.
 */
export async function awsInThisProcess(violations: readonly string[] = []): Promise<LoopbackAws> {
  const aws = await loopbackAws();
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await aws.close();
    expect(aws.violations).toEqual(violations);
  });
  return aws;
}
