import { SetupError } from "../log/fault.ts";
import { verification, verificationOfNobody } from "../password/verification.ts";
import type { Call } from "../trigger/responder.ts";
import type { Directory, Outcome, People } from "./directory.ts";
import { legacyRow } from "./legacy-row.ts";
import type { Movable } from "./movable.ts";
import type { Query } from "./query.ts";

export interface SqlStatements {
  /** How statements are run: `sqliteQuery`, `postgresQuery`, or a client of your own. */
  readonly query: Query;
  /**
   * The one statement that finds a person by `$1`, what was typed. Its column names are Cognito attribute
   * names (`email`, `locale`, `"custom:tier"`), with some reserved: `id` (required), `username`,
   * `password_hash`, `barred` (empty, 0 or false: not; `disabled`, `locked`, `deleted`, `held` or anything
   * else: barred), `email_verified` and `phone_number_verified`.
   */
  readonly find: string;
  /** Marks the row with the `id` `$1` as moved: `update … where id = $1 and moved_at is null`. */
  readonly moved?: string;
}

/** Statements of which one marks people as moved. */
type WithMoved = SqlStatements & { readonly moved: string };

/**
 * The people of a SQL database, for a trigger that has nothing to do with passwords: the code that verifies
 * them is no part of it. With a statement `moved`, they can be marked as moved.
 *
 * Nothing is ever put into a statement but its parameters. What a query throws, and a statement that selects
 * the wrong columns, is the outcome `unavailable`.
 */
export function sqlPeople(statements: WithMoved): People & Movable;
export function sqlPeople(statements: SqlStatements): People;
export function sqlPeople(statements: SqlStatements): People & Movable {
  const { query, moved } = statements;
  return {
    async find(userName, call) {
      return (await lookUp(statements, userName, call)).outcome;
    },

    async move(id, { signal }) {
      if (moved === undefined) throw new SetupError("sqlPeople was given no statement `moved`: add one.");
      await query(moved, [id], signal);
    },
  };
}

/** A directory in a SQL database: {@link sqlPeople} who can sign in with the password of their row. */
export function sqlDirectory(statements: WithMoved): Directory & Movable;
export function sqlDirectory(statements: SqlStatements): Directory;
export function sqlDirectory(statements: SqlStatements): Directory & Movable {
  return {
    ...sqlPeople(statements as WithMoved),

    async authenticate(userName, password, call) {
      const { outcome, passwordHash } = await lookUp(statements, userName, call);
      if (outcome.is === "unavailable") return outcome;
      if (outcome.is !== "found") {
        await verificationOfNobody(password);
        return outcome;
      }
      const verified = await verification(password, passwordHash);
      if (verified.is === "unsupported") await verificationOfNobody(password);
      return verified.is === "match" ? outcome : verified;
    },
  };
}

interface LookUp {
  readonly outcome: Outcome;
  readonly passwordHash?: string | undefined;
}

async function lookUp({ query, find }: SqlStatements, typed: string, { signal }: Call): Promise<LookUp> {
  // No store holds it in a name, and PostgreSQL takes it for a broken request.
  if (typed.includes("\0")) return { outcome: { is: "unknown" } };
  try {
    const [row, another] = await query(find, [typed], signal);
    if (row === undefined) return { outcome: { is: "unknown" } };
    return another === undefined ? legacyRow(row) : { outcome: { is: "ambiguous" } };
  } catch (cause) {
    return { outcome: { is: "unavailable", cause } };
  }
}
