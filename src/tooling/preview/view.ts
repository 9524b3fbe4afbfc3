import { type Filter, filterOf, filterQuery } from "./filter.ts";
import type { Sample } from "./picture.ts";
import type { Workbench } from "./workbench.ts";

/** How a message is looked at: all of it stands in the page's address, so that a look can be sent to somebody. */
export interface View {
  /** The name of a sample; empty for one of which nothing is known. */
  readonly sampleName: string;
  readonly sample: Sample;
  /** The values of the sample that were changed on the page, by their fields: `attribute.name`. */
  readonly changed: ReadonlyMap<string, string>;
  readonly brand: string | undefined;
  readonly scheme: "light" | "dark";
  readonly images: boolean;
  /** Of the wide frame, in CSS pixels; as usual, it is as wide as there is room for. */
  readonly width: number | undefined;
  /** Whether the default language stands beside it. */
  readonly beside: boolean;
  /** What of the matrix was shown on the way here, so that it is on the way back. */
  readonly filter: Filter;
}

/** The narrowest and the widest that an email is looked at, and the widest that it is unless somebody asks. */
export const WIDTHS = { least: 280, most: 1200, usual: 680 } as const;

/** The view that an address asks for; what it asks for that is not there is as if it had not been said. */
export function viewOf(query: URLSearchParams, { checked: { project } }: Workbench): View {
  const { samples, brands } = project;
  const asked = query.get("sample");
  const [first = ""] = Object.keys(samples);
  const sampleName = asked !== null && Object.hasOwn(samples, asked) ? asked : first;
  const named: Sample = samples[sampleName] ?? {};
  const changed = changesOf(query, named, [...project.metadata.keys()]);
  const brand = query.get("brand");
  const width = Number(query.get("width") ?? Number.NaN);
  return {
    sampleName,
    sample: withChanges(named, changed),
    changed,
    brand: brand !== null && Object.hasOwn(brands.brands, brand) ? brand : undefined,
    scheme: query.get("scheme") === "dark" ? "dark" : "light",
    images: query.get("images") !== "off",
    width: Number.isFinite(width)
      ? Math.min(WIDTHS.most, Math.max(WIDTHS.least, Math.round(width)))
      : undefined,
    beside: query.get("beside") === "on",
    filter: filterOf(query),
  };
}

/** The same as a query, without what is as usual. */
export function queryOf(view: View, { checked: { project } }: Workbench): URLSearchParams {
  const query = new URLSearchParams();
  const [first] = Object.keys(project.samples);
  if (view.sampleName !== first && view.sampleName !== "") query.set("sample", view.sampleName);
  for (const [field, value] of view.changed) query.set(field, value);
  if (view.brand !== undefined) query.set("brand", view.brand);
  if (view.scheme === "dark") query.set("scheme", "dark");
  if (!view.images) query.set("images", "off");
  if (view.width !== undefined) query.set("width", String(view.width));
  if (view.beside) query.set("beside", "on");
  for (const [name, value] of filterQuery(view.filter)) query.set(name, value);
  return query;
}

/** A value of a sample that can be changed on the page. */
export interface Field {
  /** `attribute.given_name`, `metadata.shop`, `client` */
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

/** The values that a message may print or is chosen by, and those that the sample has besides. */
export function fieldsOf(sample: Sample, metadataKeys: readonly string[]): readonly Field[] {
  const { clientId = "", userAttributes = {}, clientMetadata = {} } = sample;
  const attributes = [...new Set(["given_name", "name", ...Object.keys(userAttributes)])];
  const keys = [...new Set([...metadataKeys, ...Object.keys(clientMetadata)])];
  return [
    ...attributes.map((key) => field(`attribute.${key}`, key, userAttributes[key])),
    ...keys.map((key) => field(`metadata.${key}`, `metadata.${key}`, clientMetadata[key])),
    { name: "client", label: "app client", value: clientId },
  ];
}

function field(name: string, label: string, value: string | undefined): Field {
  return { name, label, value: value ?? "" };
}

function changesOf(
  query: URLSearchParams,
  named: Sample,
  metadataKeys: readonly string[],
): Map<string, string> {
  const fields = fieldsOf(named, metadataKeys);
  return new Map(
    fields.flatMap(({ name, value }) => {
      const given = query.get(name);
      return given === null || given === value ? [] : [[name, given] as const];
    }),
  );
}

/** The sample with what was typed on the page; an emptied field is a value that is not there. */
function withChanges(sample: Sample, changed: ReadonlyMap<string, string>): Sample {
  if (changed.size === 0) return sample;
  const userAttributes = new Map(Object.entries(sample.userAttributes ?? {}));
  const clientMetadata = new Map(Object.entries(sample.clientMetadata ?? {}));
  let { clientId } = sample;
  for (const [name, value] of changed) {
    const [kind = "", ...rest] = name.split(".");
    const key = rest.join(".");
    const values = kind === "attribute" ? userAttributes : clientMetadata;
    if (kind === "client") clientId = value === "" ? undefined : value;
    else if (value === "") values.delete(key);
    else values.set(key, value);
  }
  return {
    ...(clientId !== undefined && { clientId }),
    userAttributes: Object.fromEntries(userAttributes),
    clientMetadata: Object.fromEntries(clientMetadata),
  };
}
