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
import { boundsOf } from "./metadata-bounds.ts";
import { nodesNextToCode } from "./nodes-next-to-code.ts";
import { perProject } from "./per-project.ts";
import { type Rendered, rendered } from "./rendered.ts";
import { CODE, sampleEvent, USERNAME } from "./sample-event.ts";

/** A part in a language as one brand sends it to somebody of whom certain values are known, each at its longest. */
export interface Written extends Rendered {
  readonly locale: string;
  readonly structure: Structure;
  /** Cognito's placeholder, as long as the code. */
  readonly code: string;
  /** Why Cognito would reject it. */
  readonly refused: readonly Rejection[];
  /** As it is sent: repaired of what can be repaired. */
  readonly sent: string;
}

/** What is written of all messages, in all languages in which they are offered. */
export interface WrittenMessages {
  /** What Cognito would reject. */
  readonly rejected: readonly Written[];
  readonly sms: readonly Written[];
  /** What has nothing between it and the code. */
  readonly nextToCode: readonly hbs.AST.Node[];
}

/** Writes every message in every variant; keeps those alone that a rule asks for. */
export const writtenMessages = perProject((project): WrittenMessages => {
  const all = project.messages.flatMap((message) =>
    localesOf(message, project).flatMap((locale) =>
      Object.values(message.parts).map((structure) => writtenPart(structure, locale, project)),
    ),
  );
  return {
    rejected: all.flatMap(({ rejected }) => rejected),
    sms: all.flatMap(({ sms }) => sms),
    nextToCode: all.flatMap(({ nextToCode: nodes }) => nodes),
  };
});

/** By structure and locale. Most are as they were: after a change of one string, those of other languages. */
const known = new WeakMap<Structure, Map<string, { madeOf: readonly unknown[]; written: WrittenMessages }>>();

function writtenPart(structure: Structure, locale: string, project: Project): WrittenMessages {
  const byLocale = known.get(structure) ?? new Map();
  known.set(structure, byLocale);
  const madeOf = sourcesOf(locale, project);
  const previous = byLocale.get(locale);
  if (previous?.madeOf.every((each: unknown, index: number) => each === madeOf[index]))
    return previous.written;
  const written = write(structure, locale, project);
  byLocale.set(locale, { madeOf, written });
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
    const { rejections: refused, text: sent } = fitted(part, text.text, { code, username: model.username });
    return { ...text, locale, structure, code, refused, sent };
  });
  return {
    rejected: all.filter(({ refused }) => refused.length > 0),
    sms: part === "sms" ? all : [],
    nextToCode: nodesNextToCode(tree),
  };
}

/** A code to sign in has up to 8 digits; all others have 6, as many characters as the placeholder. */
function codeOf({ source }: Structure): string {
  return source === "CustomMessage_Authentication" ? "{######}" : CODE;
}

/** More conditions than these are not tried in every combination. */
const MOST_CONDITIONS = 6;

/** The models of each brand, with each optional value that the structure asks for there and not. */
function modelsOf(structure: Structure, locale: string, project: Project): readonly MessageModel[] {
  const asked = new Set(
    structure.pieces.flatMap((piece) =>
      piece.is === "value condition" && !piece.name.startsWith("brand.") ? [piece.name] : [],
    ),
  );
  return Object.keys(project.brands.brands).flatMap((brand) => {
    const all = modelOf(structure, locale, brand, project);
    const optional = [...asked].filter((name) => name !== "resetLink" || all.resetLink !== undefined);
    const combinations = 2 ** optional.length;
    const chosen =
      optional.length > MOST_CONDITIONS
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

/** As long as any user's `sub`. */
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
  const asked = { ...event, request: { ...request, codeParameter: codeOf(structure) } } as CustomMessageEvent;
  const context = { brand, metadataKeys: [], locale, dir: direction(locale) };
  const model = messageModel(asked, { metadata: {} }, context);
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
  const lacks = (name: string) => names.includes(name);
  return {
    ...model,
    name: lacks("name") ? undefined : model.name,
    resetLink: lacks("resetLink") ? undefined : model.resetLink,
    metadata: Object.fromEntries(
      Object.entries(model.metadata).map(([key, value]) => [
        key,
        lacks(`metadata.${key}`) ? undefined : value,
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
