import { expect, test } from "vitest";
import { linesOf } from "../../../../src/tooling/check/html/lines.ts";
import { projectOf } from "../../../../src/tooling/check/project.ts";
import { EMAIL, emailWith } from "../found.ts";
import { shippedText, smallCopy } from "../shipped.ts";

const EMAIL_TEXT = shippedText(EMAIL);
/** Where {@link emailWith} puts its line. */
const FIFTH = "<p>The code is valid for 1 hour.</p>";

/** The lines of the English email with this as one of them. */
function linesWith(text: string) {
  const project = projectOf(smallCopy(emailWith(text)));
  const part = project.parts.find(({ file }) => file === EMAIL);
  return part ? linesOf(part, project) : [];
}

test("each character of a line knows where it was typed", () => {
  const typed = "<p>a&nbsp;b<b>{{brand.name}}</b>&notin;c</p>";
  const line = linesWith(typed).find(({ text }) => text.includes("\u2209"));
  expect(line?.text).toBe("a\u00a0b\ufffc\u2209c");
  const start = EMAIL_TEXT.indexOf(FIFTH);
  const places = [...(line?.text ?? "")].map((_, index) => (line?.at(index).index ?? 0) - start);
  expect(places).toEqual(
    ["a", "&nbsp;", "b<", "brand.name", "&notin;", "c<"].map((each) => typed.indexOf(each)),
  );
});

// To look for each place from the start of the line would take minutes, and Vitest ends it before that.
test("each of 90,000 as well", () => {
  const line = linesWith("a".repeat(90_000)).find(({ text }) => text.includes("aaaa"));
  const from = EMAIL_TEXT.indexOf(FIFTH) - (line?.text.indexOf("aaaa") ?? 0);
  const places = [...(line?.text ?? "")].map((_, index) => line?.at(index).index ?? 0);
  expect(places.length).toBeGreaterThanOrEqual(90_000);
  expect(places.findIndex((place, index) => place !== from + index)).toBe(-1);
});
