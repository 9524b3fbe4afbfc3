import Handlebars from "handlebars";
import type { Part } from "../../message/rejections.ts";
import type { CustomMessageSource } from "../../trigger/custom-message-event.ts";
import type { BrandSettings, BrandsSettings } from "./brands.ts";

/** The values that a part may use, by name. */
export type Scope = ReadonlyMap<string, ScopeValue>;

export interface ScopeValue {
  /** The names that `{{#if}}` must have asked for around it: itself, where it is optional. */
  readonly needs: readonly string[];
  /** Not so of `brand.logo`: it can only be asked for. */
  readonly isPrintable: boolean;
}

const paletteKeys = ["page", "card", "text", "muted", "accent", "onAccent"] as const;
const optionalBrandKeys = ["domain", "legal", "supportUrl", "supportEmail"] as const;

/** The model of src/message/message-model.ts as a part may use it. */
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

/** The pieces of a name, as Handlebars must read it: a key of the metadata is one piece. */
export function piecesOf(name: string): readonly string[] {
  return name.startsWith("metadata.") ? ["metadata", name.slice("metadata.".length)] : name.split(".");
}

/** Whether `{{metadata.key}}` means the key: one with a dot or a space in it would be read as something else. */
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

/** Why a name of the model is not available in a part; `undefined` when it is no name of the model. */
export function unavailableReason(name: string, part: Part): string | undefined {
  if (part === "subject" && (name === "code" || name === "resetLink")) {
    return "Cognito does not insert the code into a subject: print it in the email or the SMS.";
  }
  if (part === "sms" && name === "name")
    return "An SMS has no room for a name: it has 140 characters at most.";
  if (name === "username") return "Only an invitation (admin-create-user) has the user name.";
  if (name === "brand.origin") return "The last line of an SMS is added by itself.";
  return undefined;
}

/** Whether a value is a person's own, or a stranger's in their place. */
export function isPersonal(name: string): boolean {
  return name === "name" || name === "username" || name.startsWith("metadata.");
}
