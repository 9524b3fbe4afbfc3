import { expect, test } from "vitest";
import { delivered, framed } from "../../../src/tooling/preview/delivered.ts";

test("Cognito's placeholders are filled in", () => {
  expect(delivered("{####}, {####}", "CustomMessage_SignUp")).toBe("123456, 123456");
  expect(delivered("{username}: {####}", "CustomMessage_AdminCreateUser")).toBe("anna.berger: Aa1!bcde");
});

test.each([
  ["dark", "(min-width:0px)", "(max-width:0px)"],
  ["light", "(max-width:0px)", "(min-width:0px)"],
] as const)("in %s, the conditions for colours are settled", (scheme, dark, light) => {
  const css = (a: string, b: string) =>
    `<style>@media ${a} and (max-width: 9em) {} @media ${b} {}</style><p>(prefers-color-scheme: dark)</p>`;
  const shown = framed(css("(prefers-color-scheme:dark)", "( PREFERS-color-scheme : light )"), {
    scheme,
    images: true,
  });
  expect(shown).toContain(css(dark, light));
  expect(shown).toContain(`:root{color-scheme:${scheme} !important}`);
});

test("as the machine prefers, the conditions stay", () => {
  const css = "<style>@media (prefers-color-scheme:dark) {}</style>";
  const shown = framed(css, { scheme: undefined, images: true });
  expect(shown).toContain(css);
  expect(shown).not.toContain("color-scheme:light");
});

test("pictures within the email can be switched off", () => {
  const html = `<img alt="a" src="data:image/png;base64,x"><img src='https://example.com/a.png'>`;
  expect(framed(html, { scheme: "light", images: false })).not.toContain("data:");
  expect(framed(html, { scheme: "light", images: true })).toContain("data:");
});
