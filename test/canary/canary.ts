import { createHash } from "node:crypto";

/** What every token looks like. No English, German or code has it, and no number or UUID. */
export const TOKEN = /zq[bcdfghjkmnprstvw]{6}/g;

/**
 * A word that nobody else writes: the same for the same value, whatever its case. Of letters alone, since a
 * message leaves a name with five digits out, and short enough for a subtag of a language.
 */
export function tokenOf(value: string): string {
  const hex = createHash("sha256").update(value.toLowerCase()).digest("hex").slice(0, 6);
  return `zq${hex.replace(/./g, (digit) => "bcdfghjkmnprstvw".charAt(Number.parseInt(digit, 16)))}`;
}

/** The least length that is looked for: anything shorter may stand in a log by chance. */
export const SHORTEST = 6;

/** Kinds of value whose form has to stay, or they would mean something else. */
const kinds: readonly { readonly form: RegExp; readonly canary: (value: string) => string }[] = [
  // An address: a token in either part, and the same one in whatever case it was typed.
  {
    form: /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/,
    canary: (value) => {
      const [local = "", domain = ""] = value.split("@");
      return `${local}.${tokenOf(local)}@${tokenOf(domain)}.${domain}`;
    },
  },
  // E.164 has 15 digits at the most.
  { form: /^\+\d{8,15}$/, canary: (value) => `${value.slice(0, 6)}99${digitsOf(value)}` },
  // A `sub` is distinctive as it is, and a random one could not be told from it.
  { form: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/, canary: (value) => value },
];

function digitsOf(value: string): string {
  const hex = createHash("sha256").update(value).digest("hex").slice(0, 8);
  return String(Number.parseInt(hex, 16) % 1e6).padStart(6, "0");
}

/** The canary of an address, a phone number or a `sub`; `undefined` for a value that is none of them. */
export function formedCanary(value: string): string | undefined {
  return kinds.find(({ form }) => form.test(value))?.canary(value);
}

/**
 * The canary of a language tag: the tag with a private subtag, which every look-up passes over (RFC 5646
 * §2.2.7), so that the same locale is served; `undefined` for what is no tag.
 */
export function tagCanary(value: string): string | undefined {
  if (!/^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(value)) return undefined;
  return `${value}${value.includes("-x-") ? "-" : "-x-"}${tokenOf(value)}`;
}
