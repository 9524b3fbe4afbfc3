import { expect, test } from "vitest";
import { type Brands, brandOf } from "../../src/message/brand.ts";
import { resetLink } from "../../src/message/reset-link.ts";

const brands = {
  default: "main",
  brands: { main: { name: "Main" }, shop: { name: "Shop" }, other: { name: "Other" } },
  clients: { "1": { brand: "shop", brands: ["other"] }, "2": { brand: "other" } },
} as unknown as Brands;

test.each([
  ["an unknown client", "9", undefined, "Main"],
  ["no client", undefined, undefined, "Main"],
  ["a client's own", "1", undefined, "Shop"],
  ["one listed for the client", "1", "other", "Other"],
  ["one not listed for the client", "1", "main", "Shop"],
  ["one requested by a client without a list", "2", "shop", "Other"],
  ["one requested by an unknown client", "9", "shop", "Main"],
  ["a name of Object's", "__proto__", "constructor", "Main"],
])("the brand of %s", (_, clientId, requested, expected) => {
  expect(brandOf(brands, clientId, requested).name).toBe(expected);
});

const sub = "00000000-0000-4000-8000-000000000000";

test.each([
  ["https://example.com/reset", sub, `https://example.com/reset?user=${sub}&code={####}`],
  ["https://example.com/?page=reset", sub, `https://example.com/?page=reset&user=${sub}&code={####}`],
  ["https://example.com/#/reset", sub, `https://example.com/#/reset?user=${sub}&code={####}`],
  [undefined, sub, undefined],
  ["https://example.com/reset", undefined, undefined],
  ["https://example.com/reset", "a&code=1", undefined],
])("the reset link at %s of %s", (resetUrl, user, expected) => {
  expect(resetLink(resetUrl, user, "{####}")).toBe(expected);
});
