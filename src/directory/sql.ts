import { SetupError } from "../log/fault.ts";
import { verification, verificationOfNobody } from "../password/verification.ts";
import type { Call } from "../trigger/responder.ts";
import type { Directory, Outcome } from "./directory.ts";
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

/**
 * A directory in a SQL database; with a statement `moved`, one whose people can be marked as moved.
 * Nothing is ever put into a statement but its parameters.
 *
 * What a query throws, and a statement that selects the wrong columns, is the outcome `unavailable`.
 */
export function sqlDirectory(statements: SqlStatements & { readonly moved: string }): Directory & Movable;
export function sqlDirectory(statements: SqlStatements): Directory;
export function sqlDirectory({ query, find, moved }: SqlStatements): Directory & Movable {
  const lookUp = async (typed: string, { signal }: Call): Promise<LookUp> => {
    // No store holds it in a name, and PostgreSQL takes it for a broken request.
    if (typed.includes("\0")) return { outcome: { is: "unknown" } };
    try {
      const [row, another] = await query(find, [typed], signal);
      if (row === undefined) return { outcome: { is: "unknown" } };
      return another === undefined ? legacyRow(row) : { outcome: { is: "ambiguous" } };
    } catch (cause) {
      return { outcome: { is: "unavailable", cause } };
    }
  };
  return {
    async find(userName, call) {
      return (await lookUp(userName, call)).outcome;
    },

    async authenticate(userName, password, call) {
      const { outcome, passwordHash } = await lookUp(userName, call);
      if (outcome.is === "unavailable") return outcome;
      if (outcome.is !== "found") {
        await verificationOfNobody(password);
        return outcome;
      }
      const verified = await verification(password, passwordHash);
      if (verified.is === "unsupported") await verificationOfNobody(password);
      return verified.is === "match" ? outcome : verified;
    },

    async move(id, { signal }) {
      if (moved === undefined) throw new SetupError("sqlDirectory was given no statement `moved`: add one.");
      await query(moved, [id], signal);
    },
  };
}

interface LookUp {
  readonly outcome: Outcome;
  readonly passwordHash?: string | undefined;
}
