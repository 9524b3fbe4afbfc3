import { createHash } from "node:crypto";

/** The form of every token, which no English, German, code, number or UUID has. */
export const TOKEN = /zq[bcdfghjkmnprstvw]{6}/g;

/**
 * Returns a unique word for a value, the same in any case. It has only letters, since a message omits a name with
 * five digits, and is short enough for a language subtag.
 */
export function tokenOf(value: string): string {
  const hex = createHash("sha256").update(value.toLowerCase()).digest("hex").slice(0, 6);
  return `zq${hex.replace(/./g, (digit) => "bcdfghjkmnprstvw".charAt(Number.parseInt(digit, 16)))}`;
}

/** The minimum length of a canary: a shorter text may be in a log by chance. */
export const SHORTEST = 6;

/** Values whose form must not change, since another means something else. */
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
  // A `sub` is unique as it is.
  { form: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/, canary: (value) => value },
];

function digitsOf(value: string): string {
  const hex = createHash("sha256").update(value).digest("hex").slice(0, 8);
  return String(Number.parseInt(hex, 16) % 1e6).padStart(6, "0");
}

/** Returns the canary of an address, a phone number or a `sub`; `undefined` for another value. */
export function formedCanary(value: string): string | undefined {
  return kinds.find(({ form }) => form.test(value))?.canary(value);
}

/**
 * Returns the canary of a language tag: the tag with a private subtag, which every look-up ignores (RFC 5646
 * §2.2.7), so that the same locale is served; `undefined` for another text.
 */
export function tagCanary(value: string): string | undefined {
  if (!/^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(value)) return undefined;
  return `${value}${value.includes("-x-") ? "-" : "-x-"}${tokenOf(value)}`;
}
