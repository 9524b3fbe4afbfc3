import { expect, test } from "vitest";
import { type Project, projectOf } from "../../../src/tooling/templates/project.ts";
import { type Changes, changed, edited, shipped } from "../check/shipped.ts";

const previous = projectOf(shipped);
const { files } = shipped;

/** Returns the parts that are not reused after a change: catalogs by tag, partials and structures by file. */
function remade(changes: Changes, metadata?: Readonly<Record<string, unknown>>): readonly string[] {
  const sources = metadata ? changed(changes, metadata) : { ...changed(changes), metadata: shipped.metadata };
  const now = projectOf(sources, previous);
  const parts = (project: Project) => [
    ...[...project.catalogs.values()].map((each) => [each.tag, each] as const),
    ...[...project.partials.html.values()].map((each) => [each.file, each] as const),
    ...project.messages.flatMap((message) =>
      Object.values(message.parts).map((each) => [each.file, each] as const),
    ),
  ];
  const known = new Map<string, unknown>(parts(previous));
  return parts(now).flatMap(([name, each]) =>
    known.get(name) === each ? [] : [name.replace(/^templates\/|\.hbs$/g, "")],
  );
}

const emails = previous.messages.map(({ name }) => `messages/${name}.html`);
const every = previous.messages.flatMap(({ name }) =>
  ["html", "subject.txt", "sms.txt"].map((part) => `messages/${name}.${part}`),
);

test.each<[string, readonly string[], readonly string[]]>([
  ["everything of unchanged files is reused", remade({}), []],
  [
    "a changed string remakes its catalog",
    remade(edited("templates/locales/de.json", "Brauchen Sie Hilfe?", "Hilfe?")),
    ["de"],
  ],
  [
    "a changed structure is remade",
    remade(edited("templates/messages/sign-up.html.hbs", "<p>", "<p >")),
    ["messages/sign-up.html"],
  ],
  [
    "a changed partial remakes itself and the structures that include it",
    remade(edited("templates/partials/button.html.hbs", "<tr>", "<tr >")),
    [
      "partials/button.html",
      ...emails.filter((file) => /\{\{> button/.test(files.get(`templates/${file}.hbs`) ?? "")),
    ],
  ],
  [
    "a removed partial remakes the structures that included it indirectly",
    remade({ "templates/partials/not-you.html.hbs": null }),
    emails.filter((file) => /\{\{> not-you/.test(files.get(`templates/${file}.hbs`) ?? "")),
  ],
  [
    "changed brands remake all structures",
    remade(edited("templates/brands.json", '"default":', '"default" :')),
    every,
  ],
  ["changed metadata remakes all structures", remade({}, { order: { type: "string" } }), every],
])("%s", (_, parts, expected) => {
  expect([...parts].sort()).toEqual([...expected].sort());
});

test("the violations of an unchanged file stay", () => {
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
  expect(projectOf(shipped, once).violations).toEqual(previous.violations);
});
