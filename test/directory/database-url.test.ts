import { describe, expect, test } from "vitest";
import { databaseUrl } from "../../src/directory/database-url.ts";
import { postgresConfig } from "../../src/directory/postgres-config.ts";
import { SetupError } from "../../src/error/setup-error.ts";

/** The secret of a database whose password Secrets Manager rotates. */
const secret = {
  engine: "postgres",
  host: "db.example.com",
  port: 5433,
  username: "anna",
  password: "s3cret",
  dbname: "legacy",
  dbInstanceIdentifier: "legacy-1",
};
const secretWith = (changes: object) => JSON.stringify({ ...secret, ...changes });

test.each([
  ["postgres://anna:s3cret@db.example.com/legacy"],
  ["./legacy.sqlite"],
  [""],
])("%j is not JSON, and is returned", (text) => {
  expect(databaseUrl(text)).toBe(text);
});

describe("the JSON of a database's secret", () => {
  test.each([
    [secretWith({}), "postgres://anna:s3cret@db.example.com:5433/legacy"],
    [secretWith({ port: "5433" }), "postgres://anna:s3cret@db.example.com:5433/legacy"],
    [secretWith({ port: undefined }), "postgres://anna:s3cret@db.example.com/legacy"],
    [secretWith({ dbname: undefined }), "postgres://anna:s3cret@db.example.com:5433/postgres"],
    [`\n ${secretWith({})}\n`, "postgres://anna:s3cret@db.example.com:5433/legacy"],
    [secretWith({ dbname: "" }), "postgres://anna:s3cret@db.example.com:5433/postgres"],
    [secretWith({ dbname: null, port: null }), "postgres://anna:s3cret@db.example.com/postgres"],
    [secretWith({ port: "" }), "postgres://anna:s3cret@db.example.com/legacy"],
    [
      secretWith({ engine: "aurora-postgresql", dbClusterIdentifier: "legacy" }),
      "postgres://anna:s3cret@db.example.com:5433/legacy",
    ],
    [secretWith({ host: "2001:db8::5" }), "postgres://anna:s3cret@[2001:db8::5]:5433/legacy"],
    [secretWith({ host: "::1", port: undefined }), "postgres://anna:s3cret@[::1]/legacy"],
    [secretWith({ host: "[2001:db8::5]" }), "postgres://anna:s3cret@[2001:db8::5]:5433/legacy"],
    [secretWith({ host: "10.0.0.5" }), "postgres://anna:s3cret@10.0.0.5:5433/legacy"],
    [secretWith({ password: 123456 }), "postgres://anna:123456@db.example.com:5433/legacy"],
  ])("%s is %s", (json, url) => {
    expect(databaseUrl(json)).toBe(url);
  });

  test.each([
    [
      "every character that means something in a URL",
      "a:b@c/d?e#f[g]h%i%2Fj&k=l+m n\\o|p^q`r{s}t\"u'v<w>x;y",
    ],
    ["letters beyond ASCII", "grüezi-陽香-🔑"],
    ["a control character", "a\tb\nc\u0000d"],
  ])("keeps %s, in user, password and database", (_, text) => {
    const json = secretWith({ username: text, password: text, dbname: text });
    expect(postgresConfig(json, {})).toMatchObject({
      host: "db.example.com",
      port: 5433,
      user: text,
      password: text,
      database: text,
    });
  });

  test.each([
    [secretWith({ host: undefined }), "`host`"],
    [secretWith({ username: "" }), "`username`"],
    [secretWith({ password: null }), "`password`"],
    // Where Amazon RDS manages the password, its secret has only these two.
    ['{"username":"anna","password":"s3cret"}', "`host`"],
    ["{}", "`host`, `username`, `password`"],
  ])("with missing fields is rejected by their names: %s", (json, names) => {
    expectRejected(json, `JSON without ${names}:`);
  });

  test("with an IPv6 address has that host", () => {
    expect(postgresConfig(secretWith({ host: "2001:db8::5" }), {})).toMatchObject({ host: "2001:db8::5" });
  });

  test.each([
    [secretWith({ host: "db.example.com:5433" }), "`host`"],
    [secretWith({ host: "db example.com" }), "`host`"],
    [secretWith({ host: ["db.example.com"], port: "fifty" }), "`port`"],
    [secretWith({ port: 65536 }), "`port`"],
  ])("with a wrong host or port is rejected by its name: %s", (json, name) => {
    expectRejected(json, name);
  });

  test.each([
    ['{"password":"s3cret"', "begins like JSON but is not valid"],
    ["{s3cret}", "begins like JSON but is not valid"],
  ])("that is invalid is rejected: %s", (json, sentence) => {
    expectRejected(json, sentence);
  });
});

/** Expects a set-up error with this text, which quotes nothing of the secret. */
function expectRejected(json: string, sentence: string): void {
  const made = () => databaseUrl(json);
  expect(made).toThrow(SetupError);
  expect(made).toThrow(sentence);
  expect(made).not.toThrow(/s3|anna|db\.example|legacy/);
}
