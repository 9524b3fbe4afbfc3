import { afterEach, describe, expect, test } from "vitest";
import { postgresConfig } from "../../src/directory/postgres-config.ts";
import { SetupError } from "../../src/error/setup-error.ts";

const URL = "postgres://anna:s3cr%20t@db.example.com/legacy";

describe("postgresConfig", () => {
  test("parses the URL, and verifies TLS", () => {
    expect(postgresConfig(URL, {})).toEqual({
      host: "db.example.com",
      port: 5432,
      user: "anna",
      password: "s3cr t",
      database: "legacy",
      ssl: { rejectUnauthorized: true },
    });
  });

  test.each([
    ["postgresql://u:p@[::1]:5433/d", { host: "::1", port: 5433 }],
    [`${URL}?application_name=recovery`, { application_name: "recovery" }],
    [`${URL}?options=-c%20search_path%3Dlegacy`, { options: "-c search_path=legacy" }],
    [`${URL}?sslmode=require&channel_binding=require`, { enableChannelBinding: true }],
  ])("%s", (url, part) => {
    expect(postgresConfig(url, {})).toMatchObject(part);
  });

  afterEach(() => {
    delete process.env.PGSSLMODE;
  });

  test.each([
    [undefined, { rejectUnauthorized: true }],
    [{ ca: "PEM" }, { rejectUnauthorized: true, ca: "PEM" }],
    [{ ca: ["PEM", "MEP"] }, { rejectUnauthorized: true, ca: ["PEM", "MEP"] }],
    [false, false],
  ] as const)("tls: %j is %j, whatever the URL or the environment requires", (tls, ssl) => {
    process.env.PGSSLMODE = "no-verify";
    const options = tls === undefined ? {} : { tls };
    for (const mode of ["", "?sslmode=require", "?sslmode=verify-ca", "?sslmode=verify-full"]) {
      expect(postgresConfig(URL + mode, options).ssl).toEqual(ssl);
    }
  });

  test.each([
    "disable",
    "allow",
    "prefer",
    "no-verify",
    "",
    "REQUIRE",
    "verify-nothing",
  ])("sslmode=%s is rejected, unless TLS is off on purpose", (mode) => {
    expect(() => postgresConfig(`${URL}?sslmode=${mode}`, {})).toThrow(SetupError);
    expect(() => postgresConfig(`${URL}?sslmode=${mode}`, { tls: { ca: "PEM" } })).toThrow("weaken TLS");
    expect(postgresConfig(`${URL}?sslmode=${mode}`, { tls: false }).ssl).toBe(false);
  });

  test.each([
    "ssl=false",
    "ssl=no-verify",
    "uselibpqcompat=true&sslmode=require",
    "sslrootcert=/etc/ca.pem",
    "host=evil.example",
    "statement_timeout=0",
    "sslmode=require&sslmode=disable",
  ])("the parameter %s is rejected", (parameter) => {
    expect(() => postgresConfig(`${URL}?${parameter}`, {})).toThrow(SetupError);
  });

  test.each([
    "db.example.com",
    "mysql://anna:s3cret@db.example.com/legacy",
    "postgres://anna:s3cret@db.example.com",
    "postgres://anna:s3cret@db.example.com/",
    "postgres:///legacy",
    "postgres://anna:s3/cret@db.example.com/legacy",
    "postgres://anna:100%@db.example.com/legacy",
    "host=db.example.com password=s3cret",
  ])("%s is rejected, and not quoted", (wrong) => {
    const parsed = () => postgresConfig(wrong, {});
    expect(parsed).toThrow(SetupError);
    expect(parsed).not.toThrow(/s3|anna|db\.example|100/);
  });
});
