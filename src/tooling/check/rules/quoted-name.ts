import type { Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";
import { at, type Visit, visitsOf } from "../visits.ts";

export const quotedName: Rule = {
  name: "quoted-name",
  severity: "error",
  protects:
    "What stands between quotes is a text, and is printed letter by letter. The name of a value stands without quotes and without braces, as in href=resetLink: between quotes it would be no link.",
  mending: "Write the name without quotes and braces.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: '{{> button href=resetLink label="Choose a new password"}}',
    to: '{{> button href="resetLink" label="Choose a new password"}}',
  },
  check: (project) => visitsOf(project, "handed").flatMap((visit) => casesOf(visit, project)),
};

function casesOf({ node, where }: Extract<Visit, { is: "handed" }>, project: Project): Case[] {
  const { key, value } = node;
  if (value.type !== "StringLiteral") return [];
  const text = (value as hbs.AST.StringLiteral).value.trim();
  const [, name = text] = /^\{{1,3}\s*([\w.]+)\s*\}{1,3}$/.exec(text) ?? [];
  // A word such as "name" may be meant to be read; a link it is not.
  const isWord = name === text && /^[a-z]+$/.test(name) && key !== "href" && key !== "src";
  if (!where.scope.has(name) || isWord) return [];
  return [
    {
      ...at(value, project),
      part: where.part,
      message: `"${text}" stands between quotes, as a text: nothing is filled in for it.`,
      mending: `Write ${key}=${name}, without quotes.`,
    },
  ];
}
