import { expect, test } from "vitest";
import { inkFor } from "../../../src/tooling/terminal/ink.ts";
import { printable } from "../../../src/tooling/terminal/printable.ts";

test.each([
  ["Ihr Code für Ω, 陽香, ليلى", "Ihr Code für Ω, 陽香, ليلى"],
  ["\u001b[2J", "\\u{1b}[2J"],
  ["a\nb", "a\\u{a}b"],
  ["\u202egnp", "\\u{202e}gnp"],
  ["\u200b\u2028", "\\u{200b}\\u{2028}"],
])("%j is printed as %j", (text, printed) => {
  expect(printable(text)).toBe(printed);
});

test.each<[{ isTTY?: boolean }, Record<string, string>, boolean]>([
  [{ isTTY: true }, {}, true],
  [{ isTTY: true }, { NO_COLOR: "1" }, false],
  [{ isTTY: true }, { TERM: "dumb" }, false],
  [{}, {}, false],
])("on %j with %j, colours: %s", (stream, environment, isColoured) => {
  expect(inkFor(stream, environment)("bad", "x") !== "x").toBe(isColoured);
});
