import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../../src/tooling/check/check.ts";
import { isError } from "../../src/tooling/check/finding.ts";
import { rules } from "../../src/tooling/check/rules/rules.ts";
import type { Catalog } from "../../src/tooling/templates/catalog.ts";
import { compiledModules } from "../../src/tooling/templates/compiled-modules.ts";
import { newCatalog } from "../../src/tooling/templates/new-catalog.ts";
import { localesOf, type Message, projectOf } from "../../src/tooling/templates/project.ts";
import { repository } from "../project.ts";
import { type Changes, changed, edited, shipped, shippedText } from "../tooling/check/shipped.ts";
import { section } from "./fences.ts";
import { findingOfEmptyHelp } from "./finding-of-empty-help.ts";
import { madeIn } from "./made-part.ts";
import { prose, templateRuleReference } from "./template-rule-reference.ts";

const page = join(repository, "docs/authors.md");
const FORGOT_PASSWORD = "templates/messages/forgot-password.html.hbs";
const SIGN_UP = "templates/messages/sign-up.html.hbs";

/** The blocks of a language under a heading of the page. */
function blocks(heading: string, language: string): string[] {
  const found = section("authors.md", heading).matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "gs"));
  return [...found].map(([, block = ""]) => block);
}

/** Returns the findings of `check`, and the output of a build. */
function tried(changes: Changes) {
  const { project, findings } = check(changed(changes));
  const message = (name: string) => project.messages.find((each) => each.name === name) as Message;
  return {
    findings: findings.map(({ rule, key, locale, severity }) => ({ rule, key, locale, severity })),
    localesOf: (name: string) => localesOf(message(name), project),
    modules: findings.some(isError) ? {} : compiledModules(project),
    project,
  };
}

test("docs/rules.md is made of the rules: npm run docs", () => {
  const reference = join(repository, "docs/rules.md");
  expect(madeIn(reference)).toBe(templateRuleReference());
  for (const { name } of rules) expect(readFileSync(reference, "utf8")).toContain(`### \`${name}\``);
});

test.each([
  ["Write <html lang>, or &eacute;.", "Write \\<html lang>, or \\&eacute;."],
  ["Write `<b>` and *", "Write `<b>` and \\*"],
])("a rule that says %s shows it", (text, markdown) => {
  expect(prose(text)).toBe(markdown);
});

test("the finding of docs/authors.md is what check prints: npm run docs", () => {
  expect(madeIn(page)).toBe(findingOfEmptyHelp());
});

test("docs/authors.md is short", () => {
  expect(readFileSync(page, "utf8").split("\n").length).toBeLessThan(300);
});

describe("docs/authors.md, tried to the letter", () => {
  test("a sentence is changed", () => {
    const [shown = "", answer = ""] = blocks("Change a sentence in a file", "text");
    expect(answer).toBe("No errors, no warnings.\n");
    expect(shippedText("templates/locales/en.json")).toContain(shown.trim());
    const by = shown.trim().replace("Do not give it to anyone.", "Please do not give it to anyone.");
    const { findings, modules } = tried(edited("templates/locales/en.json", shown.trim(), by));
    expect(findings).toEqual([]);
    expect(modules["locale/en.cjs"]).toContain("Valid for 1 hour. Please do not give it to anyone.");
  });

  describe("a language is added", () => {
    const { text } = newCatalog(projectOf(shipped).catalogs.get("en") as Catalog, false);
    const file = "templates/locales/it.json";
    // German in place of a translation, which the rules accept.
    const filled = JSON.parse(shippedText("templates/locales/de.json"));

    test("new and empty, it is not sent, and the check lists what is missing", () => {
      const { findings, project, localesOf } = tried({ [file]: text });
      expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(["warning"]));
      expect(project.messages.flatMap(({ name }) => localesOf(name))).not.toContain("it");
    });

    test("filled, it is sent", () => {
      const { findings, modules } = tried({ [file]: JSON.stringify(filled) });
      expect(findings).toEqual([]);
      expect(modules).toHaveProperty(["locale/it.cjs"]);
    });

    test("as a draft it is not", () => {
      const draft = edited("templates/settings.json", '"drafts": []', '"drafts": ["it"]');
      const { findings, modules } = tried({ ...draft, [file]: JSON.stringify(filled) });
      expect(findings).toEqual([]);
      expect(modules).not.toHaveProperty(["locale/it.cjs"]);
    });

    test("a message without its strings is not sent in it, and the others are", () => {
      const { "sign-up": _, ...others } = filled;
      const { localesOf } = tried({ [file]: JSON.stringify(others) });
      expect(localesOf("sign-up")).not.toContain("it");
      expect(localesOf("forgot-password")).toContain("it");
    });

    test("a region has every text of its language", () => {
      const { findings, modules } = tried({ "templates/locales/de-AT.json": "{}" });
      expect(findings).toEqual([]);
      expect(modules["locale/de-AT.cjs"]).toBe(modules["locale/de.cjs"]);
    });
  });

  describe("a sentence that only one language needs", () => {
    const heading = "A sentence that only one language needs";
    const [strings = ""] = blocks(heading, "text");
    const [structure = ""] = blocks(heading, "handlebars");
    const inGerman = edited("templates/locales/de.json", '"forgot-password": {\n', strings);
    const shown = (by: string) => edited(FORGOT_PASSWORD, "{{#> note}}\n", `${by}{{#> note}}\n`);

    test("is sent in that language alone", () => {
      const { findings, modules } = tried({ ...inGerman, ...shown(structure) });
      const [, sentence = ""] = /: "(Wir .*)"/.exec(strings) ?? [];
      expect(findings).toEqual([]);
      expect(modules["locale/de.cjs"]).toContain(sentence);
      expect(modules["locale/en.cjs"]).not.toContain(sentence);
    });

    test("without the condition, every language would need it", () => {
      const bare = structure.replace(/\{\{[#/].*\n/g, "");
      const { findings } = tried({ ...inGerman, ...shown(bare) });
      expect(findings).toContainEqual(
        expect.objectContaining({ key: "forgot-password.data-protection", locale: "en", severity: "error" }),
      );
    });
  });

  test("a paragraph is added to a structure", () => {
    const [paragraph = ""] = blocks("Change the structure of an email", "handlebars");
    const { findings, localesOf, modules } = tried({
      ...edited(SIGN_UP, "{{> code}}\n", `{{> code}}\n${paragraph}`),
      ...edited(
        "templates/locales/en.json",
        '"sign-up": {',
        '"sign-up": { "welcome": "We are glad that you came.",',
      ),
    });
    expect(findings.map(({ key, severity }) => [key, severity])).toEqual([["sign-up.welcome", "warning"]]);
    expect(localesOf("sign-up")).toEqual(["en"]);
    expect(modules["locale/en.cjs"]).toContain("We are glad that you came.");
  });

  test("a brand has a logo, a legal line and a help page per language", () => {
    const [json = ""] = blocks("Logo, legal line and help page", "json");
    const brands = JSON.parse(shippedText("templates/brands.json"));
    Object.assign(brands.brands.example, JSON.parse(json));
    const { findings, modules } = tried({ "templates/brands.json": JSON.stringify(brands) });
    expect(findings).toEqual([]);
    expect(modules["templates.js"]).toContain("https://example.com/{locale}/help");
  });

  test("a message is left to Cognito", () => {
    const { findings, modules } = tried({ [SIGN_UP]: null });
    expect(findings).toEqual([]);
    expect(modules["templates.js"]).not.toContain("CustomMessage_SignUp");
  });

  test.each(["en", "de"])("a project of one language, %s, has its text in the structures", (tag) => {
    const found = section("authors.md", "A project with one language").matchAll(
      /^- `(templates\/[^`]+)`: `(.+)`$/gm,
    );
    const parts = Object.fromEntries([...found].map(([, file, text]) => [file, `${text}\n`]));
    expect(Object.keys(parts)).toHaveLength(2);
    const removed = [...shipped.files.keys()].filter((file) =>
      /^templates\/(?:locales|messages)\//.test(file),
    );
    const layout = shippedText("templates/partials/layout.html.hbs");
    const { findings, modules } = tried({
      ...Object.fromEntries(removed.map((file) => [file, null])),
      ...parts,
      "templates/settings.json": JSON.stringify({ source: tag, default: tag }),
      "templates/partials/layout.html.hbs": layout
        .replace('{{t "title"}}', "Your code")
        .replace('{{t "preheader"}}', "Your code is inside."),
      [FORGOT_PASSWORD]: "{{#> layout}}\n<p>Hello,</p>\n{{> code}}\n{{/layout}}\n",
    });
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(modules[`locale/${tag}.cjs`]).toContain("Hello,");
  });
});
