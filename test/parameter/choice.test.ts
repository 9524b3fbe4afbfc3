import { afterEach, expect, test } from "vitest";
import { SetupError } from "../../src/log/fault.ts";
import { choice } from "../../src/parameter/choice.ts";

const VARIABLE = "COGNITO_RECOVERY_TEST_CHOICE";
afterEach(() => {
  delete process.env[VARIABLE];
});

test.each([
  [undefined, "report"],
  ["", "report"],
  ["report", "report"],
  ["conceal", "conceal"],
])("%j chooses %s", (value, word) => {
  if (value !== undefined) process.env[VARIABLE] = value;
  expect(choice(VARIABLE, ["report", "conceal"])).toBe(word);
});

test.each(["Conceal", " conceal", "secret"])("%j is refused, and not repeated", (value) => {
  process.env[VARIABLE] = value;
  expect(() => choice(VARIABLE, ["report", "conceal"])).toThrow(
    new SetupError(`The environment variable ${VARIABLE} must be one of: report, conceal.`),
  );
});
