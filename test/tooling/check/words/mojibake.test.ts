import { expect, test } from "vitest";
import { spoiltWords } from "../../../../src/tooling/check/words/mojibake.ts";
import { foundBy } from "../found.ts";
import { edited, shipped } from "../shipped.ts";

/** A text in UTF-8, read as if it were windows-1252. */
function misread(text: string): string {
  return new TextDecoder("windows-1252").decode(new TextEncoder().encode(text));
}

test.each([
  "für",
  "wählen",
  "it’s",
  "“Hallo”",
  "été",
  "Été",
  "Łódź",
  "şifre",
  "Код",
  "パスワード",
  "رمز",
  "aide\u00a0?",
  "5 €",
  "😀",
])("%s is known when it was spoilt", (text) => {
  const spoilt = misread(text);
  const [first, ...others] = spoiltWords(`Ihr ${spoilt} Code`);
  expect(others).toEqual([]);
  expect(text).toContain(first?.meant);
  expect(`Ihr ${spoilt}`.slice(first?.index)).toContain(first?.typed);
});

test.each([
  "“IRMÃ”",
  "«PÂ»",
  "« été »",
  "«\u00a0été\u00a0»",
  "„MENÜ“",
  "CAFÉ…",
  "à\u00a0»",
  "„Gruß“",
  "NÃO, MÃE",
  "IRMÃ…",
  "IRMÃ\u00a0",
  "ÅÄÖ",
  "50\u00a0°C",
])("%s is as it was written", (text) => {
  expect(spoiltWords(`Ihr ${text} Code`)).toEqual([]);
});

test("nothing that is shipped is taken for it", () => {
  for (const text of shipped.files.values()) expect(spoiltWords(text)).toEqual([]);
});

test("each spoilt word is told where it stands, with what to write", () => {
  const file = "templates/de/forgot-password/email.html.hbs";
  const files = edited(file, "ein neues Passwort wählen. Geben", "ein neues Passwort wÃ¤hlen. FÃ¼r");
  expect(foundBy("encoding", files)).toEqual([
    `${file}:3:95 error: The letters of “wÃ¤hlen” were spoilt by a wrong encoding. Write “wählen”. (encoding)`,
    `${file}:3:104 error: The letters of “FÃ¼r” were spoilt by a wrong encoding. Write “Für”. (encoding)`,
  ]);
});

test("a text of many thousand spoilt letters is read in no time", () => {
  expect(spoiltWords("Ã¤".repeat(20_000)).length).toBeGreaterThan(0);
  expect(spoiltWords("Ã".repeat(20_000))).toEqual([]);
});
