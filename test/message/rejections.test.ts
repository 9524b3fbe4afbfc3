import { expect, test } from "vitest";
import { rejections } from "../../src/message/rejections.ts";

const code = "{####}";
const rules = (part: Parameters<typeof rejections>[0], text: string, username?: string) =>
  rejections(part, text, { code, username }).map(({ rule }) => rule);

test.each([
  ["subject", "Your code", []],
  ["subject", "", ["length"]],
  ["subject", "x".repeat(140), []],
  ["subject", "x".repeat(141), ["length"]],
  ["subject", `Code ${code}`, ["placeholder"]],
  ["subject", "Your\u00a0code", ["characters"]],
  ["email", code, []],
  ["email", "no code here", ["placeholder"]],
  ["email", `${code}${"x".repeat(19_994)}`, []],
  ["email", `${code}${"x".repeat(19_995)}`, ["length"]],
  ["email", `${code}\n\tline`, []],
  ["email", `${code}\u202f`, ["characters"]],
  ["email", "%7B####%7D", ["placeholder"]],
  ["email", `${code} and ${code}`, []],
  ["email", `${code} {username}`, ["placeholder"]],
  ["sms", `${code} {##Click Here##}`, ["placeholder"]],
  ["sms", `${code}\u202f`, []],
  ["sms", `${code}\nline`, ["characters"]],
  ["sms", `${code}\n@example.com #${code}`, []],
  ["sms", `${code}\nline\n@example.com #${code}`, ["characters"]],
  ["sms", `${code}\n@example.com #${code}\n`, ["characters"]],
  ["email", `${code}\u00a0\n@example.com #${code}`, ["characters"]],
  ["sms", `${code}${"x".repeat(134)}`, []],
  ["sms", `${code}${"x".repeat(135)}`, ["length"]],
  // Length is counted in UTF-16 units, the stricter reading.
  ["sms", `${code}${"\u{1f600}".repeat(68)}`, ["length"]],
] as const)("%s %j is rejected for %j", (part, text, expected) => {
  expect(rules(part, text)).toEqual(expected);
});

test("an invitation requires the placeholder for the user name in email and SMS, not in the subject", () => {
  expect(rules("email", code, "{username}")).toEqual(["placeholder"]);
  expect(rules("sms", code, "{username}")).toEqual(["placeholder"]);
  expect(rules("email", `${code} {username}`, "{username}")).toEqual([]);
  expect(rules("subject", "Welcome", "{username}")).toEqual([]);
});

test("a rejected character has its name and index", () => {
  expect(rejections("email", `${code} a\u202fb`, { code })).toEqual([
    { rule: "characters", reason: expect.stringContaining("U+202F"), index: 8 },
  ]);
});
