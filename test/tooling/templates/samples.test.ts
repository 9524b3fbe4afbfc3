import { describe, expect, test } from "vitest";
import { projectOf } from "../../../src/tooling/templates/project.ts";
import { sampleIn } from "../../../src/tooling/templates/samples.ts";
import { shipped } from "../check/shipped.ts";

const spanish = { name: "Lucía García" };
const sample = {
  clientId: "a",
  userAttributes: { name: "Anna Berger", email: "a@example.com" },
  locales: { es: spanish, "es-AR": { name: "Sofía Fernández" } },
};

describe("a sample has the name of", () => {
  test.each<[string, string, string]>([
    ["its language", "es", "Lucía García"],
    ["its region", "es-AR", "Sofía Fernández"],
    ["the language around its region", "es-MX", "Lucía García"],
    ["itself, for a language without one", "de", "Anna Berger"],
    ["no prototype", "constructor", "Anna Berger"],
  ])("%s", (_, locale, name) => {
    expect(sampleIn(sample, locale)).toEqual({
      clientId: "a",
      userAttributes: { name, email: "a@example.com" },
    });
  });

  test("its language, where it has no user attributes of its own", () => {
    expect(sampleIn({ locales: { es: spanish } }, "es")).toEqual({ userAttributes: spanish });
  });
});

test("the sample in another script differs from every language's script", () => {
  const { samples } = projectOf(shipped);
  const scripts = {
    en: /\p{Script=Latin}/u,
    de: /\p{Script=Latin}/u,
    fr: /\p{Script=Latin}/u,
    ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
    ar: /\p{Script=Arabic}/u,
  };
  for (const [locale, script] of Object.entries(scripts)) {
    const nameOf = (name: string) =>
      JSON.stringify(sampleIn(samples[name] ?? {}, locale).userAttributes?.given_name);
    expect({ locale, name: nameOf("another script") }).toEqual({
      locale,
      name: expect.not.stringMatching(script),
    });
    for (const name of ["typical", "another app client"]) expect(nameOf(name)).toMatch(script);
  }
});
