import { CLEAN_LENGTH } from "../../message/clean.ts";
import { fitted } from "../../message/fitted.ts";
import { type MessageModel, messageModel, subjectModel } from "../../message/message-model.ts";
import type { Rejection } from "../../message/rejections.ts";
import type { CustomMessageEvent } from "../../trigger/custom-message-event.ts";
import { BRANDS } from "../templates/brands.ts";
import { localesAround } from "../templates/is-language-tag.ts";
import { direction } from "../templates/locale-table.ts";
import { localesOf, type Project, treeIn } from "../templates/project.ts";
import type { Structure } from "../templates/structure.ts";
import type { Violation } from "../templates/violation.ts";
import { adjacentToCode } from "./adjacent-to-code.ts";
import { boundsOf } from "./metadata-bounds.ts";
import { perProject } from "./per-project.ts";
import { type Rendered, rendered } from "./rendered.ts";
import { CODE, sampleEvent, USERNAME } from "./sample-event.ts";

/** A part in a language as a brand sends it to a person, with some of the optional values, each at its longest. */
export interface Written extends Rendered {
  readonly locale: string;
  readonly structure: Structure;
  /** Cognito's placeholder, as long as the code. */
  readonly code: string;
  /** The reasons for which Cognito would reject it. */
  readonly rejections: readonly Rejection[];
  /** The text as it is sent, after repairs. */
  readonly sent: string;
}

/** The texts of all messages, in all languages in which they are offered, that the rules read. */
export interface WrittenMessages {
  /** The texts that Cognito would reject. */
  readonly rejected: readonly Written[];
  readonly sms: readonly Written[];
  /** The nodes that touch the code. */
  readonly adjacentToCode: readonly hbs.AST.Node[];
}

/** Writes every message in every variant; keeps only the texts that a rule reads. */
export const writtenMessages = perProject((project): WrittenMessages => {
  const all = project.messages.flatMap((message) =>
    localesOf(message, project).flatMap((locale) =>
      Object.values(message.parts).map((structure) => writtenPart(structure, locale, project)),
    ),
  );
  return {
    rejected: all.flatMap(({ rejected }) => rejected),
    sms: all.flatMap(({ sms }) => sms),
    adjacentToCode: all.flatMap(({ adjacentToCode: nodes }) => nodes),
  };
});

/** The texts by structure and locale. A change of one string changes only those of its language. */
const known = new WeakMap<
  Structure,
  Map<string, { sources: readonly unknown[]; written: WrittenMessages }>
>();

function writtenPart(structure: Structure, locale: string, project: Project): WrittenMessages {
  const byLocale = known.get(structure) ?? new Map();
  known.set(structure, byLocale);
  const sources = sourcesOf(locale, project);
  const previous = byLocale.get(locale);
  if (previous?.sources.every((each: unknown, index: number) => each === sources[index]))
    return previous.written;
  const written = write(structure, locale, project);
  byLocale.set(locale, { sources, written });
  return written;
}

/** All that a part is made of in a language, besides its structure. */
function sourcesOf(locale: string, project: Project): readonly unknown[] {
  const { settings, catalogs, records, brands, metadata } = project;
  const around = [...localesAround(locale), settings.source];
  return [
    settings.source,
    brands,
    metadata,
    ...around.flatMap((tag) => [catalogs.get(tag), records.get(tag)]),
  ];
}

function write(structure: Structure, locale: string, project: Project): WrittenMessages {
  const { part, suffix } = structure;
  const tree = treeIn(locale, structure, project);
  const code = codeOf(structure);
  const all = modelsOf(structure, locale, project).map((model): Written => {
    const text = rendered(tree, suffix, part === "subject" ? subjectModel(model) : model, project);
    const { rejections, text: sent } = fitted(part, text.text, { code, username: model.username });
    return { ...text, locale, structure, code, rejections, sent };
  });
  return {
    rejected: all.filter(({ rejections }) => rejections.length > 0),
    sms: part === "sms" ? all : [],
    adjacentToCode: adjacentToCode(tree),
  };
}

/** A code to sign in has up to 8 digits; all others have 6, as many characters as the placeholder. */
function codeOf({ source }: Structure): string {
  return source === "CustomMessage_Authentication" ? "{######}" : CODE;
}

/** More conditions than these are not tried in every combination. */
const MAX_CONDITIONS = 6;

/** Returns the models of each brand, with and without each optional value that the structure tests. */
function modelsOf(structure: Structure, locale: string, project: Project): readonly MessageModel[] {
  const tested = new Set(
    structure.pieces.flatMap((piece) =>
      piece.is === "value condition" && !piece.name.startsWith("brand.") ? [piece.name] : [],
    ),
  );
  return Object.keys(project.brands.brands).flatMap((brand) => {
    const all = modelOf(structure, locale, brand, project);
    const optional = [...tested].filter((name) => name !== "resetLink" || all.resetLink !== undefined);
    const combinations = 2 ** optional.length;
    const chosen =
      optional.length > MAX_CONDITIONS
        ? [0, combinations - 1]
        : Array.from({ length: combinations }, (_, index) => index);
    return chosen.map((bits) =>
      without(
        optional.filter((_, index) => !(bits & (1 << index))),
        all,
      ),
    );
  });
}

/** A `sub`: all have the same length. */
const SUB = "00000000-0000-4000-8000-000000000000";

/** The model with every optional value, each at its longest. */
function modelOf(
  structure: Structure,
  locale: string,
  brandKey: string,
  { brands, metadata }: Project,
): MessageModel {
  const { source, suffix } = structure;
  // A letter that is newer than Cognito's Unicode is written as an entity, &#42944;
  const letter = suffix === "html" ? "W".repeat(8) : "W";
  const { hosts: _, ...brand } = brands.brands[brandKey] as Project["brands"]["brands"][string];
  const { request, ...event } = sampleEvent(source, { userAttributes: { sub: SUB } });
  const coded = { ...event, request: { ...request, codeParameter: codeOf(structure) } } as CustomMessageEvent;
  const context = { brand, metadataKeys: [], locale, dir: direction(locale) };
  const model = messageModel(coded, { metadata: {} }, context);
  return {
    ...model,
    // Each invitation has a user name, other messages none.
    username: source === "CustomMessage_AdminCreateUser" ? USERNAME : undefined,
    name: letter.repeat(CLEAN_LENGTH),
    metadata: Object.fromEntries(
      [...metadata].map(([key, schema]) => [key, letter.repeat(boundsOf(schema).longest)]),
    ),
  };
}

function without(names: readonly string[], model: MessageModel): MessageModel {
  const isAbsent = (name: string) => names.includes(name);
  return {
    ...model,
    name: isAbsent("name") ? undefined : model.name,
    resetLink: isAbsent("resetLink") ? undefined : model.resetLink,
    metadata: Object.fromEntries(
      Object.entries(model.metadata).map(([key, value]) => [
        key,
        isAbsent(`metadata.${key}`) ? undefined : value,
      ]),
    ),
  };
}

/** The place of a character that is written: in a string, in a structure, or in a brand. */
export function placeOfCharacter(
  character: string,
  { text, placeAt }: Pick<Rendered, "text" | "placeAt">,
  { files }: Project,
): Pick<Violation, "file" | "index"> {
  const place = placeAt(text.indexOf(character));
  const inBrands = files.get(BRANDS)?.indexOf(character) ?? -1;
  const isHere = files.get(place.file)?.startsWith(character, place.index) ?? false;
  return isHere || inBrands < 0 ? place : { file: BRANDS, index: inBrands };
}
