import { expect, test } from "vitest";
import { smsAnatomy } from "../../../src/tooling/preview/sms-anatomy.ts";

test.each([
  ["123456 is your code", "GSM-7", 1, []],
  ["x".repeat(161), "GSM-7", 2, []],
  ["it’s x’ and more", "UCS-2", 1, ["’"]],
  [`it’s ${"x".repeat(70)}`, "UCS-2", 2, ["’"]],
  ["確認コードです", "UCS-2", 1, []],
  ["code 👩\u200d👧 and more text", "UCS-2", 1, ["👩\u200d👧"]],
])("%j is sent as %s in %i segments, for %j", (text, encoding, segments, foreign) => {
  expect(smsAnatomy(text)).toMatchObject({ encoding, segments, foreign });
});

test("a character that GSM-7 lacks is a run of its own", () => {
  expect(smsAnatomy("it’s x’ and more").runs).toEqual([
    { text: "it", isForeign: false },
    { text: "’", isForeign: true },
    { text: "s x", isForeign: false },
    { text: "’", isForeign: true },
    { text: " and more", isForeign: false },
  ]);
  expect(smsAnatomy("確認コードです").runs).toHaveLength(1);
});
