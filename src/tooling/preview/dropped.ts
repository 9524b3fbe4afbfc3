import type { Brands } from "../../message/brand.ts";
import { CLEAN_LENGTH, type Reason, reasonAgainst } from "../../message/clean.ts";
import { clientMetadataOf, type MetadataSchema, validated } from "../../trigger/metadata.ts";
import type { Sample } from "../templates/samples.ts";
import { invisibleNames } from "./runs-of.ts";

/** A value that no message prints, though the person has it. */
export interface Dropped {
  /** `given_name`, `metadata.shop` */
  readonly name: string;
  readonly why: string;
}

/** Each reason to leave a value out, in words. */
const words: Readonly<Record<Reason, string>> = {
  empty: "It holds no letter and no digit.",
  length: `It has more than ${CLEAN_LENGTH} characters.`,
  invisible: "It holds a character that nobody sees.",
  characters: "It holds a character that names do not have, such as < > { } @ or a backslash.",
  address: "It reads as a link or an address: a full stop, a colon or a sign like them is between words.",
  number: "It reads as a phone number or a code: five digits or more, or letters in their place.",
};

const list = new Intl.ListFormat("en-GB");

/** What of a sample the trigger leaves out, and why: by the same schema and the same cleaning. */
export async function droppedOf(
  { clientId, userAttributes = {}, clientMetadata = {} }: Sample,
  schema: MetadataSchema | undefined,
  metadataKeys: readonly string[],
  clients: Brands["clients"] = {},
): Promise<Dropped[]> {
  const names = ["given_name", "name"].flatMap((name) => droppedValue(name, userAttributes[name]));
  const taken = clientMetadataOf({ request: { clientMetadata } });
  const { metadata } = await validated(taken, schema);
  const issues = await issuesOf(taken, schema);
  const ofMetadata = Object.keys(clientMetadata).flatMap((key): Dropped[] => {
    const name = `metadata.${key}`;
    if (!Object.hasOwn(taken, key)) return [{ name, why: "It is longer than the trigger reads." }];
    if (!metadataKeys.includes(key)) return [{ name, why: "The schema of the metadata does not know it." }];
    const value = metadata[key];
    if (value === undefined)
      return [{ name, why: issues.get(key) ?? "The schema of the metadata refuses it." }];
    return droppedValue(name, value);
  });
  return [...names, ...ofMetadata, ...unchosen({ clientId, brand: metadata.brand, clients })];
}

interface Chosen {
  readonly clientId: string | undefined;
  readonly brand: string | undefined;
  readonly clients: Brands["clients"];
}

/** What chooses a brand, and chooses none. */
function unchosen({ clientId, brand, clients }: Chosen): Dropped[] {
  const client = clientId !== undefined && Object.hasOwn(clients, clientId) ? clients[clientId] : undefined;
  const isListed = brand === undefined || brand === client?.brand || client?.brands?.includes(brand);
  return [
    ...(clientId !== undefined && !client
      ? [{ name: "client", why: "brands.json lists no such app client." }]
      : []),
    ...(isListed
      ? []
      : [{ name: "metadata.brand", why: "brands.json does not list it for this app client." }]),
  ];
}

function droppedValue(name: string, value: string | undefined): Dropped[] {
  const reason = value === undefined ? undefined : reasonAgainst(value);
  if (value === undefined || reason === undefined) return [];
  const names = reason === "invisible" ? invisibleNames(value) : [];
  return [
    { name, why: names.length > 0 ? `It holds ${list.format(names)}, which nobody sees.` : words[reason] },
  ];
}

/** What the schema says, by the key that it says it of. */
async function issuesOf(
  sent: Readonly<Record<string, string>>,
  schema: MetadataSchema | undefined,
): Promise<ReadonlyMap<string, string>> {
  try {
    const { issues = [] } = (await schema?.["~standard"].validate(sent)) ?? {};
    return new Map(
      issues.map(({ path, message }) => {
        const first = path?.[0];
        const key = typeof first === "object" ? first.key : first;
        return [String(key ?? ""), `The schema of the metadata says: ${message}`];
      }),
    );
  } catch {
    return new Map();
  }
}
