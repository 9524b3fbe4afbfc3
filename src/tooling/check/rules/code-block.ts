import { times } from "../differences.ts";
import { occurrences } from "../occurrences.ts";
import type { CheckedPart, Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";
import { lacksCode } from "../unfinished.ts";
import { at, nameOf, visits } from "../visits.ts";

export const codeBlock: Rule = {
  name: "code-block",
  severity: "error",
  protects:
    "An email shows its code once, to everybody: in {{> code}}, or as {{code}}. Who has it in a link alone cannot go on where the link does not open; whether Cognito fills in a second one is not known.",
  mending: "Write {{> code}} once, outside of every {{#if}}.",
  example: {
    file: "templates/de/forgot-password/email.html.hbs",
    from: "{{> code}}",
    to: '{{#if resetLink}}<p><a href="{{resetLink}}">Neues Passwort wählen</a></p>{{else}}{{> code}}{{/if}}',
  },
  check: (project) =>
    project.parts
      // Of an email without any code another rule speaks.
      .filter((part) => part.part === "email" && !lacksCode(part, project))
      .flatMap((part) => casesOf(part, project)),
};

function casesOf(part: CheckedPart, project: Project): Case[] {
  const { least, most } = occurrences(part, project, printsCode);
  const place = { file: part.file, index: 0, part };
  const shown = visits(part, project).filter(
    (visit) => visit.is === "name" && visit.how === "printed" && visit.node.original === "code",
  );
  const [first, second] = shown.map(({ node, where: { inside } }) =>
    // A place in the file of this message, where there is one.
    inside.length === 0 ? at(node, project) : ownPlace(part, inside[0] as string, project),
  );
  if (least === 0) {
    const message = "Somebody for whom an {{#if}} does not hold has the code of this email in a link alone.";
    return [{ ...place, ...first, message }];
  }
  if (most === 1) return [];
  return [
    {
      ...place,
      ...second,
      message: `The code stands in this email ${times(most)}. It may not be filled in the second time.`,
      mending: "Keep one of them.",
      severity: "warning",
    },
  ];
}

function printsCode(statement: hbs.AST.Statement): boolean {
  return (
    statement.type === "MustacheStatement" && nameOf((statement as hbs.AST.MustacheStatement).path) === "code"
  );
}

/** Where a part includes a partial for the last time. */
function ownPlace(part: CheckedPart, partial: string, project: Project): Pick<Case, "file" | "index"> {
  const own = visits(part, project).findLast(
    (visit) => visit.is === "partial" && visit.name === partial && visit.where.inside.length === 0,
  );
  return own ? at(own.node, project) : { file: part.file, index: 0 };
}
