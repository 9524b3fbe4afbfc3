import { describe, expect, test } from "vitest";
import { check } from "../../../src/tooling/check/check.ts";
import { findingLine } from "./found.ts";
import { type Changes, shipped, shippedText, smallCopy } from "./shipped.ts";

/** Two messages in two languages: enough for what is in the wrong place to be missed there. */
const BESIDE = Object.fromEntries(
  ["en/sign-up", "de/forgot-password"]
    .map((folder) => `templates/${folder}/sms.txt.hbs`)
    .map((file) => [file, shippedText(file)]),
);

/** All that is said of them with such changes, and with what is not read beside them. */
const said = (files: Changes, others: readonly string[] = []) =>
  check({ ...smallCopy({ ...BESIDE, ...files }), others }).findings.map(findingLine);

const folder = (from: string, to: string): Changes => {
  const moved = [...shipped.files].filter(([file]) => file.startsWith(`${from}/`));
  return { [from]: null, ...Object.fromEntries(moved.map(([file, text]) => [file.replace(from, to), text])) };
};

const EN = "templates/en/forgot-password";

describe("a file whose name is not quite right is to be renamed, and nothing else is said", () => {
  test.each([
    ["sms.txt.hbs", "sms.txt.hbs.txt"],
    ["sms.txt.hbs", "sms.txt"],
    ["sms.txt.hbs", "SMS.TXT"],
    ["email.html.hbs", "email.html"],
    ["subject.txt.hbs", "subject"],
  ])("%s as %s", (right, wrong) => {
    expect(said({ [`${EN}/${right}`]: null }, [`${EN}/${wrong}`])).toEqual([
      `${EN}/${wrong}:1:1 error: No message has a file of this name here. Rename it to ${right}. (stray-file)`,
    ]);
  });

  test("with the right ending but one", () => {
    const text = shipped.files.get(`${EN}/subject.txt.hbs`) as string;
    expect(said({ [`${EN}/subject.txt.hbs`]: null, [`${EN}/subject.hbs`]: text })).toEqual([
      `${EN}/subject.hbs:1:1 error: No message has a file of this name here. Rename it to subject.txt.hbs. (stray-file)`,
    ]);
  });

  test("all files of a language, and a partial", () => {
    const names = [...shipped.files.keys()].filter((file) => file.startsWith("templates/de/"));
    const told = said(
      { "templates/de": null },
      names.map((name) => `${name}.txt`),
    );
    expect(told).toHaveLength(names.length);
    expect(told.join("\n")).not.toContain("new locale");
    const partial = "templates/_brand/support.html.hbs";
    expect(said({ [partial]: null }, [`${partial}.txt`]).join("\n")).toContain(
      `${partial}.txt:1:1 error: No message has a file of this name here. Rename it to support.html.hbs. (stray-file)`,
    );
  });

  test("but what stands beside the right one is nobody's business", () => {
    expect(said({}, [`${EN}/sms.txt`, `${EN}/notes.txt`, "templates/README.md", `${EN}/email.png`])).toEqual(
      [],
    );
    expect(said({ [`${EN}/sms.txt.hbs`]: null }, [`${EN}/sms.png`])).toHaveLength(1);
  });
});

describe("a folder whose name is not quite right is to be renamed, and nothing else is said", () => {
  test.each([
    ["templates/de", "templates/de_DE", 'The folder "de_DE" is no language tag. Name it "de". (folder-name)'],
    [
      "templates/de",
      "templates/german",
      'The folder "german" is no language tag. Name it "de". (folder-name)',
    ],
    [
      "templates/en",
      "templates/english",
      'The folder "english" is no language tag. Name it "en". (folder-name)',
    ],
    [
      "templates/de/forgot-password",
      "templates/de/Forgot-Password",
      '"Forgot-Password" is no message of Cognito\'s. Name it "forgot-password". (message-folder)',
    ],
    [
      "templates/de/forgot-password",
      "templates/de/passwort-vergessen",
      '"passwort-vergessen" is no message of Cognito\'s. Name it "forgot-password". (message-folder)',
    ],
  ])("%s as %s", (right, wrong, message) => {
    expect(said(folder(right, wrong))).toEqual([`${wrong}:1:1 error: ${message}`]);
  });

  test("one whose right name is taken is to be removed", () => {
    const { "templates/de": _, ...copy } = folder("templates/de", "templates/german");
    expect(said(copy)).toEqual([
      'templates/german:1:1 error: The folder "german" is no language tag. There is templates/de already: put there what it lacks, and remove this folder. (folder-name)',
    ]);
  });
});

test("the default language's folder is not copied from itself", () => {
  expect(said({ "templates/en": null })).toContain(
    'templates/messages.json:1:28 error: English (en) is offered, and there is no folder templates/en. In a clone, `git checkout -- templates/en` brings it back; else make another language the default, and take "en" out of `locales`. (missing-part)',
  );
});

test.each([
  `${EN}/email.html.hbs`,
  "templates/_brand/support.html.hbs",
  "templates/messages.json",
  "templates/_brand/brand.json",
])("two versions of %s, put together by Git, are all that is said of it", (file) => {
  const text = shipped.files.get(file) as string;
  const both = `${text}\n<<<<<<< HEAD\n${text}\u00a0{{\n=======\n${text}\n>>>>>>> anna\n`;
  expect(said({ [file]: both })).toEqual([
    `${file}:${text.split("\n").length + 1}:1 error: Two versions of this file were put together here, and nobody chose between them. Keep what is right: of the lines between <<<<<<< and =======, or of those between ======= and >>>>>>>. Then remove these three lines. (merge-conflict)`,
  ]);
});
