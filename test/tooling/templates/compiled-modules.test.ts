import { describe, expect, test } from "vitest";
import { check } from "../../../src/tooling/check/check.ts";
import { isError } from "../../../src/tooling/check/finding.ts";
import { compiledModules } from "../../../src/tooling/templates/compiled-modules.ts";
import { projectOf } from "../../../src/tooling/templates/project.ts";
import { changed } from "../check/shipped.ts";
import { smallProject } from "./project.ts";

const own = (text: string) => ({ subject: `S ${text}`, sms: `{{code}} ${text}`, intro: text });
const email = '{{code}}{{t "intro"}}';

describe("the modules of a project", () => {
  const modules = compiledModules(
    smallProject({ email, catalogs: { en: own("one"), de: own("eins"), fr: { ...own("un"), intro: "" } } }),
  );

  test("include one for each language in which a message is offered", () => {
    expect(Object.keys(modules).filter((file) => file.startsWith("locale/"))).toEqual([
      "locale/en.cjs",
      "locale/de.cjs",
    ]);
    expect(modules["templates.js"]).toContain('"CustomMessage_ForgotPassword": "all"');
    expect(modules["locale/de.cjs"]).toContain("eins");
  });

  test("of a language contain only specifications: no runtime, no import, no string look-up", () => {
    expect(modules["locale/de.cjs"]).not.toMatch(/\bimport\b|\brequire\b|"t"/);
  });
});

test("a message is not offered in a language without its strings", () => {
  const project = smallProject({
    email,
    catalogs: { en: { ...own("one") }, de: own("eins") },
    files: {
      "templates/messages/sign-up.html.hbs": email,
      "templates/locales/en.json": JSON.stringify({ "forgot-password": own("one"), "sign-up": own("two") }),
    },
  });
  const offered = /"offered"?: (\{[^}]*\})/.exec(compiledModules(project)["templates.js"] ?? "")?.[1] ?? "";
  expect(JSON.parse(offered)).toEqual({
    CustomMessage_ForgotPassword: "all",
    CustomMessage_SignUp: ["en"],
  });
});

test("a project of one language needs no catalog", () => {
  const files = {
    "templates/messages/forgot-password.subject.txt.hbs": "Your code",
    "templates/messages/forgot-password.sms.txt.hbs": "{{code}} is your code",
  };
  const modules = compiledModules(smallProject({ email: "<p>{{code}}</p>", files }));
  expect(modules["locale/en.cjs"]).toContain(" is your code");
});

test("a message without a structure is left to Cognito", () => {
  const { project, findings } = check(changed({ "templates/messages/sign-up.html.hbs": null }));
  expect(findings.filter(isError)).toEqual([]);
  expect(compiledModules(project)["templates.js"]).not.toContain("CustomMessage_SignUp");
});

describe("the last line of an SMS binds the code to the brand's site", () => {
  const brands = (origin?: string) =>
    JSON.stringify({
      default: "a",
      brands: { a: { name: "A", origin, light: palette, dark: palette } },
    });
  const palette = Object.fromEntries(
    ["page", "card", "text", "muted", "accent", "onAccent"].map((key) => [key, "#000000"]),
  );
  test.each([
    ["example.com", true],
    [undefined, false],
  ])("if the brand has an origin: %s", (origin, hasLine) => {
    const files = { "templates/brands.json": brands(origin) };
    const { messages } = projectOf({
      files: smallProject({ email, catalogs: { en: own("one") }, files }).files,
    });
    expect(JSON.stringify(messages[0]?.parts.sms.inlined).includes("brand.origin")).toBe(hasLine);
    expect(messages[0]?.parts.sms.pieces).toHaveLength(1);
  });
});
