import { partsOf, type Scope } from "../templates/scope.ts";
import type { Known } from "../templates/tag-for.ts";
import { indexAt } from "./place.ts";
import type { CheckedPart, CheckedPartial, Project } from "./project.ts";
import { perPart, perProject } from "./remembered.ts";
import type { Case } from "./rule.ts";

/** Where a piece of a template is met: in a part, or in a partial as that part includes it. */
export interface Where {
  readonly part: CheckedPart;
  /** The names to be had here, and whether each may be absent. */
  readonly scope: Scope;
  /** The optional names that an `{{#if}}` around this has asked for. */
  readonly asked: ReadonlySet<string>;
  /** The partials that we are inside of, from the outermost. */
  readonly inside: readonly string[];
  /** What includes the innermost of them, and where that stands. */
  readonly includedBy?: { readonly node: Partial; readonly where: Where };
  /** Whether a partial here is given a block to print. */
  readonly hasBlock: boolean;
}

export type Partial = hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement;

/** One piece of a template, as a part comes by it. */
export type Visit = { readonly where: Where } & (
  | { readonly is: "text"; readonly node: hbs.AST.ContentStatement }
  | { readonly is: "output"; readonly node: hbs.AST.MustacheStatement }
  | { readonly is: "block"; readonly node: hbs.AST.BlockStatement }
  | {
      readonly is: "partial";
      readonly node: Partial;
      readonly name?: string;
      readonly included?: CheckedPartial;
    }
  | { readonly is: "handed"; readonly node: hbs.AST.HashPair }
  | { readonly is: "decorator"; readonly node: hbs.AST.Statement }
  | { readonly is: "comment"; readonly node: hbs.AST.CommentStatement }
  | {
      readonly is: "name";
      readonly node: hbs.AST.PathExpression;
      readonly how: "printed" | "asked" | "handed";
    }
);

/**
 * All pieces of a part in their order, through the partials that it includes: those with the values that it
 * hands them. A partial that includes itself, or is not there, is visited and not gone into.
 */
export const visits = perPart((part, project): readonly Visit[] => {
  const found: Visit[] = [];
  const where = { part, scope: part.scope, asked: new Set<string>(), inside: [], hasBlock: false };
  program(part.tree, where, project, (visit) => found.push(visit));
  return found;
});

/** All pieces of all parts. */
export function everyVisit(project: Project): readonly Visit[] {
  return project.parts.flatMap((part) => visits(part, project));
}

/** By their kinds: twenty rules ask, of some hundred thousand pieces where there are many languages. */
const sorted = perProject((project): { readonly [Kind in Visit["is"]]?: readonly Visit[] } =>
  Object.groupBy(everyVisit(project), ({ is }) => is),
);

/** The pieces of a kind, in all parts. */
export function visitsOf<K extends Visit["is"]>(
  project: Project,
  kind: K,
): readonly Extract<Visit, { is: K }>[] {
  return (sorted(project)[kind] ?? []) as readonly Extract<Visit, { is: K }>[];
}

/** The names and partials that can be written here. */
export function knownIn({ part, scope }: Where, { partials }: Project): Known {
  return { names: [...scope.keys()], partials: [...partials[part.suffix].keys()] };
}

/** Where a node stands, as a case tells it. */
export function at(node: hbs.AST.Node, { files }: Project): Pick<Case, "file" | "index"> {
  const { source: file, start } = node.loc as hbs.AST.SourceLocation & { source: string };
  return { file, index: indexAt(files.get(file) ?? "", { line: start.line, column: start.column + 1 }) };
}

/** What was written: `brand.name` for `{{brand.name}}`. */
export function nameOf(node: hbs.AST.Node): string {
  return "original" in node ? String(node.original) : node.type;
}

/** Whether a name is to be had here: `{{[brand.name]}}` reads like one, and is none. */
export function isKnown(path: hbs.AST.PathExpression, { scope }: Where): boolean {
  const parts = partsOf(path.original);
  const isAsMeant = path.parts.length === parts.length && parts.every((part, i) => part === path.parts[i]);
  return scope.has(path.original) && isAsMeant && path.depth === 0 && !path.data;
}

/** Whether a name may be absent here: optional, and nothing around has asked for it. */
export function mayBeAbsent(name: string, { scope, asked }: Where): boolean {
  return scope.get(name) === "optional" && !asked.has(name);
}

type Visitor = (visit: Visit) => void;

function program(tree: hbs.AST.Program | undefined, where: Where, project: Project, visit: Visitor): void {
  for (const statement of tree?.body ?? []) {
    switch (statement.type) {
      case "ContentStatement":
        visit({ is: "text", node: statement as hbs.AST.ContentStatement, where });
        break;
      case "MustacheStatement":
        output(statement as hbs.AST.MustacheStatement, where, visit);
        break;
      case "BlockStatement":
        block(statement as hbs.AST.BlockStatement, where, project, visit);
        break;
      case "PartialBlockStatement":
        program((statement as hbs.AST.PartialBlockStatement).program, where, project, visit);
        partial(statement as hbs.AST.PartialBlockStatement, where, project, visit);
        break;
      case "PartialStatement":
        partial(statement as hbs.AST.PartialStatement, where, project, visit);
        break;
      case "CommentStatement":
        visit({ is: "comment", node: statement as hbs.AST.CommentStatement, where });
        break;
      default:
        visit({ is: "decorator", node: statement, where });
    }
  }
}

function output(node: hbs.AST.MustacheStatement, where: Where, visit: Visitor): void {
  visit({ is: "output", node, where });
  const isCall = node.params.length > 0 || node.hash;
  if (node.path.type === "PathExpression" && !isCall) {
    visit({ is: "name", node: node.path as hbs.AST.PathExpression, how: "printed", where });
  }
}

/** Whether a block is an `if` or `unless` that asks for one name: what the house has. */
export function isCondition(node: hbs.AST.BlockStatement): boolean {
  const { program, inverse } = node as Perhaps<hbs.AST.BlockStatement>;
  const hasNames = program?.blockParams?.length || inverse?.blockParams?.length;
  const [asked] = node.params;
  return (
    ["if", "unless"].includes(nameOf(node.path)) &&
    node.params.length === 1 &&
    !node.hash &&
    !hasNames &&
    asked?.type === "PathExpression"
  );
}

/** Handlebars' types promise both branches; a block has one at least. */
type Perhaps<T> = { readonly [Key in keyof T]?: T[Key] };

function block(node: hbs.AST.BlockStatement, where: Where, project: Project, visit: Visitor): void {
  visit({ is: "block", node, where });
  if (!isCondition(node)) return;
  const path = node.params[0] as hbs.AST.PathExpression;
  visit({ is: "name", node: path, how: "asked", where });
  if (!isKnown(path, where)) return;
  const there = { ...where, asked: new Set([...where.asked, path.original]) };
  const isIf = nameOf(node.path) === "if";
  program(node.program, isIf ? there : where, project, visit);
  program(node.inverse, isIf ? where : there, project, visit);
}

function partial(node: Partial, where: Where, project: Project, visit: Visitor): void {
  if (node.name.type !== "PathExpression") {
    visit({ is: "partial", node, where });
    return;
  }
  const name = nameOf(node.name);
  const included = project.partials[where.part.suffix].get(name);
  visit({ is: "partial", node, name, where, ...(included && { included }) });
  if (!included || where.inside.includes(name)) return;
  const scope = new Map(where.scope);
  const pairs = node.hash?.pairs ?? [];
  for (const pair of pairs) {
    visit({ is: "handed", node: pair, where });
    const { key, value } = pair;
    const isPath = value.type === "PathExpression";
    if (isPath) visit({ is: "name", node: value as hbs.AST.PathExpression, how: "handed", where });
    scope.set(key, isPath && mayBeAbsent(nameOf(value), where) ? "optional" : "always");
  }
  program(
    included.tree,
    {
      part: where.part,
      scope,
      asked: new Set([...where.asked].filter((asked) => !pairs.some(({ key }) => key === asked))),
      inside: [...where.inside, name],
      includedBy: { node, where },
      hasBlock: where.hasBlock || node.type === "PartialBlockStatement",
    },
    project,
    visit,
  );
}
