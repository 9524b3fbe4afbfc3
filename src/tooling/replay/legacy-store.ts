import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { SetupError } from "../../log/fault.ts";
import { temporaryFolder } from "../output/temporary-folder.ts";

/** A legacy store for one replay: a temporary SQLite database, thrown away after. */
export interface LegacyStore {
  /** What the triggers are told. */
  readonly environment: Readonly<Record<string, string>>;
  close(): void;
}

/** Where a project keeps the people of its sample store, below its root. */
export const SAMPLE = "events/legacy-users.sql";

/** No store: a path that is the same in every run, since a trigger's fault may tell it. */
export const noStore = { LEGACY_DATABASE: "/nowhere/legacy.sqlite" };

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
