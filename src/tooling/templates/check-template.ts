import { didYouMean } from "./did-you-mean.ts";
import type { Finding } from "./finding.ts";
import { type Scope, whyNotHere } from "./scope.ts";
import type { PartSource, TemplateSource } from "./sources.ts";

/** A partial as the checks need it: where it stands and its tree. */
export interface ParsedPartial {
  readonly source: TemplateSource;
  readonly tree: hbs.AST.Program;
}

interface Place {
  readonly source: TemplateSource;
  readonly part: PartSource;
  readonly scope: Scope;
  /** The optional names that an `{{#if}}` around this place has asked for. */
  readonly asked: ReadonlySet<string>;
  readonly partials: ReadonlyMap<string, ParsedPartial>;
  /** The partials that we are inside of, so that one which includes itself is found. */
  readonly inside: readonly string[];
  /** Whether a partial here is given a block to print. */
  readonly hasBlock: boolean;
  readonly found: (finding: Finding) => void;
}

/**
 * What the house refuses in a template: raw output, helpers other than `if` and `unless`, dynamic, missing
 * or circular partials, unknown names, and names that may be absent outside an `{{#if}}` that asks for them.
 * Partials are checked as this template includes them, with the values it hands them.
 */
export function checkTemplate(
  part: PartSource,
  tree: hbs.AST.Program,
  scope: Scope,
  partials: ReadonlyMap<string, ParsedPartial>,
): Finding[] {
  const findings: Finding[] = [];
  const found = (finding: Finding) => findings.push(finding);
  program(tree, {
    source: part,
    part,
    scope,
    asked: new Set(),
    partials,
    inside: [],
    hasBlock: false,
    found,
  });
  return findings;
}

function program(tree: hbs.AST.Program | undefined, place: Place): void {
  for (const statement of tree?.body ?? []) checks[statement.type]?.(statement as never, place);
}

/** One row for each kind of statement; comments need none. */
const checks: Readonly<Record<string, (statement: never, place: Place) => void>> = {
  ContentStatement: content,
  MustacheStatement: mustache,
  BlockStatement: block,
  PartialStatement: partial,
  PartialBlockStatement: (statement: hbs.AST.PartialBlockStatement, place: Place) => {
    program(statement.program, place);
    partial(statement, place);
  },
  Decorator: decorator,
  DecoratorBlock: decorator,
};

/** Cognito's placeholders by hand: what it calls them comes with each event. */
function content(statement: hbs.AST.ContentStatement, place: Place): void {
  const [typed] = /\{(?:####|username|##[^#]+##)\}/.exec(statement.value) ?? [];
  if (!typed) return;
  const mending = { "{####}": "Write {{code}}.", "{username}": "Write {{username}}, in an invitation." }[
    typed
  ];
  report(place, statement, "typed-placeholder", `${typed} is typed by hand.`, mending ?? "Remove it.");
}

function mustache(statement: hbs.AST.MustacheStatement, place: Place): void {
  const { path, params, hash } = statement;
  if (path.type !== "PathExpression") {
    report(
      place,
      statement,
      "literal",
      "This is a text in braces.",
      "Write the text alone, or a name without quotes.",
    );
    return;
  }
  if (!statement.escaped) {
    report(
      place,
      statement,
      "raw-output",
      "This prints without escaping.",
      `Write {{${nameOf(path)}}}, with two braces.`,
    );
  }
  if (params.length > 0 || hash) {
    report(
      place,
      statement,
      "unknown-helper",
      `There is no helper "${nameOf(path)}".`,
      "The helpers are if and unless.",
    );
    return;
  }
  value(path, place);
}

function block(statement: hbs.AST.BlockStatement, place: Place): void {
  const helper = nameOf(statement.path);
  if (helper !== "if" && helper !== "unless") {
    report(
      place,
      statement,
      "unknown-helper",
      `There is no block helper "${helper}".`,
      "The helpers are if and unless.",
    );
    return;
  }
  const [condition] = statement.params;
  const named = statement.program?.blockParams?.length || statement.inverse?.blockParams?.length;
  if (statement.params.length !== 1 || statement.hash || named || condition?.type !== "PathExpression") {
    report(place, statement, "condition", `{{#${helper}}} asks for one name.`, `Write {{#${helper} name}}.`);
    return;
  }
  const name = nameOf(condition);
  if (!known(condition as hbs.AST.PathExpression, place)) return;
  const asked = { ...place, asked: new Set([...place.asked, name]) };
  program(statement.program, helper === "if" ? asked : place);
  program(statement.inverse, helper === "if" ? place : asked);
}

function partial(statement: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement, place: Place): void {
  if (statement.name.type !== "PathExpression") {
    report(
      place,
      statement,
      "dynamic-partial",
      "A partial's name is worked out when sent.",
      "Write its name: {{> layout}}.",
    );
    return;
  }
  const name = nameOf(statement.name as hbs.AST.PathExpression);
  if (name === "@partial-block") {
    if (place.inside.length === 0) {
      report(
        place,
        statement,
        "missing-partial",
        "{{> @partial-block}} belongs in a partial.",
        "Remove it here.",
      );
    } else if (!place.hasBlock) {
      const name = place.inside.at(-1);
      report(
        place,
        statement,
        "missing-block",
        `"${name}" is included without the block that it prints.`,
        `Write {{#> ${name}}}…{{/${name}}} where it is included.`,
      );
    }
    return;
  }
  const included = place.partials.get(name);
  if (!included) {
    const meant = didYouMean(name, place.partials.keys());
    const file = `templates/_brand/${name}.${place.source.suffix}.hbs`;
    report(
      place,
      statement,
      "missing-partial",
      `There is no ${file}.`,
      meant ? `Did you mean "${meant}"?` : "Add it, or remove this.",
    );
    return;
  }
  if (place.inside.includes(name)) {
    report(place, statement, "circular-partial", `"${name}" includes itself.`, "Remove this.");
    return;
  }
  if (statement.params.length > 0) {
    report(
      place,
      statement,
      "partial-context",
      "A partial takes named values only.",
      `Write {{> ${name} key=value}}.`,
    );
  }
  const scope = new Map(place.scope);
  for (const { key, value: given } of statement.hash?.pairs ?? []) {
    if (given.type === "SubExpression") {
      report(
        place,
        given,
        "unknown-helper",
        "There are no helpers for values.",
        "Write a text in quotes, or a name.",
      );
    }
    if (given.type === "PathExpression") known(given as hbs.AST.PathExpression, place);
    if (isTaken(key)) {
      report(
        place,
        given,
        "taken-name",
        `"${key}" is a name of the message itself.`,
        "Hand it over by another.",
      );
    }
    const absent =
      given.type === "PathExpression" && mayBeAbsent(nameOf(given as hbs.AST.PathExpression), place);
    scope.set(key, absent ? "optional" : "always");
  }
  const asked = new Set(
    [...place.asked].filter((name) => !statement.hash?.pairs.some(({ key }) => key === name)),
  );
  program(included.tree, {
    ...place,
    source: included.source,
    scope,
    asked,
    inside: [...place.inside, name],
    hasBlock: place.hasBlock || statement.type === "PartialBlockStatement",
  });
}

/** Whether a key would hide a name that templates have: a partial would mean another than who reads it. */
function isTaken(key: string): boolean {
  return key.includes(".") || MODEL_NAMES.includes(key);
}

/** The names of the model, those that a part must not print among them. */
const MODEL_NAMES = ["code", "username", "name", "resetLink", "locale", "dir", "brand", "metadata"];

function decorator(statement: hbs.AST.Statement, place: Place): void {
  report(
    place,
    statement,
    "decorator",
    "Decorators are not used here.",
    "Put the piece in templates/_brand and include it.",
  );
}

/** A name that is printed: known, and there. */
function value(path: hbs.AST.Expression, place: Place): void {
  if (path.type !== "PathExpression") return;
  if (!known(path as hbs.AST.PathExpression, place)) return;
  const name = nameOf(path);
  if (mayBeAbsent(name, place)) {
    report(
      place,
      path,
      "bare-optional",
      `{{${name}}} may be absent.`,
      `Put it inside {{#if ${name}}}…{{/if}}.`,
    );
  }
}

function mayBeAbsent(name: string, { scope, asked }: Place): boolean {
  return scope.get(name) === "optional" && !asked.has(name);
}

function known(path: hbs.AST.PathExpression, place: Place): boolean {
  const name = nameOf(path);
  if (place.scope.has(name) && !path.original.includes("/")) return true;
  const reason = whyNotHere(name, place.part);
  const meant = didYouMean(name, place.scope.keys());
  const mending = reason ?? (meant ? `Did you mean "${meant}"?` : `The names are: ${shown(place.scope)}.`);
  report(place, path, "unknown-variable", `There is no {{${name}}} in this ${place.part.part}.`, mending);
  return false;
}

function shown(scope: Scope): string {
  return [...scope.keys()].filter((name) => !/^brand\.(?:light|dark)\./.test(name)).join(", ");
}

function nameOf(path: hbs.AST.Node): string {
  return "original" in path ? String(path.original) : path.type;
}

function report(place: Place, { loc }: hbs.AST.Node, rule: string, message: string, mending: string): void {
  const { line, column } = loc.start;
  place.found({
    rule,
    severity: "error",
    file: place.source.file,
    line,
    column: column + 1,
    message,
    mending,
  });
}
