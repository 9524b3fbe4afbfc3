import { expect, test } from "vitest";
import { addressesIn } from "../../../../src/tooling/check/html/addresses.ts";
import { markerOf, unmarked } from "../../../../src/tooling/check/html/flat-html.ts";

/** The addresses in a text, with a marker for each `{{name}}`. */
function shownIn(text: string): string[] {
  const marked = text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => markerOf(name));
  return addressesIn(marked).map((each) => unmarked(each.text));
}

test.each<[string, string[]]>([
  ["Go to https://example.com/help, now.", ["https://example.com/help"]],
  ["(HTTP://example.com)", ["HTTP://example.com"]],
  ["https://user:secret@example.com/a", ["https://user:secret@example.com/a"]],
  ["app://open", ["app://open"]],
  ["www.example.zip!", ["www.example.zip"]],
  ["On example.com, or shop.example.co.uk/a?b.", ["example.com", "shop.example.co.uk/a?b"]],
  ["Write to help.desk+1@example.museum.", ["help.desk+1@example.museum"]],
  ["It is valid for 1 hour.It is yours.", ["hour.It"]],
  ["example.com.evilhost", ["example.com"]],
  ["t.me/example", ["t.me/example"]],
  ["ex\u0430mple.com", ["ex\u0430mple.com"]],
  // What touches it in other languages.
  [
    "https://example.com:n, example.com'da, Example.com-Konto",
    ["https://example.com", "example.com", "Example.com"],
  ],
  ["詳しくはexample.comへ。https://example.comをご覧ください", ["example.com", "https://example.com"]],
  ["https://日本.jp", ["https://日本.jp"]],
  // What becomes one for some values, whatever it ends with.
  ["{{name}}.It is", ["{{name}}.It"]],
  ["{{name}}.Please", ["{{name}}.Please"]],
  ["Dr.{{name}}", ["Dr.{{name}}"]],
  ["{{name}}.example.com", ["{{name}}.example.com"]],
  ["{{name}}.{{shop}}", ["{{name}}.{{shop}}"]],
  ["{{name}}@example.com", ["{{name}}@example.com"]],
  ["https://example.com/{{name}}", ["https://example.com/{{name}}"]],
  // A name that ends with a full stop of its own.
  ["my{{name}}com, {{name}}{{shop}}", ["my{{name}}com", "{{name}}{{shop}}"]],
  // With a path, any ending is one.
  ["Go to evil.agency/reset now", ["evil.agency/reset"]],
  ["evil.ai/x, evil.agency:8080, 1.2.3.4/reset", ["evil.ai/x", "evil.agency:8080", "1.2.3.4/reset"]],
  ["{{name}}agency/reset", ["{{name}}agency/reset"]],
  ["my{{name}}.agency/reset", ["my{{name}}.agency/reset"]],
  ["https://example.com/\u201c{{name}}\u201d.", ["https://example.com/\u201c{{name}}"]],
  ["https://example.com/'{{name}}'", ["https://example.com/'{{name}}"]],
  [
    "(\u201chttps://example.com/a\u201d) 'https://example.com/b'",
    ["https://example.com/a", "https://example.com/b"],
  ],
])("in %j", (text, expected) => {
  expect(shownIn(text)).toEqual(expected);
});

test.each([
  "e.g. i.e. z.B. d.h. i.d.R. u.U. a.m. p.m. U.S. U.S.A. Ph.D. M.Sc. m.in. t.ex. s.r.o. π.χ. т.е.",
  "Node.js, St.Gallen, Vue.js and v.Chr.",
  "Version 1.2.3, 10.30 Uhr, 192.0.2.1, 1.5",
  "invoice.pdf, readme.md, logo.ai, archive.zip, start.sh",
  "Co.KG, tel.nr 5",
  "Valid for 1 hour. It is yours. Really... No?",
  "@example #123456, me @ home, 50%@once",
  "コードです。1時間有効です。",
  "Hello {{name}}, {{name}}. It is {{name}}'s, {{name}}s, {{name}}様, ({{name}}): {{name}}",
  "{{name}}/{{shop}}, {{name}}-{{shop}}",
  "10.30/11.30 Uhr, 1.5/2, v1.2/v1.3, a.m/p.m, U.S./Canada, and/or, 24.12./25.12., {{name}}s/it, Go.Now: 10",
])("none in %j", (text) => {
  expect(shownIn(text)).toEqual([]);
});

test("what is long is read quickly", () => {
  const before = performance.now();
  expect(shownIn(`.${"a-".repeat(20_000)}`)).toEqual([]);
  expect(shownIn(`${"a.".repeat(20_000)} ${"a@".repeat(20_000)}`)).toEqual([]);
  expect(shownIn(`${"{{name}}{{shop}}.".repeat(100)} .a`)).toHaveLength(1);
  expect(shownIn(`${"https://".repeat(5_000)} .a`).length).toBeGreaterThan(0);
  expect(shownIn(`https://example.com/${".".repeat(90_000)}x`)).toHaveLength(1);
  expect(shownIn(`https://example.com/a${"\u201d".repeat(90_000)}`)).toEqual(["https://example.com/a"]);
  expect(performance.now() - before).toBeLessThan(2000);
});
