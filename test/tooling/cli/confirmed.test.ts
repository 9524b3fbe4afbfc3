import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { confirmed } from "../../../src/tooling/cli/confirmed.ts";

const stream = (isTTY: boolean) => Object.assign(new PassThrough(), { isTTY });

test.each<[string | null, boolean]>([
  ["y\n", true],
  ["Yes\n", true],
  ["n\n", false],
  ["\n", false],
  ["yesterday\n", false],
  [null, false],
])("%j is %s", async (typed, isYes) => {
  const [stdin, stdout] = [stream(true), stream(true)];
  const answer = confirmed("Make this change?", "--yes", { stdin, stdout });
  if (typed === null) stdin.end();
  else stdin.write(typed);
  expect(await answer).toBe(isYes);
  expect(String(stdout.read())).toContain("Make this change? [y/N] ");
});

test.each([
  [true, false],
  [false, true],
])("without a terminal nothing is confirmed", async (input, output) => {
  await expect(
    confirmed("Make this change?", "--yes --replace", { stdin: stream(input), stdout: stream(output) }),
  ).rejects.toThrow(/Nothing was changed: .* pass --yes --replace\.$/);
});
