/** The standard attributes (OpenID Connect's) that every pool's schema has and a migration may write. */
const STANDARD = new Set(
  (
    "address birthdate email email_verified family_name gender given_name locale middle_name name nickname " +
    "phone_number phone_number_verified picture preferred_username profile updated_at username website zoneinfo"
  ).split(" "),
);

/** The limit of a value, in bytes. AWS documents characters on one page and bytes on another. */
const MAX_BYTES = 2_048;

/** The limit of an attribute's name (API reference, SchemaAttributeType), in characters. */
const MAX_NAME = 20;

/**
 * Returns why Cognito would reject an attribute, and with it the whole user, as the end of a sentence that begins
 * with the attribute's name and never contains its value; `undefined` for an attribute that is acceptable. The
 * pool's own schema may be stricter.
 *
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
 */
export function attributeRejection(name: string, value: unknown): string | undefined {
  if (name === "sub" || name === "identities" || name.startsWith("cognito:")) return "belongs to Cognito";
  if (!STANDARD.has(name) && !(/^custom:./.test(name) && isName(name))) {
    return "is not a standard attribute: others are named custom:<name>";
  }
  if (name.length > "custom:".length + MAX_NAME) return `has a name of over ${MAX_NAME} characters`;
  if (typeof value !== "string") return "is not text";
  // For example a text that was cut within an emoji.
  if (!value.isWellFormed() || value.includes("\0")) return "contains half a character, or a NUL";
  if (Buffer.byteLength(value, "utf8") > MAX_BYTES) return `has over ${MAX_BYTES} bytes`;
  return FORMATS[name]?.(value);
}

/**
 * Whether Cognito accepts a text as the name of a user or an attribute: letters, marks, symbols, numbers and
 * punctuation (API reference, AdminCreateUser), so neither spaces nor invisible characters.
 */
export function isName(text: string): boolean {
  return text !== "" && text.isWellFormed() && !UNNAMED.test(text);
}

/** Spaces, controls and format characters. */
const UNNAMED = /[\s\0-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufff9-\ufffb]/;

const FORMATS: Readonly<Record<string, (value: string) => string | undefined>> = {
  phone_number: (value) => (E164.test(value) ? undefined : "is not a number in E.164 form (+4915112345678)"),
  email: (value) => (ADDRESS.test(value) && isName(value) ? undefined : "is not an email address"),
  birthdate: (value) => (isDate(value) ? undefined : "is not a date of the form YYYY-MM-DD"),
  updated_at: (value) => (/^\d{1,15}$/.test(value) ? undefined : "is not a number of seconds since 1970"),
};

/** A plus sign, then country code and number, of 15 digits at most (ITU-T E.164 §6.2.1). */
const E164 = /^\+[1-9]\d{1,14}$/;

/**
 * An address without comments, quotes or brackets, with full stops anywhere (some Japanese addresses end in one), and
 * a domain of two labels or more (RFC 5321 §4.1.2, with the letters of RFC 6531).
 */
const ADDRESS =
  /^[\w!#$%&'*+/=?^`{|}~.\-\xa1-\uffff]+@[\w\xa1-\uffff][\w\-\xa1-\uffff]*(?:(?<!-)\.[\w\xa1-\uffff][\w\-\xa1-\uffff]*)+(?<!-)$/;

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  // JavaScript reads the 30th of February as the 1st of March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
