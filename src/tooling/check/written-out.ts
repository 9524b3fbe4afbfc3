import type { TemplateSource } from "../templates/sources.ts";
import { openElements } from "./html/open-elements.ts";
import { indexAt } from "./place.ts";
import type { Case } from "./rule.ts";
import { ACCEPTED, DEEPEST, figure, MOST_CHARACTERS } from "./too-large.ts";

/** A template's tree, and the file that it stands in. */
interface Read extends TemplateSource {
  readonly tree: hbs.AST.Program;
}

type Partials = ReadonlyMap<string, Read>;
type Oversize = Pick<Case, "file" | "index" | "message" | "mending">;

/** Texts and `{{…}}`: there may be millions that write nothing. An email that Cognito takes has some hundred. */
const MOST_PIECES = { html: 4_000, txt: 400 } as const;

/**
 * What makes a template too large once its partials are in it, if anything does. It is gone through piece by
 * piece, and no further than to the bound: of partials that include two each, which include two each, there
 * may be millions.
 */
export function tooLargeWithPartials(part: Read, partials: Partials): Oversize | undefined {
  const { suffix } = part;
  const tooDeepIn = openElements();
  let characters = 0;
  let count = 0;
  let own = 0;
  for (const piece of pieces(part.tree, { partials, inside: [], level: 0 })) {
    const { value = "", original = "" } = isContent(piece.statement) ? piece.statement : {};
    characters += value.length;
    count += 1;
    const [outermost] = piece.inside;
    if (outermost === undefined) own += 1 + value.length;
    // Told of the partial, where it is the partial: what many messages include is told once.
    const isPartial = own < (characters + count) / 2;
    const place = isPartial && outermost !== undefined ? partials.get(outermost) : undefined;
    if (characters > MOST_CHARACTERS[suffix]) {
      return tooLong(`${figure(MOST_CHARACTERS[suffix])} characters`, place ?? part);
    }
    if (count > MOST_PIECES[suffix]) {
      return tooLong(`${figure(MOST_PIECES[suffix])} pieces of text and {{…}}`, place ?? part);
    }
    if (piece.level > DEEPEST) return tooDeep("{{#…}} and partials", piece, 0, { part, partials });
    // As it was typed: so the place is right, whatever Handlebars has taken away around it.
    const offset = suffix === "html" ? tooDeepIn(original) : undefined;
    if (offset !== undefined) return tooDeep("elements", piece, offset, { part, partials });
  }
  return undefined;
}

function tooLong(most: string, { file, suffix }: Read): Oversize {
  return {
    file,
    index: 0,
    message: `This writes more than ${most}: ${ACCEPTED[suffix]}`,
    mending: "Shorten it; or look for a partial that is included again and again.",
  };
}

function tooDeep(
  what: string,
  { statement: { loc } }: Piece,
  offset: number,
  { part, partials }: { part: Read; partials: Partials },
): Oversize {
  const { source: file, start } = loc as hbs.AST.SourceLocation & { source: string };
  const { text = "" } = [part, ...partials.values()].find((each) => each.file === file) ?? {};
  return {
    file,
    index: indexAt(text, { line: start.line, column: start.column + 1 }) + offset,
    message: `More than ${DEEPEST} ${what} stand inside one another here.`,
    mending: "Close those before it, or do without them.",
  };
}

/** Where we are in a template that is gone through. */
interface Place {
  readonly partials: Partials;
  /** The partials that we are inside of, from the outermost. */
  readonly inside: readonly string[];
  /** How many blocks and partials there are around this. */
  readonly level: number;
  /** What `{{> @partial-block}}` stands for. */
  readonly block?: ((level: number) => Generator<Piece>) | undefined;
}

interface Piece extends Pick<Place, "inside" | "level"> {
  readonly statement: hbs.AST.Statement;
}

/** The pieces of a template and of its partials, in the order in which they are written. */
function* pieces(tree: hbs.AST.Program | undefined, place: Place): Generator<Piece> {
  const { inside, level } = place;
  for (const statement of tree?.body ?? []) {
    yield { statement, inside, level };
    const inner = { ...place, level: level + 1 };
    if (statement.type === "BlockStatement") {
      const { program, inverse } = statement as hbs.AST.BlockStatement;
      yield* pieces(program, inner);
      yield* pieces(inverse, inner);
    } else if (statement.type === "PartialStatement" || statement.type === "PartialBlockStatement") {
      yield* included(statement as hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement, inner);
    }
  }
}

function* included(
  statement: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement,
  place: Place,
): Generator<Piece> {
  const { partials, inside, level } = place;
  const name = statement.name.type === "PathExpression" ? statement.name.original : undefined;
  if (name === "@partial-block") {
    if (place.block) yield* place.block(level);
    return;
  }
  const program = "program" in statement ? statement.program : undefined;
  let isPrinted = false;
  const own = (at: number) => {
    isPrinted = true;
    return pieces(program, { ...place, level: at });
  };
  const partial = name === undefined ? undefined : partials.get(name);
  if (name !== undefined && partial && !inside.includes(name)) {
    const block = program ? own : place.block;
    yield* pieces(partial.tree, { partials, inside: [...inside, name], level, block });
  }
  // What is handed to a partial that does not print it is looked at by the rules all the same.
  if (program && !isPrinted) yield* own(level);
}

function isContent(
  statement: hbs.AST.Statement,
): statement is hbs.AST.ContentStatement & { original: string } {
  return statement.type === "ContentStatement";
}
