import { BRANDS } from "../../templates/brands.ts";
import { catalogFile } from "../../templates/catalog.ts";
import { didYouMean } from "../../templates/did-you-mean.ts";
import { canonicalTag } from "../../templates/is-language-tag.ts";
import { indexOfPath, readJson } from "../../templates/json-file.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { messageNames } from "../../templates/message-sources.ts";
import { METADATA_SCHEMA } from "../../templates/metadata-schema.ts";
import { isCatalogMissing, type Project } from "../../templates/project.ts";
import { recordsFile } from "../../templates/records.ts";
import { SAMPLES } from "../../templates/samples.ts";
import { SETTINGS } from "../../templates/settings.ts";
import type { Violation } from "../../templates/violation.ts";
import { commandLine } from "../../terminal/command-line.ts";
import type { Rule } from "../rule.ts";

/** Rules about whether the files of templates/ can be read. */
export const fileRules: readonly Rule[] = [
  {
    name: "settings",
    severity: "error",
    protects: "Settings have to take effect as they are written: a misspelt key would be ignored.",
    suggestion: "Correct it; docs/templates.md lists every key.",
    example: { file: "templates/settings.json", from: '"default"', to: '"defualt"' },
    check: (project) => [
      ...outsideConflicts(project.violations.settings, project),
      ...localesWithoutCatalog(project),
    ],
  },
  {
    name: "metadata-schema",
    severity: "error",
    protects:
      "The schema of the client metadata says which values messages may print, and how long they are.",
    suggestion: "Correct the file.",
    example: { file: "triggers/client-metadata.ts", from: "import", to: "imprt" },
    check: ({ violations }) => violations.metadata,
  },
  {
    name: "catalog",
    severity: "error",
    protects: "A catalog that cannot be read has no strings: none of its messages would be sent.",
    suggestion: "Write strings in quotes, as in the source language's catalog.",
    example: {
      file: "templates/locales/de.json",
      from: '"Brauchen Sie Hilfe?"',
      to: '["Brauchen Sie Hilfe?"]',
    },
    check: (project) => outsideConflicts(project.violations.catalogs, project),
  },
  {
    name: "template-syntax",
    severity: "error",
    protects: "Handlebars cannot compile the template: its messages would not be written.",
    suggestion: "Compare the braces of this line with those around it.",
    example: { file: "templates/messages/sign-up.html.hbs", from: "{{/layout}}", to: "{{/layuot}}" },
    check: (project) => outsideConflicts(project.violations.templates, project),
  },
  {
    name: "merge-conflict",
    severity: "error",
    protects: "Both sides of an unfinished merge would be mailed, with Git's marks around them.",
    suggestion: "Keep one of the two texts, and remove the lines <<<<<<<, ======= and >>>>>>>.",
    example: {
      file: "templates/messages/sign-up.html.hbs",
      from: '<p>{{t "intro"}}</p>',
      to: '<<<<<<< HEAD\n<p>{{t "intro"}}</p>\n=======\n>>>>>>> main',
    },
    check: ({ files }) =>
      [...files].flatMap(([file, text]) => {
        const index = text.search(CONFLICT);
        return index < 0 ? [] : [{ file, index, message: "A merge was not finished here." }];
      }),
  },
  {
    name: "encoding",
    severity: "error",
    protects: "A file that is not UTF-8 shows people \ufffd in place of a letter.",
    suggestion: "Save the file as UTF-8, and write the letter again.",
    example: { file: "templates/locales/de.json", from: "für", to: "f\ufffdr" },
    check: ({ files }) =>
      [...files].flatMap(([file, text]) =>
        [...text.matchAll(/\ufffd/g)].map(({ index }) => ({
          file,
          index,
          message: "A character here was lost: the file is not UTF-8, or was not when it was saved.",
        })),
      ),
  },
  {
    name: "unread-file",
    severity: "warning",
    protects: "A file whose name is not as expected is ignored, which its author may not notice.",
    suggestion: "Rename or remove it; docs/templates.md lists the files.",
    example: { file: "templates/messages/forgot-pasword.html.hbs", to: "<p>{{code}}</p>" },
    check: unreadFiles,
  },
];

const CONFLICT = /^(?:<{7}|>{7})(?: |$)/m;

/** Returns violations in files without a merge conflict, which is a finding of its own. */
function outsideConflicts(violations: readonly Violation[], { files }: Project): readonly Violation[] {
  return violations.filter(({ file }) => !CONFLICT.test(files.get(file) ?? ""));
}

/** Returns the languages in the settings that have no catalog, and so would not be offered. */
function localesWithoutCatalog(project: Project): Violation[] {
  const { locales, drafts, source, default: first } = project.settings;
  const json = readJson(SETTINGS, project.files.get(SETTINGS) ?? "");
  const missing = (path: readonly (string | number)[], tag: string, suggestion: string) => ({
    file: SETTINGS,
    index: indexOfPath(json, path),
    message: `There is no catalog ${catalogFile(tag)}.`,
    suggestion,
  });
  const needed = [
    ...(isCatalogMissing(source, project)
      ? [missing(["source"], source, "Restore it, or name a language that has a catalog.")]
      : []),
    ...(first !== source && isCatalogMissing(first, project)
      ? [missing(["default"], first, `Name another language, or write the catalog: ${newLocale(first)}`)]
      : []),
  ];
  const listed = Object.entries({ locales: locales === "all" ? [] : locales, drafts }).flatMap(
    ([key, tags]) =>
      tags.flatMap((tag, index) =>
        project.files.has(catalogFile(tag)) || tag === source || tag === first
          ? []
          : [missing([key, index], tag, suggestionForListed(tag, project))],
      ),
  );
  return [...needed, ...listed];
}

function suggestionForListed(tag: string, { catalogs }: Project): string {
  // Another tag of two letters is another language.
  const nearest = tag.length > 2 ? didYouMean(tag, catalogs.keys(), 1) : undefined;
  return nearest
    ? `Did you mean "${nearest}"?`
    : `Remove "${tag}" here, or write the catalog: ${newLocale(tag)}`;
}

function newLocale(tag: string): string {
  return commandLine(`new locale ${tag}`);
}

const PARTS = ["html", "subject.txt", "sms.txt"] as const;

function unreadFiles({ files, catalogs, partials }: Project): Violation[] {
  const structures = messageNames.flatMap((name) =>
    PARTS.map((part) => `templates/messages/${name}.${part}.hbs`).filter(
      (file) =>
        // A message without an email is left to Cognito with all its parts.
        file.endsWith("html.hbs") || files.has(`templates/messages/${name}.html.hbs`),
    ),
  );
  const read = new Set([
    ...[SETTINGS, BRANDS, SAMPLES, LANGUAGES, METADATA_SCHEMA],
    ...[...catalogs.keys()].flatMap((tag) => [catalogFile(tag), recordsFile(tag)]),
    ...[...partials.html.values(), ...partials.txt.values()].map(({ file }) => file),
    ...structures,
  ]);
  return [...files.keys()]
    .filter((file) => !read.has(file))
    .map((file) => {
      const nearest = inCanonicalForm(file) ?? didYouMean(file, read);
      const suggestion = nearest && !files.has(nearest) ? `Did you mean ${nearest}?` : undefined;
      return { file, index: 0, message: "Nothing reads this file.", suggestion };
    });
}

/** Returns the path with a canonical tag: de-AT.json for templates/locales/de_AT.json. */
function inCanonicalForm(file: string): string | undefined {
  const [, folder, name = ""] = /^(templates\/(?:locales|sources)\/)([^/]+)\.json$/.exec(file) ?? [];
  const tag = canonicalTag(name);
  return folder && tag && `${folder}${tag}.json`;
}
