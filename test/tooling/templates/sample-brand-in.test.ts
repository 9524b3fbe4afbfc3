import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Brand, Brands } from "../../../src/message/brand.ts";
import { sampleBrandIn, sampleBrandKeys } from "../../../src/tooling/templates/sample-brand-in.ts";
import { repository } from "../../project.ts";
import { temporaryProject } from "../temporary-project.ts";

const shipped = readFileSync(join(repository, "templates/brands.json"), "utf8");
const sample: Brands = JSON.parse(shipped);
const palette = (sample.brands.example as Brand).light;
const acme: Brand = { name: "Acme", light: palette, dark: palette };

/** Returns a brand file whose default is a changed Acme, and which also has the sample's brands and app clients. */
const brands = (change: Partial<Brand>, clients: Brands["clients"] = {}): Brands => ({
  default: "acme",
  brands: { ...sample.brands, acme: { ...acme, ...change } },
  clients: { ...sample.clients, ...clients },
});
const client = "3kq9v1c2m4n5b6x7z8l9k0j1h2";

test.each<[string, Brands, readonly string[]]>([
  ["as shipped", sample, ["name", "domain", "supportUrl", "resetUrl"].map((key) => `brands.example.${key}`)],
  [
    "not an own brand, with the sample's still in the file",
    brands({ supportUrl: "https://acme.com/help" }),
    [],
  ],
  ["the sample's name", brands({ name: "EXAMPLE" }), ["brands.acme.name"]],
  ["a name with the word in it", brands({ name: "Example Ltd" }), []],
  ["the sample's link", brands({ resetUrl: "https://example.com/reset" }), ["brands.acme.resetUrl"]],
  [
    "a link to a subdomain of its host",
    brands({ supportUrl: "https://www.EXAMPLE.com" }),
    ["brands.acme.supportUrl"],
  ],
  ["another example host", brands({ resetUrl: "https://example.org:8443?a=b" }), ["brands.acme.resetUrl"]],
  ["an address", brands({ supportEmail: "help@shop.example.com" }), ["brands.acme.supportEmail"]],
  [
    "a domain and an origin",
    brands({ domain: "example.net", origin: "acme.example" }),
    ["brands.acme.domain", "brands.acme.origin"],
  ],
  [
    "hosts that only look alike",
    brands({
      domain: "myexample.com",
      origin: "example.company.com",
      supportUrl: "https://acme.com/example.com/",
      resetUrl: "https://acme.com?to=https://example.com/",
      supportEmail: "example@acme.com",
    }),
    [],
  ],
  [
    "an app client's",
    brands({}, { [client]: { brand: "sample-shop" } }),
    ["brands.sample-shop.name", "brands.sample-shop.supportEmail"],
  ],
  [
    "a brand that an app client may request",
    brands({}, { [client]: { brand: "acme", brands: ["sample-shop"] } }),
    ["brands.sample-shop.name", "brands.sample-shop.supportEmail"],
  ],
  ["a brand that is missing", { ...brands({}), default: "missing" }, []],
])("the sample brand is recognized: %s", (_, given, keys) => {
  expect(sampleBrandKeys(given)).toEqual(keys);
});

test("a project's sample brand is found in its brand file, if that exists and can be read", () => {
  const project = (text: string) => temporaryProject({ "templates/brands.json": text });
  expect(sampleBrandIn(project(shipped))).toMatch(/^templates\/brands\.json \(brands\.example\.name, /);
  expect(sampleBrandIn(project("{"))).toBeUndefined();
  expect(sampleBrandIn(temporaryProject())).toBeUndefined();
});
