import { times } from "../differences.ts";
import { type FlatHtml, flatHtml } from "../html/flat-html.ts";
import { whyUnseen } from "../html/seen.ts";
import { occurrences } from "../occurrences.ts";
import type { CheckedPart, Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";
import { lacksCode } from "../unfinished.ts";
import { at, visits } from "../visits.ts";
import { inlinedPart } from "../written.ts";

export const codeBlock: Rule = {
  name: "code-block",
  severity: "error",
  protects:
    "An email shows its code once, to everybody, in its text: in {{> code}}, or as {{code}}. Somebody who gets it only in a link is stuck if the link does not open; and it is not known whether Cognito fills in a second one.",
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
  const html = flatHtml(part, project);
  const tree = inlinedPart(part, project);
  const codes = printedCodes(tree, html);
  const { least } = occurrences(tree, part, project, (each) => codes.get(each)?.unseen === null);
  const { most } = occurrences(tree, part, project, (each) => codes.has(each));
  const [first, second] = [...codes.values()];
  const place = (code = first) => ({
    file: part.file,
    index: 0,
    part,
    ...(code && ownPlace(html.at(code.start), part, project)),
  });
  if (least === 0) {
    const isUnseen = first && [...codes.values()].every(({ unseen }) => unseen !== null);
    const message = isUnseen
      ? `Nobody sees the code of this email: it stands ${first.unseen}.`
      : "Somebody for whom an {{#if}} does not hold has the code of this email in a link alone.";
    return [{ ...place(), message, ...(isUnseen && { mending: SEEN }) }];
  }
  if (most === 1) return [];
  return [
    {
      ...place(second),
      message: `The code stands in this email ${times(most)}. It may not be filled in the second time.`,
      mending: "Keep one of them.",
      severity: "warning",
    },
  ];
}

const SEEN = "Write {{> code}} once in the text of the email.";

interface PrintedCode {
  readonly start: number;
  /** Why nobody sees it. */
  readonly unseen: string | null;
}

/** Where the code is printed, by whichever name a partial was handed it. */
function printedCodes(tree: hbs.AST.Program, html: FlatHtml): ReadonlyMap<hbs.AST.Statement, PrintedCode> {
  const outputs = outputsOf(tree);
  return new Map(
    html.values.flatMap(({ name, start }, index) => {
      const output = outputs[index];
      return name === "code" && output
        ? [[output, { start, unseen: whyUnseen(start, html) ?? null }] as const]
        : [];
    }),
  );
}

/** What prints a value, in the order of the HTML. */
function outputsOf(tree: hbs.AST.Program | undefined): hbs.AST.Statement[] {
  return (tree?.body ?? []).flatMap((statement) => {
    if (statement.type === "MustacheStatement") return [statement];
    if (statement.type !== "BlockStatement") return [];
    const { program, inverse } = statement as hbs.AST.BlockStatement;
    return [...outputsOf(program), ...outputsOf(inverse)];
  });
}

/** The same in the file of the message: where it includes what prints it. */
function ownPlace(
  place: Pick<Case, "file" | "index">,
  part: CheckedPart,
  project: Project,
): Pick<Case, "file" | "index"> {
  if (place.file === part.file) return place;
  const printing = visits(part, project).find(
    (visit) => visit.is === "name" && visit.how === "printed" && isAt(visit.node, place, project),
  );
  const outermost = printing?.where.inside[0];
  const own = visits(part, project).findLast(
    (visit) => visit.is === "partial" && visit.name === outermost && visit.where.inside.length === 0,
  );
  return own ? at(own.node, project) : { file: part.file, index: 0 };
}

function isAt(node: hbs.AST.Node, { file, index }: Pick<Case, "file" | "index">, project: Project): boolean {
  const place = at(node, project);
  return place.file === file && place.index === index;
}
