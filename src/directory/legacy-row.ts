import { SetupError } from "../log/fault.ts";
import type { LegacyUser, Outcome } from "./directory.ts";
import type { Row } from "./query.ts";

type Barred = Extract<Outcome, { is: "barred" }>;

/** What a row says of a person. */
export interface LegacyRow {
  readonly outcome: Extract<Outcome, { is: "found" | "barred" }>;
  readonly passwordHash: string | undefined;
}

/** Columns that are no attributes of the person. */
const RESERVED = new Set([
  "id",
  "username",
  "password_hash",
  "barred",
  "email_verified",
  "phone_number_verified",
]);

/**
 * A row of the `find` statement, whose columns are named as Cognito's attributes, apart from the reserved
 * `id` (required), `username`, `password_hash`, `barred`, `email_verified`, `phone_number_verified`.
 * Numbers and booleans become text; `null` is absent.
 *
 * @throws a {@link SetupError} when the statement selects no `id` or neither `email` nor `phone_number`, or
 *   selects a column that comes as neither text, number nor boolean (a date, bytes, JSON)
 */
export function legacyRow(row: Row): LegacyRow {
  if (!("email" in row || "phone_number" in row)) {
    throw new SetupError(
      "The statement `find` selects neither `email` nor `phone_number`: add the column that holds the contact.",
    );
  }
  const id = text(row, "id");
  if (id === undefined) {
    throw new SetupError("The statement `find` gives a row without an `id`: select the column of its key.");
  }
  const username = text(row, "username");
  const user: LegacyUser = {
    id,
    ...(username !== undefined && { username }),
    attributes: attributesOf(row),
    emailVerified: isTrue(row.email_verified),
    phoneVerified: isTrue(row.phone_number_verified),
  };
  const outcome = barredOf(row.barred) ?? ({ is: "found", user } as const);
  return { outcome, passwordHash: text(row, "password_hash") };
}

function attributesOf(row: Row): Record<string, string> {
  const names = Object.keys(row).filter((name) => !RESERVED.has(name));
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = text(row, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The text of a column; `undefined` for `null`. */
function text(row: Row, column: string): string | undefined {
  const value = row[column];
  if (value === null || value === undefined) return undefined;
  if (["string", "number", "bigint", "boolean"].includes(typeof value)) return String(value);
  throw new SetupError(
    `The statement \`find\` selects \`${column}\` as neither text, number nor boolean: cast it to text.`,
  );
}

/** True for what SQL clients give for true, and for nothing that only looks like it. */
function isTrue(value: unknown): boolean {
  return [true, 1, 1n, "1", "t", "true"].includes(value as string);
}

/** What SQL clients give for false does not bar (a `bigint` of PostgreSQL comes as text); all else does. */
function barredOf(value: unknown): Barred | undefined {
  if (!value || ["0", "f", "false"].includes(value as string)) return undefined;
  const why = (["locked", "deleted", "held"] as const).find((known) => known === value);
  return { is: "barred", why: why ?? "disabled" };
}
