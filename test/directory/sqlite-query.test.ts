import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sqlDirectory } from "../../src/directory/sql-directory.ts";
import { sqliteQuery } from "../../src/directory/sqlite-query.ts";
import { SetupError } from "../../src/error/setup-error.ts";
import { parameterOf } from "../parameter/parameter-of.ts";
import { call } from "../trigger/sample.ts";

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

  test("reads rows in every script", async () => {
    const { rows } = await sqliteQuery(file)("select given_name from users where id in (4, 5)", [], signal);
    expect(rows).toEqual([{ given_name: "陽香" }, { given_name: "ليلى" }]);
  });

  test("writes", async () => {
    const query = sqliteQuery(file);
    await query("update users set migrated_at = current_timestamp where id = $1", ["1"], signal);
    expect(await query("select id from users where migrated_at is not null", [], signal)).toMatchObject({
      rows: [{ id: 1 }],
    });
  });

  test("reports how many rows the statement itself changed, and 0 for a select", async () => {
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

  test("reads the first 100 rows only", async () => {
    const many =
      "with recursive n(i) as (select 1 union all select i + 1 from n limit 5000000) select i from n";
    const started = performance.now();
    const { rows } = await sqliteQuery(file)(many, [], signal);
    expect(rows).toHaveLength(100);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test("changes all rows that a statement changes, however many it returns", async () => {
    const query = sqliteQuery(file);
    await query("create table many (n)", [], signal);
    const fill =
      "insert into many with recursive n(i) as (select 1 union all select i + 1 from n limit 500) select i from n";
    expect(await query(fill, [], signal)).toMatchObject({ changed: 500 });
    expect(await query("update many set n = 0 returning n", [], signal)).toMatchObject({ changed: 500 });
    expect((await query("select count(*) as left from many where n > 0", [], signal)).rows).toEqual([
      { left: 0 },
    ]);
  });

  test.each([
    ["0", 0],
    ["-1", -1],
    ["9007199254740991", 9007199254740991],
    ["-9007199254740991", -9007199254740991],
    ["9007199254740992", 9007199254740992n],
    ["9007199254740993", 9007199254740993n],
    ["9223372036854775807", 9223372036854775807n],
    ["1.5", 1.5],
    ["1e300", 1e300],
  ])("the number %s is %s", async (sql, number) => {
    expect((await sqliteQuery(file)(`select ${sql} as n`, [], signal)).rows).toEqual([{ n: number }]);
  });

  test("finds and marks a person whose id is beyond 2^53", async () => {
    const query = sqliteQuery(file);
    await query("update users set id = 9007199254740993 where id = 1", [], signal);
    const find = "select id, email, email_verified from users where lower(email) = lower($1)";
    const directory = sqlDirectory({ query, find });
    expect(await directory.find("anna@example.com", call())).toMatchObject({
      is: "found",
      user: { id: "9007199254740993", emailVerified: true },
    });
    const mark = "update users set migrated_at = current_timestamp where id = $1";
    expect(await query(mark, ["9007199254740993"], signal)).toMatchObject({ changed: 1 });
  });

  describe("lower()", () => {
    const FIND = "select id from users where lower(email) = lower($1)";
    const found = async (typed: string) => (await sqliteQuery(file)(FIND, [typed], signal)).rows.length;
    const stored = async (email: string, more = "") => {
      const database = new DatabaseSync(file);
      database.exec(more);
      database.prepare("update users set email = ? where id = 1").run(email);
      database.close();
    };

    test.each([
      ["JOSÉ@EXAMPLE.COM", "josé@example.com"],
      ["José@example.com", "JOSÉ@example.com"],
      ["ÅSA@example.com", "åsa@example.com"],
      ["ΑΝΝΑ@example.com", "αννα@example.com"],
      ["anna@example.com", "ANNA@example.com"],
    ])("finds %s by %s", async (email, typed) => {
      await stored(email);
      expect(await found(typed)).toBe(1);
      expect(await found(email)).toBe(1);
    });

    test.each([
      "jose@example.com",
      "joße@example.com",
      "other@example.com",
    ])("does not find josé@example.com by %s", async (typed) => {
      await stored("josé@example.com");
      expect(await found(typed)).toBe(0);
    });

    test.each([
      ["an index", "create index by_email on users (lower(email))"],
      ["a column", "alter table users add column small text as (lower (email))"],
    ])("is SQLite's own where %s uses it", async (_, sql) => {
      await stored("JOSÉ@example.com", sql);
      expect(await found("JOSÉ@EXAMPLE.com")).toBe(1);
      expect(await found("josé@example.com")).toBe(0);
      const query = sqliteQuery(file);
      await query("delete from users where id = 1", [], signal);
      expect((await query("pragma integrity_check", [], signal)).rows).toEqual([{ integrity_check: "ok" }]);
    });

    test.each([
      ["null", null],
      ["'ÀÉ'", "àé"],
      ["12", "12"],
      ["9007199254740993", "9007199254740993"],
      ["x'C389'", "é"],
    ])("of %s is %j", async (sql, small) => {
      expect((await sqliteQuery(file)(`select lower(${sql}) as small`, [], signal)).rows).toEqual([
        { small },
      ]);
    });
  });

  test("reads the path on first use, once", async () => {
    let reads = 0;
    const query = sqliteQuery(
      parameterOf(async () => {
        reads++;
        return file;
      }),
    );
    expect(reads).toBe(0);
    await query("select 1", [], signal);
    await query("select 1", [], signal);
    expect(reads).toBe(1);
  });

  test("opens the file again after an error", async () => {
    let reads = 0;
    const query = sqliteQuery(
      parameterOf(async () => {
        reads++;
        return file;
      }),
    );
    await expect(query("select nothing", [], signal)).rejects.toThrow("nothing");
    expect(await query("select 1 as one", [], signal)).toMatchObject({ rows: [{ one: 1 }] });
    expect(reads).toBe(2);
  });

  test.each([undefined, ""])("a missing path (%j) is a set-up error", async (nothing) => {
    const query = sqliteQuery(nothing);
    await expect(query("select 1", [], signal)).rejects.toThrow(SetupError);
    await expect(query("select 1", [], signal)).rejects.toThrow("environment variable");
  });

  test("a missing file is never created, and its path not logged", async () => {
    const absent = join(folder, "absent.db");
    const error = await sqliteQuery(absent)("select 1", [], signal).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(SetupError);
    expect(error.message).not.toContain(absent);
    expect(existsSync(absent)).toBe(false);
    await expect(sqliteQuery(folder)("select 1", [], signal)).rejects.toThrow(SetupError);
  });

  test("a file that is created later is found without a restart", async () => {
    const later = join(folder, "later.db");
    const query = sqliteQuery(later);
    await expect(query("select 1", [], signal)).rejects.toThrow(SetupError);
    seeded(later);
    expect(await query("select id from users where id = 1", [], signal)).toMatchObject({
      rows: [{ id: 1 }],
    });
  });

  test("a file of another format is an error", async () => {
    const other = join(folder, "other.db");
    writeFileSync(other, "no database ".repeat(100));
    await expect(sqliteQuery(other)("select 1 from users", [], signal)).rejects.toThrow();
  });

  test("runs nothing after the signal has aborted", async () => {
    const aborted = AbortSignal.abort(new Error("late"));
    await expect(sqliteQuery(file)("select 1", [], aborted)).rejects.toThrow("late");
  });

  test("a value that makes the statement fail is unsupported, a wrong statement unavailable", async () => {
    const find = (columns: string) =>
      sqlDirectory({
        query: sqliteQuery(file),
        find: `select id, email, ${columns} from users where lower(email) = lower($1)`,
      });
    const broken = find("json_extract(given_name, '$.first') as given_name");
    expect(await broken.find("anna@example.com", call())).toEqual({ is: "unsupported", why: "format" });
    expect(await broken.find("nobody@example.com", call())).toEqual({ is: "unknown" });
    const wrong = find("no_such_column");
    expect(await wrong.find("anna@example.com", call())).toMatchObject({ is: "unavailable" });
    expect(await wrong.find("nobody@example.com", call())).toMatchObject({ is: "unavailable" });
  });
});
