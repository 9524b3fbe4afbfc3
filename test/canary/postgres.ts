import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SAMPLE } from "../../src/tooling/replay/legacy-store.ts";
import { type RealPostgres, realPostgres } from "../directory/real-postgres.ts";
import { tokenOf } from "./canary.ts";

/** Starts a PostgreSQL server with the legacy users of a project. */
export async function postgresWith(root: string): Promise<RealPostgres> {
  const postgres = await realPostgres();
  await postgres.admin.query("drop table users");
  await postgres.admin.query(readFileSync(join(root, SAMPLE), "utf8"));
  return postgres;
}

/** A statement that finds a person, and some that fail on the user name, so that PostgreSQL quotes it. */
const finds = {
  well: "select * from users where lower(email) = lower($1) and migrated_at is null",
  noNumber: "select * from users where id = $1::integer",
  noId: "insert into users (email) values ($1) returning *",
} as const;

const token = tokenOf;
const credentials = `${token("role")}:${token("password of the role")}`;
const parts = {
  host: "127.0.0.1",
  port: 1,
  username: token("username"),
  password: token("rotated"),
  dbname: token("dbname"),
};

/** A connection and a statement, the outcome for a person, and the fault that PostgreSQL reports. */
export interface PostgresCase {
  readonly connection: (postgres: RealPostgres) => string;
  readonly find?: string;
  readonly outcome: "migrated" | "unsupported" | "unavailable";
  /** The code of the fault in the log. */
  readonly code?: string;
}

export const postgresCases: readonly [string, PostgresCase][] = [
  ["that answers", { connection: ({ url }) => url(), outcome: "migrated" }],
  [
    "that takes the name for a number",
    { connection: ({ url }) => url(), find: finds.noNumber, outcome: "unsupported", code: "22P02" },
  ],
  [
    "that quotes a row that it rejects",
    { connection: ({ url }) => url(), find: finds.noId, outcome: "unsupported", code: "23502" },
  ],
  [
    "that knows no such role",
    {
      connection: ({ port }) => `postgres://${credentials}@localhost:${port}/postgres`,
      outcome: "unavailable",
      code: "28P01",
    },
  ],
  [
    "that has no such database",
    {
      connection: ({ url }) => url().replace(/postgres$/, token("database")),
      outcome: "unavailable",
      code: "3D000",
    },
  ],
  [
    "whose certificate is another's",
    {
      connection: ({ url, port }) => url(port, "127.0.0.1"),
      outcome: "unavailable",
      code: "ERR_TLS_CERT_ALTNAME_INVALID",
    },
  ],
  [
    "that is not running",
    {
      connection: () => `postgres://${credentials}@127.0.0.1:1/${token("database")}`,
      outcome: "unavailable",
      code: "ECONNREFUSED",
    },
  ],
  [
    "whose host is unknown",
    {
      connection: () => `postgres://${credentials}@${token("host")}.invalid/${token("database")}`,
      outcome: "unavailable",
      code: "ENOTFOUND",
    },
  ],
  [
    "whose secret is JSON of another host",
    { connection: () => JSON.stringify(parts), outcome: "unavailable", code: "ECONNREFUSED" },
  ],
  [
    "whose secret is JSON with a missing part",
    { connection: () => JSON.stringify({ ...parts, dbname: "" }), outcome: "unavailable" },
  ],
  [
    "whose URL has a parameter of its own",
    {
      connection: () => `postgres://${credentials}@127.0.0.1/x?${token("parameter")}=${token("of the URL")}`,
      outcome: "unavailable",
    },
  ],
  [
    "whose URL is none",
    { connection: () => `${token("scheme")}://${credentials} ${token("no URL")}`, outcome: "unavailable" },
  ],
];

export const findOf = ({ find = finds.well }: PostgresCase): string => find;
