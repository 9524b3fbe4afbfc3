import * as v from "valibot";
import { expect, test } from "vitest";
import { publicMetadata } from "../../src/client/public-metadata.ts";
import { clientMetadata } from "../../triggers/client-metadata.ts";

const anything = v.record(v.string(), v.string());
const keys = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, "v"]));

test.each([
  ["what the schema accepts", { locale: "de", brand: "shop" }, clientMetadata, []],
  ["no key that is undefined, which was not given", { locale: "de", brand: undefined }, clientMetadata, []],
  ["no invalid value", { locale: "de", brand: "NOT A BRAND" }, clientMetadata, ["brand"]],
  ["no key that the schema lacks", { locale: "de", lang: "de" }, clientMetadata, ["lang"]],
  ["no name that every object has", { locale: "de", toString: "x" }, clientMetadata, ["toString"]],
  ["no value over 512 characters", { a: "x".repeat(513), b: "x".repeat(512) }, anything, ["a"]],
  ["no key over 64 characters", { ["k".repeat(65)]: "v", a: "v" }, anything, ["k".repeat(65)]],
  ["20 keys", keys(21), anything, ["k20"]],
  [
    "nothing confidential, whatever the schema permits",
    { newPassword: "x", API_SECRET: "x", idtoken: "x", passphrase: "x", passwd: "x", shop: "berlin" },
    anything,
    ["newPassword", "API_SECRET", "idtoken", "passphrase", "passwd"],
  ],
])("sends %s", async (_, given, schema, dropped) => {
  const rest = Object.entries(given).filter(
    ([key, value]) => value !== undefined && !dropped.includes(key as never),
  );
  expect(await publicMetadata(given as never, schema as never)).toEqual({
    metadata: Object.fromEntries(rest),
    dropped,
  });
});

test("sends what was given rather than what the schema makes of it, since the triggers apply it again", async () => {
  const schema = v.object({
    locale: v.pipe(
      v.string(),
      v.transform((text) => `${text}!`),
    ),
  });
  expect((await publicMetadata({ locale: "de" }, schema as never)).metadata).toEqual({ locale: "de" });
});
