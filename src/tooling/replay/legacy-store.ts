import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { SetupError } from "../../error/setup-error.ts";
import { settings } from "../../parameter/settings.ts";
import { directoryFile } from "../build/directory-file.ts";
import { ownSource } from "../build/own-source.ts";
import { temporaryFolder } from "../output/temporary-folder.ts";

/** The legacy store of one replay: a temporary SQLite database, or an existing store. */
export interface LegacyStore {
  /** The variable by which the triggers find it. */
  readonly environment: Readonly<Record<string, string>>;
  close(): void;
}

/** The SQL file of a project's sample store, below its root. */
export const SAMPLE = "events/legacy-users.sql";

/** A store that does not exist. Its path is the same in every run, since a fault may contain it. */
export const noStore = { LEGACY_DATABASE: "/nowhere/legacy.sqlite" };

/**
 * Returns the store of a flow or an event. With `"down"` it cannot be reached; with a variable for
 * `LEGACY_DATABASE` it is that store; otherwise it is a temporary one with the contents of the SQL file, or of
 * the project's sample if there is one.
 *
 * @param given the names of the user's variables that name a store
 * @throws SetupError as {@link legacyStore} does
 */
export function storeFor(root: string, legacy: string | undefined, given: readonly string[]): LegacyStore {
  const none = (names: readonly string[]) => ({
    environment: Object.fromEntries(names.map((name) => [name, noStore.LEGACY_DATABASE])),
    close: () => {},
  });
  if (legacy === "down") return none(["LEGACY_DATABASE", ...given]);
  if (given.includes("LEGACY_DATABASE")) return none([]);
  const sql = legacy ?? (existsSync(join(root, SAMPLE)) ? SAMPLE : undefined);
  return sql === undefined ? none([]) : legacyStore(root, sql);
}

/**
 * Returns the names of the variables that name a store: `LEGACY_DATABASE`, and any other than our settings that
 * the project's `triggers/legacy-directory.ts` reads.
 */
export async function storeVariables(
  root: string,
  variables: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const own = Object.keys(variables).filter((name) => !Object.hasOwn(settings, name));
  const file = directoryFile(root);
  const source = own.length > 0 && file ? ((await ownSource(root, [file])) ?? "") : "";
  return Object.keys(variables).filter(
    (name) => name === "LEGACY_DATABASE" || (own.includes(name) && new RegExp(`\\b${name}\\b`).test(source)),
  );
}

/**
 * Returns a temporary store with the contents of an SQL file.
 *
 * @throws SetupError when the file does not exist or SQLite rejects it
 */
export function legacyStore(root: string, sql: string): LegacyStore {
  const folder = temporaryFolder();
  const close = () => folder.remove();
  const file = join(folder.path, "legacy.sqlite");
  const environment = { LEGACY_DATABASE: file };
  try {
    seed(file, root, sql);
  } catch (thrown) {
    close();
    throw thrown;
  }
  return { environment, close };
}

function seed(file: string, root: string, sql: string): void {
  const source = join(root, sql);
  if (!existsSync(source)) throw new SetupError(`${sql} does not exist: it is to fill the legacy store.`);
  const database = new DatabaseSync(file);
  try {
    database.exec(readFileSync(source, "utf8"));
  } catch (cause) {
    throw new SetupError(`${sql}: SQLite rejects it: ${(cause as Error).message}.`, { cause });
  } finally {
    database.close();
  }
}
