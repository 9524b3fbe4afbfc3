import { inlined } from "../../templates/inline.ts";
import { type Occurrences, occurrences } from "../occurrences.ts";
import type { CheckedPart, Project } from "../project.ts";
import { perProject } from "../remembered.ts";
import type { Case, Rule } from "../rule.ts";
import { isMarked } from "../unfinished.ts";
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
    project.parts
      .filter((part) => part.part === "email" && !isMarked(part, project))
      .flatMap((part) => casesOf(part, project)),
};

function casesOf(part: CheckedPart, project: Project): Case[] {
  const place = { file: part.file, index: 0, part };
  const nodes = visits(part, project).flatMap((visit) =>
    visit.is === "partial" && visit.name === PARTIAL ? [visit.node] : [],
  );
  const [first] = nodes;
  if (!first && !project.partials.html.has(PARTIAL)) {
    const mending = `Put <p>{{> @partial-block}}</p> in templates/_brand/${PARTIAL}.html.hbs, and write {{#> ${PARTIAL}}}…{{/${PARTIAL}}} after the code.`;
    return [{ ...place, message: NOTHING, mending, severity: "warning" }];
  }
  if (!first) return [{ ...place, message: NOTHING }];
  const empty = nodes.filter(isEmpty).map((node) => ({
    ...place,
    ...at(node, project),
    message: "Nothing stands between {{#> not-you}} and {{/not-you}}.",
  }));
  if (empty.length > 0) return empty;
  const { least, most } = printed(part, project);
  if (least > 0) return [];
  if (most === 0) return [{ ...place, ...at(first, project), message: NOTHING }];
  const message =
    "Somebody for whom an {{#if}} does not hold is not told what to do if they did not ask for this.";
  return [{ ...place, ...at(first, project), message, mending: "Put it outside of the {{#if}}." }];
}

const NOTHING = "This email says nothing to a person who did not ask for it.";

/** How often it is printed: a partial around it may leave out what stands in its block. */
function printed(part: CheckedPart, project: Project): Occurrences {
  const { marked, mark } = markedPartials(project);
  const tree = inlined(part.tree, part.suffix, marked);
  return occurrences(tree, part, project, (statement) => statement === mark);
}

/** The partials, with a mark where not-you prints its block; at its start, where it has words of its own. */
const markedPartials = perProject(({ partials }) => {
  const mark = { type: "ContentStatement", value: "", original: "" } as unknown as hbs.AST.Statement;
  const marked = new Map<string, { readonly tree: hbs.AST.Program }>(partials.html);
  const tree = marked.get(PARTIAL)?.tree;
  if (tree) {
    const body = withMark(tree, mark);
    marked.set(PARTIAL, { tree: body === tree ? { ...tree, body: [mark, ...tree.body] } : body });
  }
  return { marked, mark };
});

function withMark(tree: hbs.AST.Program, mark: hbs.AST.Statement): hbs.AST.Program {
  let isMarked = false;
  const body = tree.body.flatMap((statement) => {
    const { name, program, inverse } = statement as {
      readonly name?: hbs.AST.Expression;
      readonly program?: hbs.AST.Program;
      readonly inverse?: hbs.AST.Program;
    };
    if (name && nameOf(name) === "@partial-block") {
      isMarked = true;
      return [mark, statement];
    }
    const branches = {
      ...(program && { program: withMark(program, mark) }),
      ...(inverse && { inverse: withMark(inverse, mark) }),
    };
    if (branches.program === program && branches.inverse === inverse) return [statement];
    isMarked = true;
    return [{ ...statement, ...branches }];
  });
  return isMarked ? { ...tree, body } : tree;
}

/** Whether a block has no words in it. */
function isEmpty(node: hbs.AST.Node): boolean {
  const { program, hash } = node as hbs.AST.PartialBlockStatement;
  if (hash) return false;
  return (program?.body ?? []).every(
    (statement) =>
      statement.type === "CommentStatement" ||
      (statement.type === "ContentStatement" &&
        (statement as hbs.AST.ContentStatement).value.replace(/<[^>]*>/g, "").trim() === ""),
  );
}
