import { occurrences } from "../occurrences.ts";
import type { CheckedPart, Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";
import { at, nameOf, visits } from "../visits.ts";

const PARTIAL = "not-you";

export const missingNotYou: Rule = {
  name: "missing-not-you",
  severity: "error",
  protects:
    "Anybody can have a code sent to somebody else. Each email tells a person who did not ask for it what that means, and what to do: it stands in {{#> not-you}}…{{/not-you}}.",
  mending:
    "Write {{#> not-you}}You did not ask for this? …{{/not-you}} after the code, in the language of the email.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "{{#> not-you}}You did not ask for this? Then you need not do anything: your password stays as it is. Do not give this code to anyone, not even to us.{{/not-you}}",
    to: "",
  },
  check: (project) =>
    project.parts.filter(({ part }) => part === "email").flatMap((part) => casesOf(part, project)),
};

function casesOf(part: CheckedPart, project: Project): Case[] {
  const place = { file: part.file, index: 0, part };
  const { least, most } = occurrences(part, project, isNotYou);
  if (most === 0) {
    return [{ ...place, message: "This email says nothing to a person who did not ask for it." }];
  }
  const [first, ...others] = visits(part, project).flatMap((visit) =>
    visit.is === "partial" && visit.name === PARTIAL ? [visit.node] : [],
  );
  if (least === 0 && first) {
    const message =
      "Somebody for whom an {{#if}} does not hold is not told what to do if they did not ask for this.";
    return [{ ...place, ...at(first, project), message, mending: "Put it outside of the {{#if}}." }];
  }
  return [first, ...others]
    .filter((node) => node !== undefined && isEmpty(node))
    .map((node) => ({
      ...place,
      ...at(node as hbs.AST.Node, project),
      message: "Nothing stands between {{#> not-you}} and {{/not-you}}.",
    }));
}

function isNotYou(statement: hbs.AST.Statement): boolean {
  return (
    (statement.type === "PartialStatement" || statement.type === "PartialBlockStatement") &&
    nameOf((statement as hbs.AST.PartialStatement).name) === PARTIAL
  );
}

/** Whether a block has no words in it. */
function isEmpty(node: hbs.AST.Node): boolean {
  const { program } = node as hbs.AST.PartialBlockStatement;
  return (program?.body ?? []).every(
    (statement) =>
      statement.type === "CommentStatement" ||
      (statement.type === "ContentStatement" &&
        (statement as hbs.AST.ContentStatement).value.replace(/<[^>]*>/g, "").trim() === ""),
  );
}
