import { describe, expect, test } from "vitest";
import {
  attributes,
  cssRules,
  elements,
  functions,
  type Loss,
  pictures,
  properties,
  units,
} from "../../../../src/tooling/check/html/mail-clients.ts";
import { anyRule, EMAIL, emailWith, findingsOf, saidBy } from "../found.ts";
import { edited } from "../shipped.ts";

const tables = { elements, attributes, pictures, properties, functions, units, cssRules };
const rows = Object.entries(tables).flatMap(([table, losses]: [string, Readonly<Record<string, Loss>>]) =>
  Object.entries(losses).map(([name, loss]) => [`${table}: ${name}`, name, loss] as const),
);

test.each(rows)("what mail programs drop is found: %s", (_, name, loss) => {
  const found = findingsOf(["mail-html", "mail-css"], emailWith(loss.sample)).filter(({ message }) =>
    message.endsWith(`${loss.happens}.`),
  );
  // A gradient is a background-image too; each row is found once.
  const own = found.filter(
    ({ message }) =>
      message.includes(name.replace("[", " ").replace(/[\]*]/g, "")) || message.startsWith("This "),
  );
  expect(own.map(({ severity, mending, file, line }) => [severity, mending, file, line])).toEqual([
    [loss.severity, loss.instead, EMAIL, 5],
  ]);
});

test("each row says in full sentences what happens and what to write", () => {
  for (const [, , { happens, instead, page }] of rows) {
    expect(happens).toMatch(/^(?:is|are|does|do|asks|changes|would|moves|holds|hides|with) .*[^.]$/);
    expect(instead).toMatch(/^[A-Z].*\.$/);
    expect(page ?? "none").toMatch(/^(?:css|html|image)-[a-z0-9-]+$|^none$/);
  }
});

describe("what is found, and where", () => {
  test.each([
    [
      "mail-html",
      "<b>a</b><script>1</script>",
      ["5:9 <script> is a program: mail programs remove it, and filters take the message for an attack."],
    ],
    [
      "mail-html",
      '<p onmouseover="1">x</p>',
      [
        "5:4 The attribute onmouseover holds a program: mail programs remove it, and filters take the message for an attack.",
      ],
    ],
    [
      "mail-html",
      "<style>p{color:#000000}</style>",
      ["5:1 <style> is read by Gmail in the <head> alone: here it changes nothing."],
    ],
    [
      "mail-css",
      '<p style="color:#000000;opacity:0.5">x</p>',
      [
        "5:25 In CSS, opacity is passed over by Outlook for Windows: what should be pale or hidden is shown in full.",
      ],
    ],
    [
      "mail-css",
      '<p style="width:calc(1px + 2px)">x</p>',
      ["5:17 In CSS, calc() is not worked out by Outlook and Yahoo: the size or colour is missing."],
    ],
    [
      "css-syntax",
      '<p style="color red">x</p>',
      ['5:17 This CSS cannot be read: ":" is missing before this.'],
    ],
    ["css-syntax", '<p style="background:url(a b)">x</p>', ["5:22 This CSS cannot be read."]],
  ])("%s: %s", (rule, line, expected) => {
    expect(saidBy(rule, emailWith(line))).toEqual(expected);
  });

  test("in the <style> of a partial, once for all messages", () => {
    const files = edited("templates/_brand/layout.html.hbs", ".page {", ".page { float: left;");
    expect(saidBy("mail-css", files)).toEqual([
      "templates/_brand/layout.html.hbs:13:9 In CSS, float is passed over by Outlook for Windows: what should stand side by side stands one below the other.",
    ]);
  });
});

test.each([
  [
    "rounded corners, shadows, a width at most",
    "border-radius:4px;box-shadow:0 0 1px #000000;max-width:10px",
  ],
  ["what is hidden for a preview", "display:none;max-height:0;overflow:hidden"],
  ["display that all know", "display:inline-block"],
  ["position as it is anyway", "position:static;float:none;background-image:none"],
  [
    "a picture behind with a colour to fall back to",
    "background-color:#ffffff;background-image:linear-gradient(red, blue)",
  ],
  ["margins without a minus", "margin:0 auto 1px"],
  ["rgb with commas", "color:rgb(0, 0, 0)"],
  ["Outlook's own", "mso-line-height-rule:exactly;-webkit-text-size-adjust:100%"],
  ["a printed value", "color:{{brand.light.text}};width:{{brand.light.text}}px"],
])("nothing is said of %s", (_, style) => {
  expect(findingsOf(anyRule, emailWith(`<p style="${style}">x</p>`))).toEqual([]);
});
