import type { CatalogString } from "../templates/catalog.ts";

import { contextOf, type HtmlContext, htmlTexts } from "../templates/html-context.ts";
import type { Project } from "../templates/project.ts";
import type { Piece, StringPiece, Structure } from "../templates/structure.ts";
import { stringId } from "../templates/used-strings.ts";
import { perProject } from "./per-project.ts";

/** A place in a structure that prints a string. */
export interface Use {
  readonly structure: Structure;
  readonly piece: StringPiece;
}

export function structuresOf({ messages }: Project): readonly Structure[] {
  return messages.flatMap(({ parts }) => Object.values(parts));
}

/** The uses of each string, by its id. */
export const stringUses = perProject((project): ReadonlyMap<string, readonly Use[]> => {
  const uses = structuresOf(project).flatMap((structure) =>
    structure.pieces.flatMap((piece) =>
      piece.is === "string"
        ? [{ id: stringId(structure.message, piece.key, project), use: { structure, piece } }]
        : [],
    ),
  );
  return new Map(
    [...Map.groupBy(uses, ({ id }) => id)].map(([id, all]) => [id, all.map(({ use }) => use)] as const),
  );
});

/** A string of a catalog that messages print, with its uses. */
export interface UsedCatalogString {
  readonly string: CatalogString;
  readonly locale: string;
  readonly uses: readonly Use[];
}

/** The strings of all catalogs that messages print. */
export const usedStringsOf = perProject((project): readonly UsedCatalogString[] =>
  [...project.catalogs.values()].flatMap(({ tag, strings }) =>
    [...stringUses(project)].flatMap(([id, uses]) => {
      const string = strings.get(id);
      return string ? [{ string, locale: tag, uses }] : [];
    }),
  ),
);

const READ_ALOUD = ["alt", "title", "aria-label"] as const;

/** Whether people read the value of an attribute. */
export function isReadAttribute(name: string): name is (typeof READ_ALOUD)[number] {
  return READ_ALOUD.some((each) => each === name);
}

/** Whether people read, or hear, what is printed in the context. */
export function isRead(context: HtmlContext): boolean {
  if (context.in === "attribute") return isReadAttribute(context.name);
  return context.in === "text" || (context.in === "raw" && context.element === "title");
}

type TextPiece = Extract<Piece, { is: "text" }>;

/** A text in a structure. */
export interface WrittenText {
  readonly node: hbs.AST.ContentStatement;
  /** Its start in the node. */
  readonly at: number;
  readonly text: string;
  readonly context: HtmlContext;
}

/** The pieces of text in all structures, those of partials once. */
export const textPieces = perProject(
  (project): readonly { readonly structure: Structure; readonly piece: TextPiece }[] => {
    const all = structuresOf(project).flatMap((structure) =>
      structure.pieces.flatMap((piece) => (piece.is === "text" ? [{ structure, piece }] : [])),
    );
    return [...new Map(all.map((each) => [each.piece.node, each])).values()];
  },
);

/** Returns the texts in a piece, without tags. */
export function textsIn({ node, context, state }: TextPiece, { suffix }: Structure): readonly WrittenText[] {
  if (suffix === "txt") return [{ node, at: 0, text: node.value, context }];
  return htmlTexts(state, node.value).map((each) => ({
    node,
    at: each.at,
    text: each.text,
    context: contextOf(each.state),
  }));
}
