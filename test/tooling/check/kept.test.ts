import { expect, test } from "vitest";
import { type Checked, check, checkInSteps } from "../../../src/tooling/check/check.ts";
import type { Copy } from "../../../src/tooling/check/copy.ts";
import type { Before } from "../../../src/tooling/check/kept.ts";
import { atOnce } from "../../../src/tooling/check/steps.ts";
import { type Changes, changed, edited, shipped, smallCopy } from "./shipped.ts";

const sms = "templates/de/forgot-password/sms.txt.hbs";
const email = "templates/de/forgot-password/email.html.hbs";
const brands = "templates/_brand/brand.json";
const copyOf = (files: Changes) => ({ ...smallCopy({ ...files }), metadata: shipped.metadata });
const small = copyOf(edited(email, "Guten Tag", "Hallo"));

const after = (copy: Copy, before: Before) => atOnce(checkInSteps(copy, before));
const partOf = ({ project }: Checked, file: string) => project.parts.find((each) => each.file === file);

test("what has not changed is the very same, and what has is another", () => {
  const before = check(small);
  const copy = copyOf({ [email]: "{{code}}" });
  const now = after(copy, { copy: small, project: before.project });
  const other = "templates/de/forgot-password/subject.txt.hbs";
  expect(partOf(now, other)).toBe(partOf(before, other));
  expect(partOf(now, email)?.text).toBe("{{code}}");
});

/** One change after the other, each to what all share or to a part; so that what was kept wrongly is found. */
const steps: [name: string, Changes][] = [
  ["a part is broken", { [sms]: "{{code}} {{brand.nam}}" }],
  ["a part cannot be read", { [sms]: "{{#if name}} {{code}}" }],
  ["a part has two versions", { [sms]: "<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n" }],
  ["a part is emptied", { [sms]: "" }],
  ["a part is removed", { [sms]: null }],
  ["a part is as before", {}],
  ["a partial is broken", edited("templates/_brand/button.html.hbs", "{{label}}", "{{lable}}")],
  [
    "a partial has a character that Cognito refuses",
    edited("templates/_brand/button.html.hbs", "{{label}}", "{{label}}\u2028"),
  ],
  [
    "another part includes a partial elsewhere",
    {
      ...edited("templates/_brand/button.html.hbs", "{{label}}", "{{label}}\u2028"),
      [email]: '{{code}}<style>{{> button label="a" href="b"}}</style>',
    },
  ],
  ["a brand has another name", edited(brands, '"Example"', '"Ein längerer Name – mit Strich"')],
  ["a brand cannot be read", { [brands]: "{" }],
  [
    "a language is no longer offered",
    { "templates/messages.json": '{ "default": "en", "locales": ["en"] }' },
  ],
];

test("nothing else is said than of a copy that was never seen before", () => {
  let copy: Copy = small;
  let { project } = check(copy);
  for (const [name, files] of steps) {
    const next = copyOf({ [email]: small.files.get(email) ?? "", ...files });
    const checked = after(next, { copy, project });
    expect(checked.findings, name).toEqual(check(next).findings);
    ({ project } = checked);
    copy = next;
  }
});

test("with another schema, everything is another", () => {
  const before = check(changed({}));
  const copy = changed({}, { shop: { type: "string", maxLength: 500 } });
  const now = after(copy, { copy: changed({}), project: before.project });
  expect(partOf(now, sms)?.file).toBe(sms);
  expect(partOf(now, sms)).not.toBe(partOf(before, sms));
});
