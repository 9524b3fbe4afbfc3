import { expect, test } from "vitest";
import { differences } from "../../../src/tooling/deploy/difference.ts";

test.each<[string, unknown, unknown, object[]]>([
  ["the same", { a: { b: [1] } }, { a: { b: [1] } }, []],
  ["a value", { a: { b: 1 } }, { a: { b: 2 } }, [{ path: "a.b", before: 1, after: 2 }]],
  ["a list as a whole", { a: ["x"] }, { a: ["x", "y"] }, [{ path: "a", before: ["x"], after: ["x", "y"] }]],
  ["the order of a list", { a: [{ x: 1, y: 2 }, 3] }, { a: [3, { y: 2, x: 1 }] }, []],
  [
    "an item of a list",
    { a: [{ x: 1 }] },
    { a: [{ x: 2 }] },
    [{ path: "a", before: [{ x: 1 }], after: [{ x: 2 }] }],
  ],
  ["a duplicate item", { a: [1, 1] }, { a: [1] }, [{ path: "a", before: [1, 1], after: [1] }]],
  ["a removed value", { a: { b: "" } }, {}, [{ path: "a.b", before: "" }]],
  ["an added value", {}, { a: false }, [{ path: "a", after: false }]],
  ["absence in many forms", { a: null, b: [], c: {}, d: undefined }, {}, []],
  [
    "a string instead of an object",
    { a: { b: 1 } },
    { a: "b" },
    [{ path: "a", before: { b: 1 }, after: "b" }],
  ],
  ["dates", { a: new Date(0) }, { a: new Date(0) }, []],
  ["dates that differ", { a: new Date(0) }, {}, [{ path: "a", before: "1970-01-01T00:00:00.000Z" }]],
])("%s", (_, before, after, found) => expect(differences(before, after)).toEqual(found));
