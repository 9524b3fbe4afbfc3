import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type PostgresOptions, postgresQuery } from "../../src/directory/postgres.ts";
import { sqlDirectory } from "../../src/directory/sql.ts";
import { SetupError } from "../../src/log/fault.ts";
import { DEADLINE_MS } from "../../src/trigger/deadline.ts";
import { awsInThisProcess } from "../aws/in-this-process.ts";
import { freshParameter } from "../parameter/fresh.ts";
import { fetches, hold, stores } from "../parameter/sample-stores.ts";
import { call } from "../trigger/sample.ts";
import { proxyTo, type TcpProxy } from "./proxy.ts";
import { type RealPostgres, realPostgres } from "./real-postgres.ts";
import { endingIn } from "./sample.ts";

const pem = (file: string) => readFileSync(join(import.meta.dirname, "tls", file), "utf8");
const trusting = { tls: { ca: pem("ca.pem") } };
const PID = "select pg_backend_pid() as pid";
const { signal } = new AbortController();

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
      moved: "update users set moved_at = current_timestamp where id = $1 and moved_at is null",
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

  test("marks a row as moved, once", async () => {
    const moved = async () => {
      await directory(FIND).move("2", call());
      return (await postgres.admin.query("select moved_at from users where id = 2")).rows[0].moved_at;
    };
    const first = await moved();
    expect(first).toMatch(/^\d{4}-/);
    expect(await moved()).toBe(first);
  });

  test.each([
    ["a timestamp", "select id, email, now() as updated_at from users where email = $1", /updated_at.*cast/],
    ["JSON", "select id, email, '{}'::json as address from users where email = $1", /address.*cast/],
    ["bytes", "select id, email, email::bytea as name from users where email = $1", /name.*cast/],
    ["no contact", "select id, locale from users where email = $1", /email.*phone_number/],
  ])("a statement that selects %s is a mistake in the set-up", async (_, find, sentence) => {
    const outcome = await directory(find).find("anna@example.com", call());
    expect(outcome).toMatchObject({ is: "unavailable", cause: expect.any(SetupError) });
    expect(String((outcome as { cause: unknown }).cause)).toMatch(sentence);
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
    postgresQuery(postgres.url(undefined, host), options)(encrypted, [], signal);

  test("is on, with a certificate and a host name that are verified", async () => {
    expect(await asked(trusting)).toEqual([{ ssl: true }]);
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
    const asked = postgresQuery(postgres.url(port), trusting)(encrypted, [], signal);
    await expect(asked).rejects.toThrow("does not support SSL");
    server.close();
    // SSLRequest alone: its length, and its code (PostgreSQL's protocol, "Message Formats").
    expect(Buffer.concat(heard).toString("hex")).toBe("0000000804d2162f");
  });
});

describe("one connection", () => {
  test("serves a container, with the deadline as statement timeout, and statements prepared", async () => {
    const proxy = await proxied();
    const query = postgresQuery(postgres.url(proxy.port), trusting);
    const first = await query(PID, [], signal);
    expect(await query(PID, [], signal)).toEqual(first);
    expect(proxy.connections()).toBe(1);
    const [timeout] = await query(
      "select setting from pg_settings where name = 'statement_timeout'",
      [],
      signal,
    );
    expect(timeout).toEqual({ setting: String(DEADLINE_MS) });
    const prepared = await query(
      "select name from pg_prepared_statements where statement = $1",
      [PID],
      signal,
    );
    expect(prepared).toEqual([{ name: expect.stringMatching(/^recovery_[0-9a-f]{32}$/) }]);
  });

  test("is not waited for by others: who asks meanwhile has one of their own", async () => {
    const proxy = await proxied();
    const query = postgresQuery(postgres.url(proxy.port), trusting);
    const pids = await Promise.all([1, 2, 3].map(() => query(PID, [], signal)));
    expect(new Set(pids.map(([row]) => row?.pid)).size).toBe(3);
    await query(PID, [], signal);
    expect(proxy.connections()).toBe(3);
  });

  test("does not keep a command alive", async () => {
    const script = `
      import { postgresQuery } from "./src/directory/postgres.ts";
      const query = postgresQuery(process.env.TEST_URL, { tls: false });
      console.log((await query("select 1 as one", [], new AbortController().signal))[0].one);`;
    const ran = promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
      env: { ...process.env, TEST_URL: postgres.url() },
      timeout: 10_000,
    });
    expect((await ran).stdout.trim()).toBe("1");
  });
});

describe("a connection that is dead", () => {
  test("killed by the server, it is replaced", async () => {
    const query = postgresQuery(postgres.url(), trusting);
    const [{ pid } = { pid: 0 }] = await query(PID, [], signal);
    await postgres.admin.query("select pg_terminate_backend($1)", [pid]);
    const [again] = await query(PID, [], signal);
    expect(again?.pid).not.toBe(pid);
  });

  test("killed in the middle of a statement, it is replaced, and the statement run once more", async () => {
    const query = postgresQuery(postgres.url(), trusting);
    const [{ pid } = { pid: 0 }] = await query(PID, [], signal);
    const slow = query("select pg_sleep(0.3)::text, pg_backend_pid() as pid", [], signal);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await postgres.admin.query("select pg_terminate_backend($1)", [pid]);
    expect((await slow)[0]?.pid).not.toBe(pid);
  });

  test("reset on the way, it is replaced", async () => {
    const proxy = await proxied();
    const query = postgresQuery(postgres.url(proxy.port), trusting);
    await query(PID, [], signal);
    proxy.cut();
    expect(await query("select 1 as one", [], signal)).toEqual([{ one: 1 }]);
    expect(proxy.connections()).toBe(2);
  });

  test("frozen without a word, it is replaced well before the deadline", async () => {
    const proxy = await proxied();
    const query = postgresQuery(postgres.url(proxy.port), trusting);
    await query(PID, [], signal);
    proxy.freeze();
    const took = await milliseconds(query(PID, [], AbortSignal.timeout(DEADLINE_MS)));
    expect(took).toBeGreaterThan(900);
    expect(took).toBeLessThan(2_500);
    expect(proxy.connections()).toBe(2);
  });

  test("the new one is asked for anew: a secret may have changed", async () => {
    const proxy = await proxied();
    const ports = [proxy.port, postgres.port];
    const query = postgresQuery(async () => postgres.url(ports.shift()), trusting);
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
    const query = postgresQuery(await freshParameter({ LEGACY_DATABASE: secret.named }), trusting);
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
    const query = postgresQuery(await freshParameter({ LEGACY_DATABASE: secret.named }), trusting);
    await expect(query(PID, [], signal)).rejects.toMatchObject({ code: "3D000" });
    expect(fetches(aws, secret)).toBe(1);
  });
});

test("a connection that is a text is refused at once", async () => {
  const proxy = await proxied();
  const url = `postgres://postgres:wrong@localhost:${proxy.port}/postgres`;
  await expect(postgresQuery(url, trusting)(PID, [], signal)).rejects.toMatchObject({ code: "28P01" });
  expect(proxy.connections()).toBe(1);
});

describe("what is not retried", () => {
  test("what the server refuses", async () => {
    const proxy = await proxied();
    const query = postgresQuery(postgres.url(proxy.port), trusting);
    await query(PID, [], signal);
    await expect(query("select nothing", [], signal)).rejects.toMatchObject({ code: "42703" });
    expect(proxy.connections()).toBe(1);
    expect(await query("select 1 as one", [], signal)).toEqual([{ one: 1 }]);
  });

  test("a fresh connection that breaks", async () => {
    const proxy = await silent();
    const query = postgresQuery(postgres.url(proxy.port), trusting);
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
    const query = postgresQuery(postgres.url(), trusting);
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
    const query = postgresQuery(postgres.url(proxy.port), trusting);
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
  const asked = postgresQuery(connection)("select 1", [], signal);
  await expect(asked).rejects.toThrow(SetupError);
  await expect(asked).rejects.toThrow(sentence);
});

test("nobody listening is an error at once", async () => {
  const query = postgresQuery("postgres://postgres:x@localhost:1/legacy", trusting);
  await expect(query("select 1", [], signal)).rejects.toMatchObject({ code: "ECONNREFUSED" });
});
