import { describe, expect, test } from "vitest";
import { check } from "../../../src/tooling/check/check.ts";
import type { Finding } from "../../../src/tooling/check/finding.ts";
import { checkedText } from "../../../src/tooling/check/report/checked-text.ts";
import { diffText } from "../../../src/tooling/check/report/diff-text.ts";
import { findingsForGithub } from "../../../src/tooling/check/report/report-github.ts";
import { countsText, findingsText } from "../../../src/tooling/check/report/report-text.ts";
import { changed } from "./shipped.ts";

const plain = (_: unknown, text: string) => text;

const finding: Finding = {
  rule: "unknown-name",
  severity: "error",
  file: "templates/en/sign-up/sms.txt.hbs",
  line: 1,
  column: 12,
  locale: "en",
  source: "CustomMessage_SignUp",
  message: "There is no {{brand.nam}} in this SMS.",
  excerpt: "{{code}} {{brand.nam}}",
  mending: 'Did you mean "brand.name"?',
};

describe("findings for people", () => {
  const text = (change: Partial<Finding>) => findingsText([{ ...finding, ...change }], plain);

  test("stand under their file, with the line and a caret", () => {
    expect(findingsText([finding, { ...finding, line: 2, rule: "other" }], plain)).toBe(
      [
        "templates/en/sign-up/sms.txt.hbs",
        "  1:12  error  There is no {{brand.nam}} in this SMS. (unknown-name)",
        "      | {{code}} {{brand.nam}}",
        "      |            ^",
        '      Did you mean "brand.name"?',
        "  2:12  error  There is no {{brand.nam}} in this SMS. (other)",
        "      | {{code}} {{brand.nam}}",
        "      |            ^",
        '      Did you mean "brand.name"?',
      ].join("\n"),
    );
  });

  test("show no line where there is none", () => {
    expect(text({ excerpt: "" })).not.toContain("|");
  });

  test("put the caret under its place after wide characters and tabs", () => {
    const [, , line = "", caret = ""] = text({ excerpt: "\tコード x", column: 6 }).split("\n");
    expect(line).toBe("      | コード x");
    expect(caret.indexOf("^")).toBe("      | ".length + 7);
  });

  test("show of a long line what is near the place", () => {
    const excerpt = `${"a".repeat(500)}!${"b".repeat(500)}`;
    const [, , line = "", caret = ""] = text({ excerpt, column: 501 }).split("\n");
    expect(line.length).toBeLessThan(110);
    expect(line[caret.indexOf("^")]).toBe("!");
    expect(line).toMatch(/\| …a+!b+…$/);
  });

  test("show of a very long line no more, and soon", () => {
    const excerpt = `${"\u00a0".repeat(50_000)}!${"b".repeat(50_000)}`;
    const [, , line = "", caret = ""] = text({ excerpt, column: 50_001 }).split("\n");
    expect(line[caret.indexOf("^")]).toBe("!");
    const started = performance.now();
    for (let times = 0; times < 20; times += 1) text({ excerpt, column: 50_001 });
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test("of a rule that a file breaks very often are shown twenty", () => {
    const many = Array.from({ length: 90_000 }, (_, index) => ({ ...finding, line: index + 1 }));
    const shown = findingsText([...many, { ...finding, rule: "other" }], plain);
    expect(shown.match(/\(unknown-name\)/g)).toHaveLength(20);
    expect(shown).toContain("(other)");
    expect(shown).toMatch(/\n {2}… and 89980 more of unknown-name in this file\.$/);
  });

  test("quote no name as long as a file", () => {
    expect(text({ message: `There is no {{${"a".repeat(90_000)}}}.` }).length).toBeLessThan(2_000);
  });

  test("cannot write to the terminal", () => {
    const shown = text({ excerpt: "\u001b[2J\u202e{{code}}", message: "\u001b]0;x\u0007" });
    expect(shown).not.toMatch(/[\u001b\u0007\u202e]/);
  });

  test("are counted", () => {
    const warning = { ...finding, severity: "warning" as const };
    const fixable = { ...warning, fix: { start: 0, end: 1, text: "" } };
    expect(countsText([finding], plain)).toBe("1 error.");
    expect(countsText([finding, finding, warning], plain)).toBe("2 errors and 1 warning.");
    expect(countsText([fixable], plain)).toBe("1 warning. --fix mends 1 of them.");
  });
});

test("findings for GitHub are workflow commands that no text breaks out of", () => {
  const hostile = {
    ...finding,
    file: "a,b:c.hbs",
    message: "100 %\n::error::x",
    severity: "warning" as const,
  };
  expect(findingsForGithub([finding])).toBe(
    '::error file=templates/en/sign-up/sms.txt.hbs,line=1,col=12,title=unknown-name::There is no {{brand.nam}} in this SMS. Did you mean "brand.name"?',
  );
  const text = findingsForGithub([hostile]);
  expect(text.split("\n")).toHaveLength(1);
  expect(text).toContain("::warning file=a%2Cb%3Ac.hbs,");
  expect(text).toContain("100 %25");
});

test("a diff says nothing of the line ends of Windows", () => {
  const change = { file: "a.hbs", before: "1\r\nx  y\r\n", after: "1\r\nx y\r\n" };
  expect(diffText([change], plain)).toBe(
    ["--- a.hbs", "+++ a.hbs", "@@ -1,2 +1,2 @@", " 1", "-x  y", "+x y"].join("\n"),
  );
});

test("a diff shows what was changed, spaces that look like others too", () => {
  const change = { file: "a.hbs", before: "1\nx\u00a0y\n3\n4\n", after: "1\nx y\n3\n4\n" };
  expect(diffText([change], plain)).toBe(
    ["--- a.hbs", "+++ a.hbs", "@@ -1,3 +1,3 @@", " 1", "-x\\u{a0}y", "+x y", " 3"].join("\n"),
  );
});

describe("what was checked is said first", () => {
  const told = (files: Record<string, string>) => checkedText(check(changed(files)), plain);

  test("with what is not offered yet", () => {
    const draft = { "templates/it/sign-up/subject.txt.hbs": "Il codice" };
    expect(told(draft)).toMatch(/^7 messages in 5 languages \(and not offered yet: it\): \d+ warnings\.$/m);
  });

  test("and with settings that cannot be read, that nothing was", () => {
    expect(told({ "templates/messages.json": "{" })).toMatch(
      /^The settings cannot be read, and the messages were not looked at: 1 error\.$/m,
    );
  });
});
