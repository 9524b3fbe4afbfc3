import { describe, expect, test } from "vitest";
import { databaseUrl } from "../../src/directory/database-secret.ts";
import { postgresConfig } from "../../src/directory/postgres-config.ts";
import { SetupError } from "../../src/error/setup-error.ts";

/** As Secrets Manager keeps one whose password it rotates. */
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
])("%j is no JSON, and is given back", (text) => {
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
    // Where Amazon RDS manages the password itself, its secret has no more than these two.
    ['{"username":"anna","password":"s3cret"}', "`host`"],
    ["{}", "`host`, `username`, `password`"],
  ])("that has not all of it names what is missing: %s", (json, names) => {
    expectTold(json, `The database's secret is JSON without ${names}: add it`);
  });

  test("of an IPv6 address is connected to by the address", () => {
    expect(postgresConfig(secretWith({ host: "2001:db8::5" }), {})).toMatchObject({ host: "2001:db8::5" });
  });

  test.each([
    [secretWith({ host: "db.example.com:5433" }), "`host`"],
    [secretWith({ host: "db example.com" }), "`host`"],
    [secretWith({ host: ["db.example.com"], port: "fifty" }), "`port`"],
    [secretWith({ port: 65536 }), "`port`"],
  ])("whose host or port cannot be one is named: %s", (json, name) => {
    expectTold(json, name);
  });

  test.each([
    ['{"password":"s3cret"', "begins like JSON but is not valid"],
    ["{s3cret}", "begins like JSON but is not valid"],
  ])("that is wrong is told, and nothing of it: %s", (json, sentence) => {
    expectTold(json, sentence);
  });
});

/** A mistake in the set-up, whose message has nothing of the secret in it. */
function expectTold(json: string, sentence: string): void {
  const made = () => databaseUrl(json);
  expect(made).toThrow(SetupError);
  expect(made).toThrow(sentence);
  expect(made).not.toThrow(/s3|anna|db\.example|legacy/);
}
