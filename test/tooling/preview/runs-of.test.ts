import { expect, test } from "vitest";
import { invisibleNames, runsOf } from "../../../src/tooling/preview/runs-of.ts";

test.each<[string, string[], string[]]>([
  ["Anna", ["Anna"], []],
  [
    "An\u200bna\u202e",
    ["An", "[\u200b]", "na", "[\u202e]"],
    ["U+200B zero-width space", "U+202E right-to-left override"],
  ],
  ["\u0007\u0007", ["[\u0007]", "[\u0007]"], ["U+0007, a control character"]],
  ["one\ntwo\tthree", ["one\ntwo\tthree"], []],
  ["👩\u200d👩\u200d👧 x", ["👩\u200d👩\u200d👧 x"], []],
  ["a\u200db", ["a", "[\u200d]", "b"], ["U+200D zero-width joiner"]],
  ["محمد", ["محمد"], []],
  ["", [], []],
])("%j", (text, runs, names) => {
  const marked = runsOf(text).map((run) => (run.isInvisible ? `[${run.text}]` : run.text));
  expect(marked).toEqual(runs);
  expect(invisibleNames(text)).toEqual(names);
});

test("spaces that do not break are shown where texts are written", () => {
  const marked = (spaces: boolean) =>
    runsOf("a\u00a0b\u3000c\u202fd", { spaces }).map(({ text, isInvisible }) => (isInvisible ? "_" : text));
  expect(marked(true)).toEqual(["a", "_", "b\u3000c", "_", "d"]);
  expect(marked(false)).toEqual(["a\u00a0b\u3000c\u202fd"]);
});
