import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { postgresQuery } from "../../src/directory/postgres-query.ts";
import { type PgBouncer, pgBouncer } from "./pgbouncer.ts";
import { type RealPostgres, realPostgres } from "./real-postgres.ts";

const trusting = { tls: { ca: readFileSync(join(import.meta.dirname, "tls/ca.pem"), "utf8") } };
const FIND = "select id, email from users where lower(email) = lower($1)";
/** Returns a text that differs by container, so that a pooler that mixes up their statements is detected. */
const findOf = (container: number) => `${FIND} -- ${container % 7}`;
const MARK = "update users set migrated_at = current_timestamp where id = $1";
const CALLS = 3;

let postgres: RealPostgres;
let pooler: PgBouncer;

beforeAll(async () => {
  postgres = await realPostgres();
});
afterAll(() => postgres?.stop());
afterEach(() => pooler?.stop());

describe.each([
  ["transaction", 240, { pool_mode: "transaction", default_pool_size: 8 }],
  // Each container occupies a connection of the server.
  ["session", 80, { pool_mode: "session", default_pool_size: 90 }],
])("PgBouncer in %s mode", (_, containers, settings) => {
  test("serves hundreds of containers at once, none of which fails", async () => {
    pooler = await pgBouncer(postgres, { max_client_conn: 1_000, ...settings });
    const url = postgres.url(pooler.port);
    const { signal } = new AbortController();
    const calls = Array.from({ length: containers }, async (_, container) => {
      const query = postgresQuery(url, trusting);
      const outcomes = [];
      for (let call = 0; call < CALLS; call++) {
        outcomes.push((await query(findOf(container), ["ANNA@example.com"], signal)).rows);
      }
      return [...outcomes, (await query(MARK, ["1"], signal)).changed];
    });
    const settled = await Promise.allSettled(calls);
    const failed = settled.flatMap((each) => (each.status === "rejected" ? [String(each.reason)] : []));
    expect(failed).toEqual([]);
    const anna = [{ id: 1, email: "anna@example.com" }];
    for (const each of settled) expect(each).toMatchObject({ value: [anna, anna, anna, 1] });
    expect(await timeoutsLeft()).toEqual([]);
  });
});

test("the time-out ends a statement behind a pooler, and nothing else", async () => {
  pooler = await pgBouncer(postgres, { pool_mode: "transaction", default_pool_size: 1 });
  const query = postgresQuery(postgres.url(pooler.port), trusting);
  const { signal } = new AbortController();
  await expect(query("select pg_sleep(5)::text", [], signal)).rejects.toMatchObject({ code: "57014" });
  expect(await query("select pg_sleep(0.1)::text as slept", [], signal)).toMatchObject({
    rows: [{ slept: "" }],
  });
  expect(await timeoutsLeft()).toEqual([]);
});

test("a slow statement runs once while others wait for the pooler", async () => {
  pooler = await pgBouncer(postgres, { pool_mode: "transaction", default_pool_size: 1 });
  await postgres.admin.query("create table started (who text)");
  const { signal } = new AbortController();
  const slow = "insert into started select $1 from pg_sleep(0.8)";
  const queries = ["a", "b", "c"].map(
    (who) => [who, postgresQuery(postgres.url(pooler.port), trusting)] as const,
  );
  for (const [, query] of queries) await query("select 1", [], signal);
  await Promise.all(queries.map(([who, query]) => query(slow, [who], signal)));
  const { rows } = await postgres.admin.query("select who from started order by who");
  expect(rows).toEqual([{ who: "a" }, { who: "b" }, { who: "c" }]);
});

/** The time-outs left on the server's connections, which would end the statements of others. */
async function timeoutsLeft() {
  const timeouts = Array.from({ length: 8 }, async () => {
    const client = new Client({ connectionString: `${postgres.url(pooler.port)}?sslmode=no-verify` });
    await client.connect();
    const { rows } = await client.query("select current_setting('statement_timeout') as ms, pg_sleep(0.2)");
    await client.end();
    return rows.map(({ ms }) => ms);
  });
  return (await Promise.all(timeouts)).flat().filter((ms) => ms !== "0");
}
