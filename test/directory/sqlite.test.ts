import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sqliteQuery } from "../../src/directory/sqlite.ts";
import { SetupError } from "../../src/log/fault.ts";

const seed = readFileSync(join(import.meta.dirname, "../../events/legacy-users.sql"), "utf8");
const { signal } = new AbortController();
let folder: string;
let file: string;

function seeded(path: string): void {
  const database = new DatabaseSync(path);
  database.exec(seed);
  database.close();
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cognito-recovery-"));
  file = join(folder, "legacy.db");
  seeded(file);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("sqliteQuery", () => {
  test("binds $1, $2 by name, in whatever order the statement has them", async () => {
    const query = sqliteQuery(file);
    expect((await query("select $2 as b, $1 as a, $1 as c", ["1", "2"], signal)).rows).toEqual([
      { b: "2", a: "1", c: "1" },
    ]);
  });

  test("gives rows in every script", async () => {
    const { rows } = await sqliteQuery(file)("select given_name from users where id in (4, 5)", [], signal);
    expect(rows).toEqual([{ given_name: "陽香" }, { given_name: "ليلى" }]);
  });

  test("writes, too", async () => {
    const query = sqliteQuery(file);
    await query("update users set migrated_at = current_timestamp where id = $1", ["1"], signal);
    expect(await query("select id from users where migrated_at is not null", [], signal)).toMatchObject({
      rows: [{ id: 1 }],
    });
  });

  test("reports how many rows a statement itself changed, and 0 for a select", async () => {
    const database = new DatabaseSync(file);
    database.exec(`create table log (id);
      create trigger logged after update on users begin insert into log values (new.id), (new.id); end`);
    database.close();
    const query = sqliteQuery(file);
    const changed = async (text: string) => (await query(text, [], signal)).changed;
    expect(await changed("update users set locale = 'de' where id in (1, 2, 3)")).toBe(3);
    expect(await changed("select id from users")).toBe(0);
    expect(await changed("update users set locale = 'de' where id = 99")).toBe(0);
    expect(await changed("update users set locale = 'fr' where id in (1, 2) returning id")).toBe(2);
    expect(await changed("delete from users where id = 1")).toBe(1);
    expect(await changed("delete from users where id = 1")).toBe(0);
  });

  test("asks for the file on first use, and once", async () => {
    let asked = 0;
    const query = sqliteQuery(async () => {
      asked++;
      return file;
    });
    expect(asked).toBe(0);
    await query("select 1", [], signal);
    await query("select 1", [], signal);
    expect(asked).toBe(1);
  });

  test("opens the file anew after an error", async () => {
    let asked = 0;
    const query = sqliteQuery(async () => {
      asked++;
      return file;
    });
    await expect(query("select nothing", [], signal)).rejects.toThrow("nothing");
    expect(await query("select 1 as one", [], signal)).toMatchObject({ rows: [{ one: 1 }] });
    expect(asked).toBe(2);
  });

  test.each([undefined, ""])("no file (%j) is a mistake in the set-up", async (nothing) => {
    const query = sqliteQuery(nothing);
    await expect(query("select 1", [], signal)).rejects.toThrow(SetupError);
    await expect(query("select 1", [], signal)).rejects.toThrow("environment variable");
  });

  test("a file that is not there is never created, and its path not told", async () => {
    const absent = join(folder, "absent.db");
    await expect(sqliteQuery(absent)("select 1", [], signal)).rejects.toThrow(
      new SetupError("sqliteQuery was given a path at which there is no file: give it one that exists."),
    );
    expect(existsSync(absent)).toBe(false);
    await expect(sqliteQuery(folder)("select 1", [], signal)).rejects.toThrow(SetupError);
  });

  test("a file that comes later is found without a restart", async () => {
    const later = join(folder, "later.db");
    const query = sqliteQuery(later);
    await expect(query("select 1", [], signal)).rejects.toThrow(SetupError);
    seeded(later);
    expect(await query("select id from users where id = 1", [], signal)).toMatchObject({
      rows: [{ id: 1 }],
    });
  });

  test("a file of another kind is an error, no crash", async () => {
    const other = join(folder, "other.db");
    writeFileSync(other, "no database ".repeat(100));
    await expect(sqliteQuery(other)("select 1 from users", [], signal)).rejects.toThrow();
  });

  test("asks nothing once the signal has aborted", async () => {
    const aborted = AbortSignal.abort(new Error("late"));
    await expect(sqliteQuery(file)("select 1", [], aborted)).rejects.toThrow("late");
  });
});
