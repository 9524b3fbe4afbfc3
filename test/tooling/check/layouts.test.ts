import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rules } from "../../../src/tooling/check/rules/rules.ts";
import { places } from "./email-project.ts";

/** The rules about HTML: what they find in layouts in the style of those that people start from. */
const names = [
  "broken-html",
  "picture-text",
  "layout-table",
  "lang",
  "direction",
  "hosts",
  "contrast",
  "mail-clients",
] as const;

test.each([
  // #888888 on #222222 has 4.48 of 4.5: noise.
  ["cerberus-fluid", ["contrast 69:107"]],
  ["cerberus-responsive", ["contrast 60:89"]],
  [
    "mailgun-action",
    ["layout-table 19:1", "lang 2:1", "direction 2:1", "contrast 29:108", "contrast 34:111"],
  ],
  // A blue link on a dark page; a white label on light green; light grey on grey.
  ["postmark-password-reset", ["contrast 13:5", "contrast 21:127", "contrast 29:19"]],
  // Four times `direction:ltr`, and a font from a stranger's host.
  ["mjml-output", ["direction 47:12", "hosts 24:13"]],
  ["react-email-output", ["lang 1:138", "direction 1:128", "contrast 1:3003", "contrast 1:3504"]],
  ["unlayer", ["contrast 59:187", "mail-clients 29:29"]],
  // A picture that counts who opens the email.
  ["campaign-monitor", ["hosts 64:134", "contrast 36:207"]],
  // Its card is dark in dark mode, and its text stays as it is.
  ["zitadel", ["picture-text 32:178", "lang 2:1", "direction 31:16", "contrast 35:186", "contrast 36:190"]],
])("%s", (layout, expected) => {
  const email = readFileSync(new URL(`../../fixtures/layouts/${layout}.html.hbs`, import.meta.url), "utf8");
  const strings = Object.fromEntries([...email.matchAll(/\{\{t "([^"]+)"/g)].map(([, key]) => [key, "T"]));
  const catalog = { subject: "S", sms: "S {{code}}", ...strings };
  const project = { catalogs: { en: catalog, ar: arabic(catalog) } };
  const found = names.flatMap((name) =>
    places(name, email, project).map((place) => `${name} ${place.replace(/^.*?:/, "")}`),
  );
  expect(found.sort()).toEqual(expected.toSorted());
});

function arabic(strings: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(strings).map(([key, text]) => [key, `ت ${text}`]));
}

test("all rules about HTML are included", () => {
  const all = rules.map(({ name }) => name);
  expect(names.filter((name) => !all.includes(name))).toEqual([]);
});
