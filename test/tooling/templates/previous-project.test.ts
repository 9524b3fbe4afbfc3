import { expect, test } from "vitest";
import { type Project, projectOf } from "../../../src/tooling/templates/project.ts";
import { type Changes, changed, edited, shipped } from "../check/shipped.ts";

const before = projectOf(shipped);
const { files } = shipped;

/** What has been made anew: catalogs by their tags, partials and structures by their files. */
function madeAnew(changes: Changes, metadata?: Readonly<Record<string, unknown>>): readonly string[] {
  const sources = metadata ? changed(changes, metadata) : { ...changed(changes), metadata: shipped.metadata };
  const now = projectOf(sources, before);
  const parts = (project: Project) => [
    ...[...project.catalogs.values()].map((each) => [each.tag, each] as const),
    ...[...project.partials.html.values()].map((each) => [each.file, each] as const),
    ...project.messages.flatMap((message) =>
      Object.values(message.parts).map((each) => [each.file, each] as const),
    ),
  ];
  const known = new Map<string, unknown>(parts(before));
  return parts(now).flatMap(([name, each]) =>
    known.get(name) === each ? [] : [name.replace(/^templates\/|\.hbs$/g, "")],
  );
}

const emails = before.messages.map(({ name }) => `messages/${name}.html`);
const every = before.messages.flatMap(({ name }) =>
  ["html", "subject.txt", "sms.txt"].map((part) => `messages/${name}.${part}`),
);

test.each<[string, readonly string[], readonly string[]]>([
  ["nothing is made anew of unchanged files", madeAnew({}), []],
  [
    "a string's change makes its catalog anew",
    madeAnew(edited("templates/locales/de.json", "Brauchen Sie Hilfe?", "Hilfe?")),
    ["de"],
  ],
  [
    "a structure's change makes it anew",
    madeAnew(edited("templates/messages/sign-up.html.hbs", "<p>", "<p >")),
    ["messages/sign-up.html"],
  ],
  [
    "a partial's change makes it anew, and the structures that include it",
    madeAnew(edited("templates/partials/button.html.hbs", "<tr>", "<tr >")),
    [
      "partials/button.html",
      ...emails.filter((file) => /\{\{> button/.test(files.get(`templates/${file}.hbs`) ?? "")),
    ],
  ],
  [
    "a partial that is gone makes anew what included it by another",
    madeAnew({ "templates/partials/not-you.html.hbs": null }),
    emails.filter((file) => /\{\{> not-you/.test(files.get(`templates/${file}.hbs`) ?? "")),
  ],
  [
    "other brands make anew all structures",
    madeAnew(edited("templates/brands.json", '"default":', '"default" :')),
    every,
  ],
  ["other metadata makes anew all structures", madeAnew({}, { order: { type: "string" } }), every],
])("%s", (_, anew, expected) => {
  expect([...anew].sort()).toEqual([...expected].sort());
});

test("what could not be read before can still not be read", () => {
  const broken = changed({
    "templates/languages.json": "[",
    "templates/locales/fr.json": "{",
    "templates/sources/de.json": "[]",
    "templates/messages/sign-up.html.hbs": "{{",
    "templates/partials/button.html.hbs": "{{",
  });
  const once = projectOf(broken);
  expect(projectOf(broken, once).violations).toEqual(once.violations);
  expect(once.violations.settings).toHaveLength(2);
  expect(projectOf(shipped, once).violations).toEqual(before.violations);
});
