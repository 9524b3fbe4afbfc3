import { dummyVerification, verification } from "../password/verification.ts";
import type { Call } from "../trigger/responder.ts";
import type { Directory, Outcome } from "./directory.ts";
import { legacyRow } from "./legacy-row.ts";
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
  /**
   * The statement that marks the row with the `id` `$1` as migrated:
   * `update … set migrated_at = … where id = $1 and migrated_at is null`. It reports which rows it changed, or
   * returns them (`returning id`).
   */
  readonly markMigrated?: string;
}

/** A {@link Directory} that verifies passwords. */
export type SqlDirectory = Directory & Required<Pick<Directory, "authenticate">>;

/**
 * A directory in a SQL database, whose people can sign in with the password of their row, and be marked as
 * migrated if there is a statement for it.
 *
 * Nothing is ever put into a statement but its parameters. What a query throws, and a statement that selects
 * the wrong columns, is the outcome `unavailable`.
 */
export function sqlDirectory(statements: SqlStatements): SqlDirectory {
  const { query, markMigrated } = statements;
  return {
    async find(userName, call) {
      return (await lookUp(statements, userName, call)).outcome;
    },

    async authenticate(userName, password, call) {
      const { outcome, passwordHash } = await lookUp(statements, userName, call);
      if (outcome.is === "unavailable") return outcome;
      if (outcome.is !== "found") {
        await dummyVerification(password);
        return outcome;
      }
      const verified = await verification(password, passwordHash);
      if (verified.is === "unsupported") await dummyVerification(password);
      return verified.is === "match" ? outcome : verified;
    },

    ...(markMigrated !== undefined && {
      async markMigrated(id: string, { signal }: Call) {
        const { rows, changed } = await query(markMigrated, [id], signal);
        return rows.length > 0 || changed > 0;
      },
    }),
  };
}

interface LookUp {
  readonly outcome: Outcome;
  readonly passwordHash?: string | undefined;
}

async function lookUp({ query, find }: SqlStatements, typed: string, call: Call): Promise<LookUp> {
  // No store holds it in a name, and PostgreSQL takes it for a broken request.
  if (typed.includes("\0")) return { outcome: { is: "unknown" } };
  try {
    const [row, another] = (await query(find, [typed], call.signal)).rows;
    if (row === undefined) return { outcome: { is: "unknown" } };
    if (another !== undefined) return { outcome: { is: "ambiguous" } };
    const { warnings, ...found } = legacyRow(row);
    if (warnings.length > 0) call.annotate({ warnings });
    return found;
  } catch (cause) {
    if (!isDataException(cause)) return { outcome: { is: "unavailable", cause } };
    call.annotate({ fault: cause });
    return { outcome: { is: "unsupported", why: "format" } };
  }
}

/**
 * Whether a row broke the statement rather than the store: it must not show from outside which rows do, as the
 * failure of a store would. SQLSTATE classes 21 (a subquery with several rows), 22 (a cast, a division), 23 (a
 * constraint of a domain), 2F, 38, 39 and P0 (a function of the database's own raised it, or returned nothing), 54
 * (a value too large), and corrupted data.
 */
function isDataException(error: unknown): boolean {
  return /^(?:(?:21|22|23|2F|38|39|54|P0)\w{3}|XX00[12])$/.test(
    String((error as { code?: unknown } | null)?.code),
  );
}
