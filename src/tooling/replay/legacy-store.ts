import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { SetupError } from "../../error/setup-error.ts";
import { settings } from "../../parameter/settings.ts";
import { directoryFile } from "../build/directory-file.ts";
import { ownSource } from "../build/own-source.ts";
import { temporaryFolder } from "../output/temporary-folder.ts";

/** A legacy store for one replay: a temporary SQLite database, thrown away after, or one that there is. */
export interface LegacyStore {
  /** The variable that names it to the triggers. */
  readonly environment: Readonly<Record<string, string>>;
  close(): void;
}

/** Where a project keeps the people of its sample store, below its root. */
export const SAMPLE = "events/legacy-users.sql";

/** No store: a path that is the same in every run, since a trigger's fault may tell it. */
export const noStore = { LEGACY_DATABASE: "/nowhere/legacy.sqlite" };

/**
 * Returns the store of a flow or an event: `"down"`, one that nobody reaches; or the one that a variable given
 * names; or a temporary one, filled from the SQL file, or from the project's sample where there is one.
 *
 * @param given the variables given that name a store
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
 * Returns those of the variables given that name a store: `LEGACY_DATABASE`, and others that are no settings of
 * ours where the project's `triggers/legacy-directory.ts` reads them.
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
 * A store with what an SQL file puts into it; with `"down"` one that nobody reaches.
 *
 * @throws SetupError when the file is not there or SQLite refuses it
 */
export function legacyStore(root: string, sql: string | "down"): LegacyStore {
  if (sql === "down") {
    return { environment: noStore, close: () => {} };
  }
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
  if (!existsSync(source)) throw new SetupError(`There is no ${sql} to fill the legacy store from.`);
  const database = new DatabaseSync(file);
  try {
    database.exec(readFileSync(source, "utf8"));
  } catch (cause) {
    throw new SetupError(`${sql}: SQLite refuses it: ${(cause as Error).message}.`, { cause });
  } finally {
    database.close();
  }
}
