import { expect, test } from "vitest";
import { previewText, readAloud } from "../../../src/tooling/preview/read-aloud.ts";

const html = `<!doctype html><html><head><title>Title</title><style>p { color: red }</style></head><body>
<div style="display:none">Preheader</div>
<h1>Hello</h1><table><tr><td>One<br>two</td><td>three</td></tr></table>
<p>Choose <a href="https://example.com/">a new
password</a>, or <b>not</b>.</p><img src="data:," alt="A cat"><img src="data:," alt="">
<p hidden>never</p><p aria-hidden="true">never</p></body></html>`;

test("what a screen reader meets has neither tags nor what is hidden, and says what is a link", () => {
  expect(readAloud(html)).toEqual([
    { as: "heading", text: "Hello" },
    { text: "One" },
    { text: "two" },
    { text: "three" },
    { text: "Choose" },
    { as: "link", text: "a new password" },
    { text: ", or not." },
    { as: "picture", text: "A cat" },
  ]);
});

test("a list of emails shows the text from its beginning, what is hidden too", () => {
  expect(previewText(html)).toMatch(
    /^Title Preheader Hello|^Preheader Hello One two three Choose a new password , or not\./,
  );
});
