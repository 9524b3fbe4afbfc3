import { didYouMean } from "../../templates/did-you-mean.ts";
import { partWords } from "../part-words.ts";
import type { Project } from "../project.ts";
import { perProject } from "../remembered.ts";
import type { Case, Rule } from "../rule.ts";
import { usedPartials } from "../used-partials.ts";
import { at, type Visit, visitsOf, type Where } from "../visits.ts";
import { lookAlike } from "../words/look-alikes.ts";

export const missingPartial: Rule = {
  name: "missing-partial",
  severity: "error",
  protects:
    "{{> code}} puts in a piece that messages share, called a partial: the file of that name in templates/_brand. Emails have partials of their own, in .html.hbs, and so have subjects and SMS, in .txt.hbs. Their names are the same in every language.",
  mending: "Write the name of a file of templates/_brand, without .html.hbs.",
  example: { file: "templates/en/forgot-password/email.html.hbs", from: "{{> code}}", to: "{{> cod}}" },
  check: (project) => {
    const cases = visitsOf(project, "partial").flatMap((visit) => {
      const wrong = missing(visit, project);
      return wrong ? [{ ...at(visit.node, project), part: visit.where.part, ...wrong }] : [];
    });
    return [...Map.groupBy(cases, ({ message }) => message).values()].flatMap(once);
  },
};

type Missing = Case & { readonly path?: string; readonly renamed?: string | undefined };

/** More files than anybody mistypes the same name in: then it is the partial that was renamed or removed. */
const MANY = 4;

/** Where many files include it, one place is told for all of them; each of their parts is still said to lack it. */
function once(cases: readonly Missing[]): Case[] {
  const [first] = cases;
  const files = new Set(cases.map(({ file }) => file)).size;
  if (!first?.path || files < MANY) return cases.map(({ path: _, renamed: __, ...each }) => each);
  const { file, index, path, renamed } = first;
  const message = `There is no ${path}, which ${files} files include: this is the first.`;
  const [name = ""] = path.split("/").slice(-1);
  const bare = name.replace(/\..*/, "");
  const mending = renamed
    ? `Was it renamed? Name ${path.replace(name, name.replace(bare, renamed))} ${name} again, or write {{> ${renamed}}} in all of them.`
    : `In a clone, \`git checkout -- ${path}\` brings it back; else add it, or remove {{> ${bare}}} from all of them.`;
  return cases.map(({ part }) => ({ file, index, part, message, mending }));
}

/** The partials that were meant by names which there are none of: their files. */
export const meantPartials = perProject((project): ReadonlySet<string> => {
  const meant = visitsOf(project, "partial").flatMap(({ name, included, where: { part } }) => {
    if (name === undefined || included) return [];
    const names = project.partials[part.suffix];
    const near = [didYouMean(name, names.keys()), renamedTo(name, part, project)];
    return near.flatMap((each) => (each && names.get(each)?.file) || []);
  });
  return new Set(meant);
});

/** What a partial may be called now: another one that is included has its own name. */
function renamedTo(name: string, { suffix }: Where["part"], project: Project): string | undefined {
  const unused = [...project.partials[suffix].values()].filter(
    ({ file }) => !usedPartials(project).has(file),
  );
  return didYouMean(
    name,
    unused.map((each) => each.name),
  );
}

function missing(
  { name, included, where }: Extract<Visit, { is: "partial" }>,
  project: Project,
): Pick<Missing, "message" | "mending" | "path" | "renamed"> | undefined {
  const { partials } = project;
  if (name === undefined || included) return undefined;
  if (name === "@partial-block") {
    if (where.inside.length > 0) return undefined;
    return { message: "{{> @partial-block}} belongs in a partial.", mending: "Remove it here." };
  }
  const { suffix } = where.part;
  const other = suffix === "html" ? "txt" : "html";
  const path = `templates/_brand/${name}.${suffix}.hbs`;
  const message = `There is no ${path}.`;
  if (partials[other].has(name)) {
    const mending = `There is a ${name}.${other}.hbs, which cannot stand here: add a ${name}.${suffix}.hbs.`;
    return { message, mending };
  }
  const like = lookAlike(name, partials[suffix].keys());
  if (like) return { message, mending: `Write ${like.name} once more. ${like.sentence}` };
  const meant = didYouMean(name, partials[suffix].keys());
  return {
    message,
    path,
    renamed: renamedTo(name, where.part, project),
    mending: meant ? `Did you mean "${meant}"?` : theNames([...partials[suffix].keys()], where.part),
  };
}

/** What there is to choose from; an author may have translated a name with the text around it. */
function theNames(names: readonly string[], { part, suffix }: Where["part"]): string {
  if (names.length === 0)
    return `Remove it: there are no pieces for this ${partWords[part]} yet, in .${suffix}.hbs.`;
  return `The pieces are: ${names.toSorted().join(", ")}. Their names are not translated.`;
}
