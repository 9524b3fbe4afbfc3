import { expect, test } from "vitest";
import { smsPicture } from "../../../src/tooling/preview/sms.ts";

test("an SMS says what it costs, and how many characters are left before it costs more", () => {
  expect(smsPicture("123456 is your code")).toEqual({
    runs: [{ text: "123456 is your code", isForeign: false }],
    encoding: "GSM-7",
    segments: 1,
    characters: 19,
    left: 141,
    foreign: [],
  });
  expect(smsPicture("x".repeat(161))).toMatchObject({ segments: 2, left: 2 * 153 - 161 });
});

test("a character that GSM-7 lacks is marked wherever it stands", () => {
  expect(smsPicture("it’s x’ and more")).toMatchObject({
    runs: [
      { text: "it", isForeign: false },
      { text: "’", isForeign: true },
      { text: "s x", isForeign: false },
      { text: "’", isForeign: true },
      { text: " and more", isForeign: false },
    ],
    encoding: "UCS-2",
    left: 70 - 16,
  });
});

test("where all is written in another script, nothing is marked", () => {
  expect(smsPicture("確認コードです").runs).toHaveLength(1);
});
