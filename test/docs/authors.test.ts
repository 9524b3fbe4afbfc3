import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check } from "../../src/tooling/check/check.ts";
import { checkedText } from "../../src/tooling/check/report/checked-text.ts";
import { rules } from "../../src/tooling/check/rules/table.ts";
import { repository } from "../project.ts";
import { changed, shipped } from "../tooling/check/shipped.ts";
import { copyRuleReference } from "./copy-rule-reference.ts";
import { madeIn } from "./made-part.ts";

const page = join(repository, "docs/authors.md");
const guide = readFileSync(page, "utf8");
const [clean = "", sms = "", mistake = ""] = [...guide.matchAll(/```text\n(.*?)\n```/gs)].map(
  ([, text = ""]) => text,
);
const told = (copy: Parameters<typeof check>[0]) => checkedText(check(copy), (_, text) => text);
const file = "templates/en/forgot-password/sms.txt.hbs";

test("what the rules mean is made of the rules: npm run docs", () => {
  expect(madeIn(page)).toBe(copyRuleReference());
  for (const { name } of rules) expect(guide).toContain(`\`${name}\``);
});

test("the check of what is shipped answers as the guide says", () => {
  expect(told(shipped)).toBe(clean);
});

test("the SMS is as the guide shows it, and so is the change that it asks for", () => {
  expect(shipped.files.get(file)?.trimEnd()).toBe(sms);
  const [, from = ""] = /\. ([^.]+\.)$/.exec(sms) ?? [];
  const [, to = ""] = /write \*([^*]+)\*/.exec(guide) ?? [];
  expect(told(changed({ [file]: sms.replace(from, to) }))).toBe(clean);
});

test("the mistake is told as the guide shows it", () => {
  expect(told(changed({ [file]: sms.replace("{{brand.name}}", "{{brand.nam}}") }))).toBe(mistake);
  const [, line, column] = /^ {2}(\d+):(\d+)/m.exec(mistake) ?? [];
  expect(guide).toContain(`(line ${line}, column ${column} of the file)`);
});

test("a language with one message is offered as the guide shows it", () => {
  const [, json = ""] = /```json\n(.*?)\n```/s.exec(guide) ?? [];
  const italian = {
    "subject.txt.hbs": "Il codice per la nuova password di {{brand.name}}",
    "sms.txt.hbs": "{{code}} per una nuova password di {{brand.name}}. Vale 1 ora.",
    "email.html.hbs": (shipped.files.get("templates/fr/forgot-password/email.html.hbs") ?? "").replace(
      "1&nbsp;heure",
      "1 ora",
    ),
  };
  const files = Object.entries(italian).map(([name, text]) => [`templates/it/forgot-password/${name}`, text]);
  const { project, findings } = check(
    changed({ "templates/messages.json": json, ...Object.fromEntries(files) }),
  );
  expect(findings.map(({ rule }) => rule)).toEqual([]);
  const inItalian = Object.entries(project.offered).filter(([, locales]) => locales.includes("it"));
  expect(inItalian.map(([source]) => source)).toEqual(["CustomMessage_ForgotPassword"]);
});
