import { expect, test } from "vitest";
import { found, messages } from "./email-project.ts";

test.each([
  ["<form></form>", "<form>"],
  ["<p><button>x</button></p>", "<button>"],
  ["<script>x</script>", "<script>"],
  ["<p hidden>x</p>", "hidden"],
  ['<img src="https://example.com/a.svg?x" alt="">', "An SVG"],
  ['<img src="data:image/png;base64,AAAA" alt="">', "data:"],
  ['<p style="display: flex">x</p>', "display: flex"],
  ['<p style="position:absolute">x</p>', "position: absolute"],
  ['<p style="margin-inline-start:1px">x</p>', "margin-inline-start"],
  ['<p style="width:calc(100% - 2px)">x</p>', "calc()"],
  ['<p style="color:var(--x)">x</p>', "var()"],
  ['<p style="font-size:1.5rem">x</p>', "rem"],
  ['<p style="background:linear-gradient(#fff,#000)">x</p>', "linear-gradient()"],
  ['<style>.a::before { content: "Hello" }</style>', "::before"],
  ["<style>.a { .b { color: red } }</style>", "inside another rule"],
  ["<style>@import 'https://example.com/a.css';</style>", "@import"],
  ['<link rel="stylesheet" href="https://example.com/a.css">', "stylesheet"],
  ["<style>@media (max-width:1px) { @media (hover) { a { color: red } } }</style>", "@media inside"],
  ["<style>@media screen { .a { color: red } @media (hover) { a { color: red } } }</style>", "@media inside"],
])("found: %s", (html, name) => {
  const all = messages("mail-clients", html);
  expect(all).toHaveLength(1);
  expect(all[0]).toContain(name);
});

test.each([
  ['<p style="display:none;opacity:0;mso-hide:all;visibility:hidden">x</p>'],
  [
    '<p style="overflow-wrap:break-word;word-wrap:break-word;word-break:break-word;box-sizing:border-box">x</p>',
  ],
  ['<p style="filter: alpha(opacity=50); v-text-anchor:middle; mso-line-height-rule:exactly">x</p>'],
  [
    '<html><!--[if mso]><body class="mso"><form><![endif]--><!--[if !mso]><!--><body><!--<![endif]--></body></html>',
  ],
  ['<!--[if !mso]><!--><p style="display:flex">x</p><form></form><!--<![endif]-->'],
  ['<!--[if (!mso)&(!IE)]><!--><p style="display:grid;gap:1px">x</p><!--<![endif]-->'],
  ['<![if !mso]><p style="display:flex">x</p><![endif]>'],
  ["<style>@media (min-width: 600px) and (min-width:30rem) { .a { display: flex; min-width: 1px } }</style>"],
  ["<style>@media screen { a { color: red } } @media (hover) { a { color: red } }</style>"],
  ['<p style="width:100px;width:calc(100% - 2px)">x</p>'],
  ['<p style="background-color:#fff;background-image:linear-gradient(#fff,#000)">x</p>'],
  [
    '<table bgcolor="#ffffff" style="background-image:url(https://example.com/a.png)"><tr><td>x</td></tr></table>',
  ],
  ['<style>.clear::after { content: ""; display: table; clear: both }</style>'],
  ["<style>@import url(https://example.com/fonts.css); @font-face { src: url(a.woff) }</style>"],
  [
    "<style>/* display:flex */ .a { color: red } <!-- .b { display: flex; } --></style>".replace(
      " .b { display: flex; }",
      "",
    ),
  ],
  ['<p style="position:relative;display:block;color:#f0f1rem">x</p>'],
  [
    '<picture><source srcset="https://example.com/a.webp"><img src="https://example.com/a.png" alt=""></picture>',
  ],
])("not worth a finding: %s", (html) => {
  expect(messages("mail-clients", html)).toEqual([]);
});

test("the message has the figures of caniemail.com, and the place is the declaration's", () => {
  const html = '<p style="color:red; display:flex">x</p>';
  expect(messages("mail-clients", html)[0]).toMatch(/\d+ % .*Outlook for Windows.*caniemail\.com, 20\d\d-/);
  expect(found("mail-clients", html)).toEqual(["display:flex"]);
});
