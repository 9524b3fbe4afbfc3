import { expect, test } from "vitest";
import { contextOf, HTML_START, htmlAfter } from "../../../src/tooling/templates/html-context.ts";

/** Returns the context after some HTML, in a few words. */
function contextAfter(...pieces: string[]): string {
  const context = contextOf(pieces.reduce(htmlAfter, HTML_START));
  if (context.in === "attribute") return `${context.element} ${context.name}`;
  if (context.in === "raw") return context.element;
  return context.in === "text" && context.isIsolated ? "bdi" : context.in;
}

test.each<[readonly string[], string]>([
  [[""], "text"],
  [["<p>"], "text"],
  [["a < b > c"], "text"],
  [["<p class=x>"], "text"],
  [['<a href="'], "a href"],
  [["<a title='a > b "], "a title"],
  [['<img alt = "a" src="'], "img src"],
  [["<img alt="], "img alt"],
  [["<img alt=x "], "tag"],
  [['<a href="', "x", '" title="'], "a title"],
  [['<a href="x">'], "text"],
  [["<a", " hr", 'ef="'], "a ef"],
  [["<TITLE>"], "title"],
  [["<title>a <b> c"], "title"],
  [["<title>a</title>"], "text"],
  [["<style>p > a { color: red }"], "style"],
  [["<!-- a > b"], "comment"],
  [["<!-- a --><b>"], "text"],
  [["<!--[if mso]>"], "comment"],
  [["<!doctype html><html lang='"], "html lang"],
  [["<p><bdi>"], "bdi"],
  [["<bdi>a"], "text"],
  [["<bdi></bdi>"], "text"],
])("after %j: %s", (pieces, context) => {
  expect(contextAfter(...pieces)).toBe(context);
});
