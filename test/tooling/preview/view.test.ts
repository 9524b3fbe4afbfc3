import fc from "fast-check";
import { expect, test } from "vitest";
import { queryOf, viewOf, WIDTHS } from "../../../src/tooling/preview/view.ts";
import { workbenchFrom } from "../../../src/tooling/preview/workbench.ts";
import { shipped } from "../check/shipped.ts";

const bench = workbenchFrom(shipped);
const look = (query: string) => viewOf(new URLSearchParams(query), bench);

test("without a query it is the first sample, as usual", () => {
  expect(look("")).toMatchObject({
    sampleName: "typical",
    brand: undefined,
    scheme: "light",
    images: true,
    width: undefined,
    beside: false,
  });
  expect(queryOf(look(""), bench).toString()).toBe("");
});

test.each([
  ["sample=nobody", { sampleName: "typical" }],
  ["brand=__proto__", { brand: undefined }],
  ["scheme=pink", { scheme: "light" }],
  ["width=9e9", { width: WIDTHS.most }],
  ["width=-3", { width: WIDTHS.least }],
  ["width=x", { width: undefined }],
])("%s is as if it had not been said, or the nearest that can be", (query, expected) => {
  expect(look(query)).toMatchObject(expected);
});

test("a value that is changed is another person's; an emptied one is not there", () => {
  const { sample, changed } = look("attribute.given_name=Eva&attribute.name=&metadata.locale=de-CH&client=x");
  expect(sample).toEqual({
    clientId: "x",
    userAttributes: { given_name: "Eva" },
    clientMetadata: { locale: "de-CH" },
  });
  expect([...changed.keys()]).toEqual(["attribute.given_name", "attribute.name", "client"]);
});

test("any view is found again by its query", () => {
  const query = fc.record(
    {
      sample: fc.constantFrom("typical", "no name", "hostile"),
      "attribute.name": fc.string({ unit: "binary" }),
      "metadata.brand": fc.string(),
      client: fc.string(),
      brand: fc.constantFrom("example", "sample-shop", "other"),
      scheme: fc.constantFrom("dark", "light"),
      images: fc.constantFrom("off", "on"),
      width: fc.integer().map(String),
      beside: fc.constantFrom("on", ""),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(query, (each) => {
      const view = look(new URLSearchParams(each).toString());
      expect(viewOf(queryOf(view, bench), bench)).toEqual(view);
    }),
  );
});
