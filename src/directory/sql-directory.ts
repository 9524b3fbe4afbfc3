import { dummyVerification, verification } from "../password/verification.ts";
import type { Call } from "../trigger/responder.ts";
import type { Directory, Outcome } from "./directory.ts";
import { legacyRow } from "./legacy-row.ts";
import type { Query } from "./query.ts";

export interface SqlStatements {
  /** Runs the statements: `sqliteQuery`, `postgresQuery`, or a client of your own. */
  readonly query: Query;
  /**
   * The statement that finds a person by `$1`, the typed name. Its columns are named as Cognito's attributes
   * (`email`, `locale`, `"custom:tier"`), except for the reserved `id` (required), `username`, `password_hash`,
   * `barred` (not barred if empty, 0 or false; otherwise `disabled`, `locked`, `deleted`, `held` or anything else),
   * `email_verified` and `phone_number_verified`.
   */
  readonly find: string;
  /**
   * The statement that marks the row with the `id` `$1` as migrated:
   * `update … set migrated_at = … where id = $1 and migrated_at is null`.
   */
  readonly markMigrated?: string;
}

/** A {@link Directory} that verifies passwords. */
export type SqlDirectory = Directory & Required<Pick<Directory, "authenticate">>;

/**
 * Returns a directory in a SQL database. It verifies passwords by the hash in the row, and marks people as migrated if
 * there is a statement for it.
 *
 * The typed name is always bound as a parameter. A query that fails is the outcome `unavailable`, or
 * `unsupported` where the row made it fail.
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
  // No user name contains a null character, and PostgreSQL rejects it.
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
 * Whether the row made the statement fail, and not the store. This must not count as an outage, which would reveal for
 * which names there are rows. SQLSTATE classes 21 (a subquery with several rows), 22 (a cast, a division), 23 (a constraint of a
 * domain), 2F, 38, 39 and P0 (raised by a function of the database), 54 (a value too large), and corrupted data.
 */
function isDataException(error: unknown): boolean {
  return /^(?:(?:21|22|23|2F|38|39|54|P0)\w{3}|XX00[12])$/.test(
    String((error as { code?: unknown } | null)?.code),
  );
}
