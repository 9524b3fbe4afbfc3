import { createHmac } from "node:crypto";
import { setImmediate as settled } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { annotate, annotationsOf } from "../../src/annotations/annotations.ts";
import { SetupError } from "../../src/error/setup-error.ts";
import { correlation, correlationOf } from "../../src/log/correlation.ts";
import { parameterOf } from "../parameter/parameter-of.ts";

const key = "0123456789abcdef0123456789abcdef";

describe("the user of a line", () => {
  test.each([
    ["anna@example.com", "anna@example.com"],
    ["Anna@Example.COM", "anna@example.com"],
    ["f7d54c22-dda5-4178-8276-601cd005909b", "f7d54c22-dda5-4178-8276-601cd005909b"],
    ["+491701234567", "+491701234567"],
    ["JÜRGEN", "jÜrgen"],
    ["陽香", "陽香"],
  ])("%s is the first half of HMAC-SHA-256 over %s, in hexadecimal", (userName, hashed) => {
    const whole = createHmac("sha256", key).update(hashed).digest("hex");
    const user = correlationOf(userName, key);
    expect(user).toBe(whole.slice(0, 32));
    expect(user).toMatch(/^[0-9a-f]{32}$/);
  });

  // openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef, given "anna@example.com"
  test("is what openssl computes", () => {
    expect(correlationOf("anna@example.com", key)).toBe("b4f91fcf9c0343c2df41d24673fe622d");
  });

  test.each([
    ["another person", "bea@example.com", key],
    ["a name with other capitals than ASCII's", "ÄNNA", key],
    ["the Kelvin sign for a k", "\u212Aim", key],
    ["another key", "anna@example.com", key.replace("0", "x")],
  ])("is another for %s", (_, userName, otherKey) => {
    const others = ["anna@example.com", "änna", "kim"].map((name) => correlationOf(name, key));
    expect(others).not.toContain(correlationOf(userName, otherKey));
  });
});

const anna = correlationOf("anna@example.com", key);

/** Reads the key once; the read ends before its line is written, unless it is late. */
interface Reading {
  readonly late?: boolean;
  readonly get: (signal: AbortSignal) => Promise<string | undefined>;
}

/** The lines of a container, one for each reading. */
async function linesOf(userName: string | null, readings: readonly Reading[]) {
  const late: (() => void)[] = [];
  let count = 0;
  const correlate = correlation(
    parameterOf(async (signal) => {
      const reading = readings[count++];
      if (reading?.late) await new Promise<void>((resolve) => late.push(resolve));
      return reading?.get(signal);
    }),
  );
  const lines: { user: string | undefined; warnings: readonly string[] | undefined }[] = [];
  for (const _ of readings) {
    const { signal } = new AbortController();
    const userOf = correlate(signal, userName);
    await settled();
    lines.push({ user: userOf(), warnings: annotationsOf(signal).warnings });
    for (const end of late.splice(0)) end();
    await settled();
  }
  return lines;
}

const warning = (sentence: string) => ({ user: undefined, warnings: [sentence] });
const [line, without] = [
  { user: anna, warnings: undefined },
  { user: undefined, warnings: undefined },
];
const has = { get: async () => key };
const isUnset = { get: async () => undefined };
const fails = { get: () => Promise.reject(new SetupError("CORRELATION_KEY is wrong.")) };
const breaks = { get: () => Promise.reject(new Error("hidden")) };
const warns = {
  get: async (signal: AbortSignal) => {
    annotate(signal, { warnings: ["The previous value is used."] });
    return key;
  },
};
const late = true;

test.each<[string, string | null, Reading[], object[]]>([
  ["with a key has the user", "Anna@example.com", [has], [line]],
  ["without a key has no user", "anna@example.com", [isUnset], [without]],
  ["of an event without a user name has no user", "", [has], [without]],
  ["of an event whose user name is null has no user", null, [has], [without]],
  [
    "that is written before the key is read has no user, and the next has it",
    "anna@example.com",
    [
      { ...has, late },
      { ...has, late },
    ],
    [without, line],
  ],
  [
    "whose key is wrong has a warning",
    "anna@example.com",
    [fails, fails],
    [warning("CORRELATION_KEY is wrong."), warning("CORRELATION_KEY is wrong.")],
  ],
  [
    "whose key becomes wrong no longer has a user",
    "anna@example.com",
    [has, fails],
    [line, warning("CORRELATION_KEY is wrong.")],
  ],
  [
    "whose key fails in another way has a warning without its text",
    "anna@example.com",
    [breaks],
    [warning("CORRELATION_KEY could not be read.")],
  ],
  [
    "after a late failure has its warning",
    "anna@example.com",
    [{ ...fails, late }, { ...has, late }, has],
    [without, warning("CORRELATION_KEY is wrong."), line],
  ],
  [
    "whose key is the previous one has the parameter's warning",
    "anna@example.com",
    [warns, has],
    [{ user: anna, warnings: ["The previous value is used."] }, line],
  ],
  ["after a late warning has it", "anna@example.com", [{ ...warns, late }, has], [without, line]],
])("a line %s", async (_, userName, readings, lines) => {
  expect(await linesOf(userName, readings)).toEqual(lines);
});
