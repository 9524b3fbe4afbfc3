import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSamePerson } from "../../src/migration/is-same-person.ts";

const kim = {
  username: "kim",
  attributes: {
    email: "kim@example.com",
    phone_number: "+4915112345678",
    preferred_username: "Straße",
  },
};

describe("isSamePerson", () => {
  test.each([
    ["email", "kim@example.com", true],
    ["email", "KIM@EXAMPLE.COM", true],
    ["email", "\u212Aim@example.com", false], // the Kelvin sign
    ["email", "k\u0131m@example.com", false], // a dotless i
    ["email", "k\u00EDm@example.com", false],
    ["email", "\uFF4Bim@example.com", false], // a full-width k
    ["email", "kim@example.com ", false],
    ["email", "kim", false],
    ["email", "", false],
    ["phone", "+4915112345678", true],
    ["phone", "4915112345678", false],
    ["phone", "+49 151 12345678", false],
    ["phone", "kim", false],
    ["email-or-phone", "Kim@example.com", true],
    ["email-or-phone", "+4915112345678", true],
    ["email-or-phone", "kim", false],
    ["username", "KIM", true],
    ["username", "\u212Aim", false],
    ["username", "kim@example.com", false],
    ["alias", "kim", true],
    ["alias", "kim@example.com", true],
    ["alias", "+4915112345678", true],
    ["alias", "straße", true],
    ["alias", "strasse", false],
    ["alias", "STRASSE", false],
  ] as const)("by %s, %j is Kim: %j", (form, typed, same) => {
    expect(isSamePerson(typed, kim, form)).toBe(same);
  });

  test.each([
    ["Émile", "émile", true],
    ["ЮЛИЯ", "юлия", true],
    ["ÉMILE", "emile", false],
    ["Émile", "émile".normalize("NFD"), false],
    ["\u212Aim", "kim", false], // the Kelvin sign
    ["\u212Bse", "\u00E5se", false], // the Ångström sign
    ["\u0130lker", "i\u0307lker", false], // a dotted capital I
    ["Isil", "\u0131sil", false], // a dotless i
    ["STRASSE", "straße", false],
    ["Gro\u1E9E", "groß", false], // a capital sharp s
    ["\u017Fam", "sam", false], // a long s
    ["ΘΕΟΣ", "θεος", true],
    ["θεοσ", "θεος", false], // a final sigma
    ["\uFB01nn", "finn", false], // a ligature
  ])("%j and %j are the same user name: %j", (username, typed, same) => {
    for (const [one, other] of [
      [username, typed],
      [typed, username],
    ] as const) {
      expect(isSamePerson(one, { username: other, attributes: {} }, "username")).toBe(same);
    }
  });

  test.each([
    "email",
    "phone",
    "email-or-phone",
    "username",
    "alias",
  ] as const)("by %s, a row without a name belongs to no one", (form) => {
    expect(isSamePerson("", { attributes: {} }, form)).toBe(false);
    expect(isSamePerson("undefined", { attributes: {} }, form)).toBe(false);
  });

  test("two emails are the same person's only if they differ by case alone", () => {
    const letters = [..."kKiIsS@.\u212A\u0130\u0131\u017F\u00DF\u00E4a\uFF4B"];
    const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 4 });
    fc.assert(
      fc.property(text, text, (typed, email) => {
        const alike =
          typed.length === email.length &&
          [...typed].every((letter, index) => {
            const other = email[index] as string;
            return (
              letter === other ||
              (/^[a-z]{2}$/i.test(letter + other) &&
                Math.abs(letter.charCodeAt(0) - other.charCodeAt(0)) === 32)
            );
          });
        expect(isSamePerson(typed, { attributes: { email } }, "email")).toBe(alike);
      }),
      { numRuns: 2_000 },
    );
  });
});
