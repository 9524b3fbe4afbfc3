import { expect, test } from "vitest";
import { messages, places } from "./email-project.ts";

test.each([
  ['<a href="https://example.com/a?b">x</a>'],
  ['<a href="https://www.example.com">x</a>'],
  ['<a href="{{resetLink}}">x</a>'],
  ['{{#if brand.supportUrl}}<a href="{{brand.supportUrl}}">x</a>{{/if}}'],
  ['{{#if brand.supportEmail}}<a href="mailto:{{brand.supportEmail}}?subject=x">x</a>{{/if}}'],
  ['<a href="mailto:help@example.com">x</a><a href="tel:+4930123">x</a><a href="#top">x</a>'],
  ['<a href="https://example.com/{{locale}}/help">x</a>'],
  ['<img src="data:image/png;base64,AAAA"><img src="cid:logo">'],
  ['<p xmlns="http://www.w3.org/1999/xhtml">http://evil.example</p>'],
  ['<img srcset="https://example.com/a.png 1x, https://example.com/b.png 2x">'],
  ["<style>.a { background: url('https://example.com/a.png') }</style>"],
])("fine: %s", (html) => {
  expect(messages("hosts", html)).toEqual([]);
});

test.each([
  ['<a href="http://example.com">x</a>', "http:"],
  ['<a href="https://example.net">x</a>', "to example.net"],
  ['<a href="https://example.com.evil.example/">x</a>', "example.com.evil.example"],
  ['<a href="https://notexample.com">x</a>', "notexample.com"],
  ['<a href="https://example.com@evil.example">x</a>', "evil.example"],
  ['<a href="javascript:alert(1)">x</a>', "javascript:"],
  ['<a href="//example.com">x</a>', "complete"],
  ['<a href="">x</a>', "complete"],
  ['<a href="#">x</a>', "complete"],
  ['<a href="mailto:help@example.net">x</a>', "example.net"],
  ['<a href="mailto:help@example.com,help@example.net">x</a>', "example.net"],
  ['<img src="https://pixel.example.net/a.png">', "from pixel.example.net"],
  ['<img srcset="https://example.com/a.png 1x, https://cdn.example.net/b.png 2x">', "cdn.example.net"],
  ['<td background="https://cdn.example.net/b.png">x</td>', undefined],
  ['<table background="https://cdn.example.net/b.png"></table>', "cdn.example.net"],
  ['<p style="background:url(&quot;https://cdn.example.net/b.png&quot;)">x</p>', "cdn.example.net"],
  ["<style>@import url(https://fonts.example.net/a.css);</style>", "fonts.example.net"],
  ['<style>@import "https://fonts.example.net/a.css";</style>', "fonts.example.net"],
  ["<style>@font-face { src: url(https://fonts.example.net/a.woff) }</style>", "fonts.example.net"],
  ['<link rel="stylesheet" href="https://fonts.example.net/a.css">', "from fonts.example.net"],
  ['<!--[if mso]><v:fill src="https://cdn.example.net/b.png"/><![endif]-->', "cdn.example.net"],
  ['<form action="https://example.net"></form>', "example.net"],
])("found: %s", (html, text) => {
  const found = messages("hosts", html);
  expect(found).toHaveLength(text === undefined ? 0 : 1);
  expect(found[0] ?? "undefined").toContain(String(text));
});

test("an address in CSS that is not at the start of its value, at its declaration", () => {
  const html = '<p style="color:red; background: #fff url(https://cdn.example.net/b.png)">x</p>';
  expect(places("hosts", html)).toEqual(["templates/messages/forgot-password.html.hbs:1:22"]);
});

test("one finding per host and file, with the number of places", () => {
  const [message, ...others] = messages("hosts", '<img src="https://a.example.net/1.png">'.repeat(3));
  expect([message?.includes("3 times"), others]).toEqual([true, []]);
});

test("the message names the brand of a wrong address", () => {
  const hosts = JSON.stringify({
    default: "a",
    brands: {
      a: { name: "A", domain: "a.example", light: palette(), dark: palette() },
      b: { name: "B", hosts: ["b.example"], light: palette(), dark: palette() },
    },
  });
  const files = { "templates/brands.json": hosts };
  expect(messages("hosts", '<a href="https://b.example">x</a>', { files })).toEqual([
    expect.stringContaining('For the brand "a"'),
  ]);
});

function palette() {
  const keys = ["page", "card", "text", "muted", "accent", "onAccent"];
  return Object.fromEntries(keys.map((key) => [key, "#123456"]));
}
