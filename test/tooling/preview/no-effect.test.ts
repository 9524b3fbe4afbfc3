import { expect, test } from "vitest";
import { check } from "../../../src/tooling/check/check.ts";
import { withoutEffect } from "../../../src/tooling/preview/no-effect.ts";
import type { Sample } from "../../../src/tooling/preview/picture.ts";
import { changed } from "../check/shipped.ts";

const { project } = check(
  changed({ "templates/settings.json": '{ "source": "en", "default": "en", "locales": ["en", "de"] }' }),
);
const source = "CustomMessage_ForgotPassword";

const chooses = "This page is in German for everybody: when it is sent, this chooses English.";

test.each<[string, Sample, string | undefined, Record<string, string>]>([
  [
    "a language that chooses another page",
    { clientMetadata: { locale: "en-GB" } },
    undefined,
    { "metadata.locale": chooses },
  ],
  ["one that chooses this page", { clientMetadata: { locale: "de-CH" } }, undefined, {}],
  ["one of the pool", { userAttributes: { locale: "en" } }, undefined, { "attribute.locale": chooses }],
  [
    "two, of which the first is heard",
    { clientMetadata: { locale: "de" }, userAttributes: { locale: "en" } },
    undefined,
    { "attribute.locale": "metadata.locale is heard before it." },
  ],
  [
    "one that nobody has written",
    { clientMetadata: { locale: "sw" } },
    undefined,
    { "metadata.locale": "No language offered is near it." },
  ],
  ["an emptied one", { clientMetadata: { locale: "" } }, undefined, {}],
  [
    "an app client under a brand that was chosen",
    { clientId: "1" },
    "shop",
    { client: "The page shows the brand “shop” for everybody, as chosen above." },
  ],
  ["an app client by itself", { clientId: "1" }, undefined, {}],
  [
    "attributes that nobody reads",
    { userAttributes: { email: "a@example.com", given_name: "Anna", name: "Anna Berger" } },
    undefined,
    { "attribute.email": "No message prints it.", "attribute.name": "given_name is printed in its place." },
  ],
])("%s", (_, sample, brand, expected) => {
  expect(Object.fromEntries(withoutEffect(sample, { locale: "de", source, brand }, project))).toEqual(
    expected,
  );
});
