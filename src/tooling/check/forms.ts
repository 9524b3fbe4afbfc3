import type { RefusedPart } from "../../message/accepted.ts";
import { CLEAN_LENGTH } from "../../message/clean.ts";
import { fitted } from "../../message/fitted.ts";
import { type MessageModel, messageModel } from "../../message/model.ts";
import { SUB_LENGTH } from "../../message/reset-link.ts";
import { direction } from "../templates/locale-table.ts";
import type { CheckedPart, Project } from "./project.ts";
import { perPart } from "./remembered.ts";
import { CODE, sampleEvent } from "./sample-event.ts";
import { visits } from "./visits.ts";
import { written } from "./written.ts";

/** A part as one brand sends it to people of whom the same things are known, each value at its longest. */
export interface Form {
  /** The brand's key in brand.json. */
  readonly brand: string;
  /** The optional values that are there: `name`, `metadata.shop`. */
  readonly values: readonly string[];
  /** What is sent, repaired, with Cognito's placeholders in it. The code has as many characters as its own. */
  readonly text: string;
  readonly refused: readonly RefusedPart[];
}

/** How many values may be there or not in one part: each doubles the forms that are to be looked at. */
export const MOST_VALUES = 8;

/**
 * The letter that gets longest: one that Cognito does not know is sent as `&#42944;` in an email. In a subject
 * it is not printed, and an SMS counts all letters alike.
 */
const LONGEST_LETTER = { html: "\ua7c0", txt: "W" } as const;

/**
 * Every form of a part, one after the other: for each brand, with each optional value there and not. What the
 * part writes of any values within the bounds is no longer than the form with the same values there.
 */
export function forms(part: CheckedPart, project: Project): Iterable<Form> {
  return part.suffix === "txt" ? formsOfText(part, project) : everyForm(part, project);
}

/** Kept, unlike those of emails, of which there may be hundreds of 20,000 characters: a dozen rules ask for them. */
const formsOfText = perPart((part, project): readonly Form[] => [...everyForm(part, project)]);

function* everyForm(part: CheckedPart, project: Project): Generator<Form> {
  const optional = optionalNames(part, project);
  for (const key of Object.keys(project.brands.brands)) {
    for (let chosen = 0; chosen < 2 ** optional.length; chosen += 1) {
      const values = optional.filter((_, index) => chosen & (1 << index));
      const model = modelOf(part, project, key, new Set(values));
      // A link to reset the password is there only for a brand that has the page.
      if (values.includes("resetLink") && model.resetLink === undefined) continue;
      const placeholders = { code: CODE, username: model.username };
      yield { brand: key, values, ...fitted(part.part, written(part, project, model), placeholders) };
    }
  }
}

/** The values that a part prints or asks for, and which a person may lack. Those of a brand are settled by it. */
export function optionalNames(part: CheckedPart, project: Project): readonly string[] {
  const names = visits(part, project).flatMap((visit) => (visit.is === "name" ? [visit.node.original] : []));
  const isOptional = (name: string) => part.scope.get(name) === "optional" && !name.startsWith("brand.");
  return [...new Set(names)].filter(isOptional).sort();
}

/** The model of a person of whom these optional values are known, each at its longest. */
export function modelOf(
  { locale, source, suffix }: Pick<CheckedPart, "locale" | "source" | "suffix">,
  { brands, metadata }: Project,
  brandKey: string,
  values: ReadonlySet<string>,
): MessageModel {
  const letter = LONGEST_LETTER[suffix];
  const known = [...metadata].filter(([key]) => values.has(`metadata.${key}`));
  const sent = Object.fromEntries(known.map(([key, { longest }]) => [key, letter.repeat(longest)]));
  const call = { metadata: sent };
  const { hosts: _, ...brand } = brands.brands[brandKey] as Project["brands"]["brands"][string];
  const context = { brand, metadataKeys: [...metadata.keys()], locale, dir: direction(locale) };
  const userAttributes = {
    ...(values.has("resetLink") && { sub: "0".repeat(SUB_LENGTH) }),
    ...(values.has("name") && { name: letter.repeat(CLEAN_LENGTH) }),
  };
  return messageModel(sampleEvent(source, { userAttributes }), call, context);
}
