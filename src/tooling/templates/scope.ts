import Handlebars from "handlebars";
import type { Part } from "../../message/rejections.ts";
import type { CustomMessageSource } from "../../trigger/custom-message-event.ts";
import type { BrandSettings, BrandsSettings } from "./brands.ts";

/** The values that a part may use, by name. */
export type Scope = ReadonlyMap<string, ScopeValue>;

export interface ScopeValue {
  /** The names that an `{{#if}}` around it must test: its own if it is optional. */
  readonly needs: readonly string[];
  /** Whether it can be printed. `brand.logo` can only be tested. */
  readonly isPrintable: boolean;
}

const paletteKeys = ["page", "card", "text", "muted", "accent", "onAccent"] as const;
const optionalBrandKeys = ["domain", "legal", "supportUrl", "supportEmail"] as const;

/** Returns the values of the model (src/message/message-model.ts) that a part may use. */
export function scopeOf(
  { part, source }: { readonly part: Part; readonly source: CustomMessageSource },
  { brands }: BrandsSettings,
  metadataKeys: readonly string[],
): Scope {
  const every = Object.values(brands);
  const neededOf = (name: string, has: (brand: BrandSettings) => unknown) =>
    every.every((brand) => has(brand) !== undefined) ? [] : [name];
  const printable = (name: string, needs: readonly string[] = []): [string, ScopeValue] => [
    name,
    { needs, isPrintable: true },
  ];
  const logo = neededOf("brand.logo", (brand) => brand.logo);
  const dark = neededOf("brand.logo.dark", (brand) => brand.logo?.dark);
  return new Map<string, ScopeValue>([
    ...(part === "subject" ? [] : [printable("code")]),
    ...(source === "CustomMessage_AdminCreateUser" ? [printable("username")] : []),
    ...(part === "sms" ? [] : [printable("name", ["name"])]),
    ...(part === "subject" ? [] : [printable("resetLink", ["resetLink"])]),
    printable("locale"),
    printable("dir"),
    printable("brand.name"),
    ...optionalBrandKeys.map((key) =>
      printable(
        `brand.${key}`,
        neededOf(`brand.${key}`, (brand) => brand[key]),
      ),
    ),
    ["brand.logo", { needs: logo, isPrintable: false }],
    ...(["url", "width", "height"] as const).map((key) => printable(`brand.logo.${key}`, logo)),
    printable("brand.logo.dark", [...logo, ...dark]),
    ...(["light", "dark"] as const).flatMap((scheme) =>
      paletteKeys.map((key) => printable(`brand.${scheme}.${key}`)),
    ),
    ...metadataKeys.filter(canBePrinted).map((key) => printable(`metadata.${key}`, [`metadata.${key}`])),
  ]);
}

/** Returns the segments of a name for Handlebars: a key of the metadata is one segment, even with a dot. */
export function piecesOf(name: string): readonly string[] {
  return name.startsWith("metadata.") ? ["metadata", name.slice("metadata.".length)] : name.split(".");
}

/** Whether `{{metadata.key}}` prints the key: Handlebars would parse a dot or a space in it as syntax. */
function canBePrinted(key: string): boolean {
  try {
    const { body } = Handlebars.parse(`{{metadata.${key}}}`);
    const { path } = body[0] as hbs.AST.MustacheStatement;
    const { parts, original } = path as hbs.AST.PathExpression;
    const isKey = parts.length === 2 && parts[1] === key && original === `metadata.${key}`;
    return body.length === 1 && isKey && key !== "__proto__";
  } catch {
    return false;
  }
}

/** Returns the reason why a name of the model is unavailable in a part; `undefined` for any other name. */
export function unavailableReason(name: string, part: Part): string | undefined {
  if (part === "subject" && (name === "code" || name === "resetLink")) {
    return "Cognito does not insert the code into a subject: print it in the email or the SMS.";
  }
  if (part === "sms" && name === "name")
    return "An SMS has no room for a name: it has 140 characters at most.";
  if (name === "username") return "Only an invitation (admin-create-user) has the user name.";
  if (name === "brand.origin") return "The last line of an SMS is added automatically.";
  return undefined;
}

/** Whether a value is sent by a person, who may be a stranger. */
export function isPersonal(name: string): boolean {
  return name === "name" || name === "username" || name.startsWith("metadata.");
}
