import { describe, expect, test } from "vitest";
import { contrastRatio, opaqueColor } from "../../../src/tooling/check/html/contrast-ratio.ts";
import { found, messages, places } from "./email-project.ts";

test.each([
  ["#ffffff", "#000000", 21],
  ["#777777", "#ffffff", 4.48],
  ["#ff0000", "#ffffff", 4],
  ["#123456", "#123456", 1],
])("the contrast of %s and %s is %d", (one, other, ratio) => {
  expect(contrastRatio(one, other)).toBeCloseTo(ratio, 2);
  expect(contrastRatio(other, one)).toBeCloseTo(ratio, 2);
});

test.each([
  ["#FFF", "#ffffff"],
  ["rgb(246, 249, 252)", "#f6f9fc"],
  ["rgb(0 0 0)", "#000000"],
  ["rgba(255,255,255,1)", "#ffffff"],
  ["rgba(0,0,0,.5)", undefined],
  ["White", "#ffffff"],
  ["transparent", undefined],
  ["#12345678", undefined],
])("%s is %s", (written, color) => {
  expect(opaqueColor(written)).toBe(color);
});

const card = "background-color:#ffffff";
const dark = (css: string) => `<style>@media (prefers-color-scheme: dark) { ${css} }</style>`;

describe("text in an email", () => {
  test.each([
    ["in one style", `<p style="${card};color:#999999">x</p>`, 1],
    ["on a background around it", `<div style="${card}"><p style="color:#ffffff">x</p></div>`, 1],
    ["in a colour from around it", `<div style="color:#ffffff"><p style="${card}">x</p></div>`, 1],
    ["of a class", `<style>.c{${card}} .l{color:#fff}</style><div class="c"><a class="l">x</a></div>`, 1],
    ["of an element", `<style>p{color:#fff}</style><p style="${card}">x</p>`, 1],
    [
      "of a descendant",
      `<style>.c p b{color:#fff}</style><div class="c" style="${card}"><p><b>x</b></p></div>`,
      1,
    ],
    ["of bgcolor", '<table bgcolor="#ffffff"><tr><td style="color:#eee">x</td></tr></table>', 1],
    ["of a background shorthand", '<p style="background:#fff none;color:#eee">x</p>', 1],
    ["of a string", `<p style="${card};color:#eee">{{t "intro"}}</p>`, 1],
    ["of a brand's colour", '<p style="background:{{brand.light.page}};color:{{brand.light.card}}">x</p>', 1],
    [
      "of a brand's colours",
      '<p style="background:{{brand.light.card}};color:{{brand.light.text}}">x</p>',
      0,
    ],
    ["that is large", `<p style="${card};color:#949494;font-size:24px">x</p>`, 0],
    ["that is bold", `<p style="${card};color:#949494;font-size:19px"><b>x</b></p>`, 0],
    [
      "of a style that another one has overridden",
      `<style>.l{color:#fff !important}</style><p class="l" style="${card};color:#000">x</p>`,
      1,
    ],
    [
      "of a more specific selector",
      `<style>p.l{color:#000} .l{color:#fff}</style><p class="l" style="${card}">x</p>`,
      0,
    ],
    [
      "on a picture",
      `<p style="${card};background-image:url(https://example.com/a.png);color:#fff">x</p>`,
      0,
    ],
    [
      "on a picture of the brand's",
      '<table background="{{brand.logo.url}}" bgcolor="#fff"><tr><td style="color:#fff">x</td></tr></table>',
      0,
    ],
    ["without a known background", '<p style="color:#fff">x</p>', 0],
    ["of a link in a browser's colour", `<p style="${card};color:#fff"><a href="{{resetLink}}">x</a></p>`, 0],
    [
      "on a translucent background",
      `<div style="${card}"><p style="background:transparent;color:#fff">x</p></div>`,
      1,
    ],
    ["that is hidden", `<p style="${card};color:#fff;display:none">x</p>`, 0],
    [
      "that is a preheader",
      `<p style="${card};color:#fff;font-size:1px;max-height:0;overflow:hidden">x</p>`,
      0,
    ],
    ["that is not visible", `<p style="${card};color:#fff">&nbsp; &zwnj;</p>`, 0],
    ["on hover", `<style>p:hover{color:#fff}</style><p style="${card};color:#000">x</p>`, 0],
    [
      "on narrow screens",
      `<style>@media (max-width:480px){p{color:#fff!important}}</style><p style="${card};color:#000">x</p>`,
      0,
    ],
    ["in one mail client", `<style>[data-ogsc] p{color:#fff}</style><p style="${card}">x</p>`, 0],
  ])("%s", (_, html, count) => {
    expect(messages("contrast", html)).toHaveLength(count);
  });

  test.each([
    [
      "a dark card with text as before",
      `${dark(".c{background:#1a1e24!important}")}<div class="c" style="${card}"><p style="color:#565d66">x</p></div>`,
      1,
    ],
    [
      "a dark card with light text",
      `${dark(".c{background:#1a1e24!important} .t{color:#f1f3f5!important}")}<div class="c" style="${card}"><p class="t" style="color:#565d66">x</p></div>`,
      0,
    ],
    [
      "light text on the card as before",
      `${dark(".t{color:#fff!important}")}<div style="${card}"><p class="t" style="color:#000">x</p></div>`,
      1,
    ],
    [
      "a style that takes precedence, without !important",
      `${dark(".c{background:#1a1e24}")}<p class="c" style="${card};color:#333">x</p>`,
      0,
    ],
    [
      "text that already violates in light",
      `${dark(".x{color:#fff}")}<p style="${card};color:#eee">x</p>`,
      1,
    ],
  ])("in dark mode: %s", (_, html, count) => {
    expect(messages("contrast", html)).toHaveLength(count);
    expect(messages("contrast", html).filter((each) => each.startsWith("In dark mode"))).toHaveLength(
      html.includes("#eee") ? 0 : count,
    );
  });

  test("is an error where it is unreadable, at the colour's declaration", () => {
    const html = `<p style="${card};color:#eee">x</p><p style="${card};color:#888">x</p>`;
    expect(found("contrast", html)).toEqual(["color:#eee", "warning color:#888"]);
    expect(places("contrast", html)[0]).toBe("templates/messages/forgot-password.html.hbs:1:36");
  });
});
