import type { Project } from "../templates/project.ts";
import { type Sample, sampleIn } from "../templates/samples.ts";
import { type CellState, cellStates } from "./matrix-of.ts";

/** How a message is looked at. All of it is in the page's address, so that it can be sent to somebody. */
export interface View {
  /** The name of a sample; empty for a person of whom nothing is known. */
  readonly sampleName: string;
  /** The values of the sample that were changed on the page, by field: `attribute.name`. */
  readonly changed: ReadonlyMap<string, string>;
  readonly brand: string | undefined;
  /** Left out, as the reader's own machine. */
  readonly scheme: "light" | "dark" | undefined;
  readonly images: boolean;
  readonly width: "phone" | "desktop";
  /** Whether the message in the source language is shown too. */
  readonly beside: boolean;
  /** The languages that the matrix shows: those with a message in this state. */
  readonly state: CellState | undefined;
  /** The strings that the page of a language shows. */
  readonly strings: StringFilter | undefined;
}

export const stringFilters = ["missing", "out of date", "findings", "not saved"] as const;
export type StringFilter = (typeof stringFilters)[number];

/** The view that an address describes; what it names that does not exist has no effect. */
export function viewOf(query: URLSearchParams, project: Project | undefined): View {
  const { samples = {}, brands } = project ?? {};
  const sample = query.get("sample") ?? "";
  const brand = query.get("brand") ?? "";
  const scheme = query.get("scheme");
  return {
    sampleName: Object.hasOwn(samples, sample) ? sample : (Object.keys(samples)[0] ?? ""),
    changed: new Map([...query].filter(([name]) => /^(?:attribute\.|metadata\.|client$)/.test(name))),
    brand: Object.hasOwn(brands?.brands ?? {}, brand) ? brand : undefined,
    scheme: scheme === "dark" || scheme === "light" ? scheme : undefined,
    images: query.get("images") !== "off",
    width: query.get("width") === "desktop" ? "desktop" : "phone",
    beside: query.get("beside") === "on",
    state: cellStates.find((each) => each === query.get("state")),
    strings: stringFilters.find((each) => each === query.get("strings")),
  };
}

/** The query of an address, without what is the default. */
export function queryOf(view: View, project: Project | undefined): URLSearchParams {
  const [first = ""] = Object.keys(project?.samples ?? {});
  return new URLSearchParams([
    ...(view.sampleName === first ? [] : [["sample", view.sampleName]]),
    ...view.changed,
    ...(view.brand === undefined ? [] : [["brand", view.brand]]),
    ...(view.scheme === undefined ? [] : [["scheme", view.scheme]]),
    ...(view.images ? [] : [["images", "off"]]),
    ...(view.width === "phone" ? [] : [["width", view.width]]),
    ...(view.beside ? [["beside", "on"]] : []),
    ...(view.state === undefined ? [] : [["state", view.state]]),
    ...(view.strings === undefined ? [] : [["strings", view.strings]]),
  ] as [string, string][]);
}

/** The person that a message in a language is shown for: an emptied field is a value that is not there. */
export function sampleOf({ sampleName, changed }: View, { samples }: Project, locale: string): Sample {
  const sample = sampleIn(samples[sampleName] ?? {}, locale);
  const userAttributes = new Map(Object.entries(sample.userAttributes ?? {}));
  const clientMetadata = new Map(Object.entries(sample.clientMetadata ?? {}));
  for (const [name, value] of changed) {
    const [, kind, key = ""] = /^(attribute|metadata)\.(.*)$/s.exec(name) ?? [];
    const values = kind === "attribute" ? userAttributes : clientMetadata;
    if (kind !== undefined && value === "") values.delete(key);
    else if (kind !== undefined) values.set(key, value);
  }
  const clientId = changed.get("client") ?? sample.clientId;
  return {
    ...(clientId ? { clientId } : {}),
    userAttributes: Object.fromEntries(userAttributes),
    clientMetadata: Object.fromEntries(clientMetadata),
  };
}

/** A value of a person that can be changed on the page. */
export interface PersonField {
  /** `attribute.given_name`, `metadata.shop`, `client` */
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

/** The values that a message may print or is chosen by, and those that the sample has besides. */
export function personFields(sample: Sample, { metadata }: Project): readonly PersonField[] {
  const { clientId = "", userAttributes = {}, clientMetadata = {} } = sample;
  const attributes = new Set(["given_name", "name", ...Object.keys(userAttributes)]);
  const keys = new Set([...metadata.keys(), ...Object.keys(clientMetadata)]);
  return [
    ...[...attributes].map((key) => ({
      name: `attribute.${key}`,
      label: key,
      value: userAttributes[key] ?? "",
    })),
    ...[...keys].map((key) => ({
      name: `metadata.${key}`,
      label: `metadata.${key}`,
      value: clientMetadata[key] ?? "",
    })),
    { name: "client", label: "app client", value: clientId },
  ];
}
