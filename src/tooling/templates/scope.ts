import Handlebars from "handlebars";
import type { Brands } from "../../message/brand.ts";
import type { PartSource } from "./sources.ts";

/** The names that a template may print, and whether each may be absent. */
export type Scope = ReadonlyMap<string, "always" | "optional">;

const paletteKeys = ["page", "card", "text", "muted", "accent", "onAccent"] as const;
const optionalBrandKeys = ["domain", "origin", "supportUrl", "supportEmail"] as const;

/** What the templates of a part see: the model of src/message/model.ts, less what the part must not print. */
export function scopeOf(
  { part, source }: Pick<PartSource, "part" | "source">,
  brands: Brands,
  metadataKeys: readonly string[],
): Scope {
  const every = Object.values(brands.brands);
  return new Map([
    ...(part === "subject" ? [] : [["code", "always"] as const]),
    ...(source === "CustomMessage_AdminCreateUser" ? [["username", "always"] as const] : []),
    ...(part === "sms" ? [] : [["name", "optional"] as const]),
    ...(part === "subject" ? [] : [["resetLink", "optional"] as const]),
    ["locale", "always"],
    ["dir", "always"],
    ["brand.name", "always"],
    ...optionalBrandKeys
      .filter((key) => key !== "origin" || part === "sms")
      .map(
        (key) =>
          [`brand.${key}`, every.every((brand) => brand[key] !== undefined) ? "always" : "optional"] as const,
      ),
    ...(["light", "dark"] as const).flatMap((scheme) =>
      paletteKeys.map((key) => [`brand.${scheme}.${key}`, "always"] as const),
    ),
    ...metadataKeys.map((key) => [`metadata.${key}`, "optional"] as const),
  ]);
}

/** What a name is made of, as Handlebars must read it: a key of the metadata is one piece. */
export function partsOf(name: string): readonly string[] {
  return name.startsWith("metadata.") ? ["metadata", name.slice("metadata.".length)] : name.split(".");
}

/** Whether `{{metadata.key}}` means the key: one with a dot or a space in it would be read as something else. */
export function canBePrinted(key: string): boolean {
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

/** Why a known name is not to be had in a part; `undefined` when it is simply unknown. */
export function whyNotHere(name: string, { part }: Pick<PartSource, "part">): string | undefined {
  if (part === "subject" && (name === "code" || name === "resetLink")) {
    return "Cognito does not fill in the code in a subject: print it in the email or the SMS.";
  }
  if (part === "sms" && name === "name")
    return "An SMS has no room for a name: it can have 140 characters and no more.";
  if (name === "brand.origin") return "It is for the last line of an SMS: @{{brand.origin}} #{{code}}";
  if (name === "username") return "Only an invitation (admin-create-user) has the user name.";
  return undefined;
}

/** Whether a name stands for what a person brought, or a stranger in their place. */
export function isPersonal(name: string): boolean {
  return name === "name" || name === "username" || name.startsWith("metadata.");
}
