import type { Outcome } from "./directory.ts";
import type { Row } from "./query.ts";

type Barred = Extract<Outcome, { is: "barred" }>;

type RowOutcome = Extract<Outcome, { is: "found" | "barred" | "unsupported" }>;

/** The outcome of a person's row. */
export interface LegacyRow {
  readonly outcome: RowOutcome;
  readonly passwordHash: string | undefined;
  /** The problems of the row, by column, without values. */
  readonly warnings: readonly string[];
}

/** Columns that are not attributes of the person. */
const RESERVED = new Set([
  "id",
  "username",
  "password_hash",
  "barred",
  "email_verified",
  "phone_number_verified",
]);

/**
 * Reads a row of the `find` statement, whose columns are named as Cognito's attributes, except for the reserved
 * `id` (required), `username`, `password_hash`, `barred`, `email_verified`, `phone_number_verified`.
 * Numbers and booleans become text; `null` is missing.
 *
 * It never throws, so that an unusable row cannot be distinguished from outside. A column of another type (a
 * date, bytes, JSON) counts as missing, and a row without an `id` or a contact column is `unsupported`; a warning
 * names the column.
 */
export function legacyRow(row: Row): LegacyRow {
  const warnings: string[] = [];
  const text = (column: string) => textOf(row[column], () => warnings.push(notText(column)));
  const id = text("id");
  const username = text("username");
  const passwordHash = text("password_hash");
  const attributes = Object.keys(row).flatMap((name) => {
    const value = RESERVED.has(name) ? undefined : text(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const verified = (column: string) => isTrue(flagOf(row[column]), () => warnings.push(notBoolean(column)));
  const user = {
    ...(username !== undefined && { username }),
    attributes: Object.fromEntries(attributes),
    emailVerified: verified("email_verified"),
    phoneVerified: verified("phone_number_verified"),
  };
  const hasContact = "email" in row || "phone_number" in row;
  if (!hasContact) warnings.push(NO_CONTACT);
  if (id === undefined) warnings.push(NO_ID);
  const outcome: RowOutcome =
    barredOf(flagOf(row.barred)) ??
    (id === undefined || !hasContact
      ? { is: "unsupported", why: "format" }
      : { is: "found", user: { id, ...user } });
  return { outcome, passwordHash, warnings };
}

const NO_CONTACT =
  "The statement `find` selects neither `email` nor `phone_number`: add the column that holds the contact.";
const NO_ID = "The statement `find` returns a row without an `id`: select the column of its key.";

function notText(column: string): string {
  return `The statement \`find\` selects \`${column}\` as neither text, number nor boolean, so it is left out: cast it to text.`;
}

function notBoolean(column: string): string {
  const contact = column.replace("_verified", "");
  return `The statement \`find\` selects \`${column}\` as neither true nor false, so ${contact} counts as unverified: for a date write \`confirmed_at is not null as ${column}\`.`;
}

/** Returns a single byte as a number, which is how MySQL's clients return a `BIT(1)`. */
function flagOf(value: unknown): unknown {
  return value instanceof Uint8Array && value.length === 1 ? value[0] : value;
}

/** Returns the text of a column; `undefined` for `null`, and for any other type, which is reported. */
function textOf(value: unknown, report: () => void): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (["string", "number", "bigint", "boolean"].includes(typeof value)) return String(value);
  report();
  return undefined;
}

/** Whether a SQL client's value is true. A value that is neither true nor false is reported. */
function isTrue(value: unknown, report: () => void): boolean {
  if ([true, 1, 1n, "1", "t", "true"].includes(value as string)) return true;
  if (!isFalse(value)) report();
  return false;
}

/** Whether a SQL client's value is false or empty (PostgreSQL's returns a `bigint` as text). */
function isFalse(value: unknown): boolean {
  return [undefined, null, false, 0, 0n, "", "0", "f", "false"].includes(value as string);
}

/** Returns the outcome of a `barred` column: every value but false or empty bars the person. */
function barredOf(value: unknown): Barred | undefined {
  if (isFalse(value)) return undefined;
  const why = (["locked", "deleted", "held"] as const).find((known) => known === value);
  return { is: "barred", why: why ?? "disabled" };
}
