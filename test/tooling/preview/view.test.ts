import fc from "fast-check";
import { expect, test } from "vitest";
import { queryOf, sampleOf, viewOf } from "../../../src/tooling/preview/view.ts";
import { projectOf } from "../../../src/tooling/templates/project.ts";
import { shipped } from "../check/shipped.ts";

const project = projectOf(shipped);
const look = (query: string) => viewOf(new URLSearchParams(query), project);

test("without a query it is the first sample on a phone, in the colours of the machine", () => {
  expect(look("")).toMatchObject({
    sampleName: "typical",
    brand: undefined,
    scheme: undefined,
    images: true,
    width: "phone",
    beside: false,
  });
  expect(queryOf(look(""), project).toString()).toBe("");
});

test.each([
  ["sample=nobody", { sampleName: "typical" }],
  ["brand=__proto__", { brand: undefined }],
  ["scheme=pink", { scheme: undefined }],
  ["width=9e9", { width: "phone" }],
  ["strings=all", { strings: undefined }],
])("%s has no effect", (query, expected) => {
  expect(look(query)).toMatchObject(expected);
});

test("a value that is changed replaces the sample's; an emptied one is not there", () => {
  const query = "attribute.given_name=Eva&attribute.name=&metadata.locale=de-CH&client=x&scheme=dark";
  expect(sampleOf(look(query), project, "de")).toEqual({
    clientId: "x",
    userAttributes: { given_name: "Eva" },
    clientMetadata: { locale: "de-CH" },
  });
});

test("what an address says is said again by the view's own", () => {
  const query = fc.record(
    {
      sample: fc.constantFrom("typical", "no name", "hostile"),
      "attribute.name": fc.string({ unit: "binary" }),
      "metadata.brand": fc.string(),
      client: fc.string(),
      brand: fc.constantFrom("example", "sample-shop", "other"),
      scheme: fc.constantFrom("dark", "light"),
      images: fc.constantFrom("off", "on"),
      width: fc.constantFrom("phone", "desktop", "x"),
      beside: fc.constantFrom("on", ""),
      state: fc.constantFrom("missing", "ready", "x"),
      strings: fc.constantFrom("missing", "out of date", "x"),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(query, (each) => {
      const view = look(new URLSearchParams(each).toString());
      expect(viewOf(queryOf(view, project), project)).toEqual(view);
    }),
  );
});
