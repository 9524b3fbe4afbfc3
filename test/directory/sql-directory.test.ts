import { describe, expect, test } from "vitest";
import { annotationsOf } from "../../src/annotations/annotations.ts";
import type { Query, Row } from "../../src/directory/query.ts";
import { sqlDirectory } from "../../src/directory/sql-directory.ts";
import { call } from "../trigger/sample.ts";

const HASH = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"; // U*U
const row = { id: 1, email: "anna@example.com", email_verified: 1, password_hash: HASH, barred: null };

const returning = (...rows: Row[]) =>
  sqlDirectory({ query: async () => ({ rows, changed: 0 }), find: "select" });
const failing = (error: unknown) =>
  sqlDirectory({
    query: async () => {
      throw error;
    },
    find: "select",
    markMigrated: "update",
  });

/** The outcome of a look-up, and its warnings in the log. */
async function found(wrong: Row) {
  const called = call();
  const outcome = await returning(wrong).find("anna", called);
  return { outcome, warnings: annotationsOf(called.signal).warnings ?? [] };
}

describe("find", () => {
  test("the typed name is a parameter, never a part of the statement", async () => {
    const calls: unknown[] = [];
    const query: Query = async (...all) => {
      calls.push(all);
      return { rows: [], changed: 0 };
    };
    const { signal, ...rest } = call();
    await sqlDirectory({ query, find: "select $1" }).find("'; drop table users", { signal, ...rest });
    expect(calls).toEqual([["select $1", ["'; drop table users"], signal]]);
  });

  test.each([
    ["no row", [], "unknown"],
    ["two rows", [row, row], "ambiguous"],
    ["one row", [row], "found"],
  ])("%s", async (_, rows, is) => {
    expect(await returning(...rows).find("anna@example.com", call())).toMatchObject({ is });
  });

  test("columns are attributes; numbers and booleans become text, null is missing", async () => {
    const found = await returning({
      ...row,
      username: "anna",
      given_name: "",
      nickname: null,
      "custom:tier": 3,
      "custom:big": 9007199254740993n,
      "custom:news": false,
      phone_number: "+4915112345678",
      phone_number_verified: "t",
    }).find("anna", call());
    expect(found).toEqual({
      is: "found",
      user: {
        id: "1",
        username: "anna",
        attributes: {
          email: "anna@example.com",
          given_name: "",
          "custom:tier": "3",
          "custom:big": "9007199254740993",
          "custom:news": "false",
          phone_number: "+4915112345678",
        },
        emailVerified: true,
        phoneVerified: true,
      },
    });
  });

  test.each([
    [true, true],
    [1, true],
    [1n, true],
    ["1", true],
    ["t", true],
    ["true", true],
    [false, false],
    [0, false],
    [2, false],
    ["0", false],
    ["f", false],
    ["T", false],
    ["yes", false],
    ["", false],
    [null, false],
    [undefined, false],
    [[true], false],
    [Buffer.of(1), true],
    [Buffer.of(0), false],
    [Buffer.of(1, 1), false],
  ])("a flag %s is verified: %s", async (flag, verified) => {
    const user = { ...row, phone_number: "+1", email_verified: flag, phone_number_verified: flag };
    expect(await returning(user).find("anna", call())).toMatchObject({
      user: { emailVerified: verified, phoneVerified: verified },
    });
  });

  test.each([
    [null, undefined],
    [undefined, undefined],
    ["", undefined],
    [0, undefined],
    [0n, undefined],
    [false, undefined],
    ["disabled", "disabled"],
    ["locked", "locked"],
    ["deleted", "deleted"],
    ["held", "held"],
    ["fraud", "disabled"],
    ["false", undefined],
    ["f", undefined],
    ["0", undefined],
    ["t", "disabled"],
    [true, "disabled"],
    [1, "disabled"],
    [new Date(0), "disabled"],
    [Number.NaN, "disabled"],
    [Buffer.of(0), undefined],
    [Buffer.of(1), "disabled"],
  ])("`barred` %s bars as %s", async (barred, why) => {
    const outcome = await returning({ ...row, barred }).find("anna", call());
    expect(outcome).toMatchObject(why ? { is: "barred", why } : { is: "found" });
  });

  test.each([
    ["no contact column", { id: 1, name: "Anna" }, /email.*phone_number/],
    ["no id column", { email: "anna@example.com" }, /`id`/],
    ["an id that is null", { ...row, id: null }, /`id`/],
    ["an id that is a date", { ...row, id: new Date(0) }, /`id`/],
  ])("a row with %s is unsupported, and the log names the column", async (_, wrong, sentence) => {
    expect(await found(wrong)).toEqual({
      outcome: { is: "unsupported", why: "format" },
      warnings: expect.arrayContaining([expect.stringMatching(sentence)]),
    });
  });

  test.each([
    ["a date", "birthdate", new Date(0)],
    ["bytes", "password_hash", Buffer.from(HASH)],
    ["a byte", "name", Buffer.of(120)],
    ["JSON", "address", { city: "Bonn" }],
    ["a list", "username", ["anna"]],
  ])("%s counts as missing, and the log names its column", async (_, column, value) => {
    const { outcome, warnings } = await found({ ...row, [column]: value });
    expect(outcome).toMatchObject({ is: "found", user: { attributes: { email: "anna@example.com" } } });
    expect(outcome).not.toHaveProperty(["user", column]);
    expect(outcome).not.toHaveProperty(["user", "attributes", column]);
    expect(warnings).toEqual([expect.stringContaining(`\`${column}\``)]);
  });

  test.each([
    new Date(0),
    "2024-05-01 12:00:00",
    2,
    Number.NaN,
    "yes",
    "T",
    {},
  ])("with the flag %s the contact is unverified, and the log names the column", async (flag) => {
    const { outcome, warnings } = await found({ ...row, email_verified: flag });
    expect(outcome).toMatchObject({ is: "found", user: { emailVerified: false } });
    expect(warnings).toEqual([expect.stringMatching(/`email_verified`.*is not null as email_verified/)]);
  });

  test.each([
    false,
    0,
    0n,
    "0",
    "f",
    "false",
    "",
    null,
    undefined,
    Buffer.of(0),
  ])("a flag %s causes no warning", async (flag) => {
    const { warnings } = await found({ ...row, email_verified: flag });
    expect(warnings).toEqual([]);
  });

  test.each([
    ["22007", "unsupported"],
    ["22003", "unsupported"],
    ["21000", "unsupported"],
    ["P0001", "unsupported"],
    ["2F005", "unsupported"],
    ["54000", "unsupported"],
    ["XX001", "unsupported"],
    ["XX000", "unavailable"],
    ["25006", "unavailable"],
    ["42703", "unavailable"],
    ["57014", "unavailable"],
    ["2200", "unavailable"],
    [1, "unavailable"],
  ])("an error %s of the statement is %s", async (code, is) => {
    const called = call();
    const cause = Object.assign(new Error("invalid input syntax"), { code });
    expect(await failing(cause).find("anna", called)).toMatchObject({ is });
    expect(annotationsOf(called.signal)).toEqual(is === "unsupported" ? { fault: cause } : {});
  });

  test("a name with NUL is unknown, without a query", async () => {
    expect(await failing(new Error("called")).find("anna\0", call())).toEqual({ is: "unknown" });
  });

  test("an error of the query is the cause", async () => {
    const cause = new Error("down");
    expect(await failing(cause).find("anna", call())).toEqual({ is: "unavailable", cause });
    expect(await failing(cause).authenticate("anna", "U*U", call())).toEqual({ is: "unavailable", cause });
  });
});

describe("authenticate", () => {
  test.each([
    ["the right password", row, "U*U", { is: "found" }],
    ["a wrong one", row, "u*u", { is: "mismatch" }],
    ["an empty one", row, "", { is: "mismatch" }],
    ["no hash", { ...row, password_hash: null }, "U*U", { is: "unsupported", why: "format" }],
    ["an expensive hash", { ...row, password_hash: HASH.replace("05", "20") }, "U*U", { why: "cost" }],
    ["a barred person", { ...row, barred: "locked" }, "U*U", { is: "barred", why: "locked" }],
  ])("%s", async (_, each, password, outcome) => {
    expect(await returning(each).authenticate("anna", password, call())).toMatchObject(outcome);
  });

  test("takes the time of a verification for an unknown person too", async () => {
    const started = performance.now();
    expect(await returning().authenticate("nobody", "U*U", call())).toEqual({ is: "unknown" });
    expect(performance.now() - started).toBeGreaterThan(10);
  });
});

describe("markMigrated", () => {
  test.each([
    ["a row that changed", { rows: [], changed: 1 }, true],
    ["a row that is returned", { rows: [{ id: 7 }], changed: 0 }, true],
    ["no row", { rows: [], changed: 0 }, false],
  ])("runs the statement with the id, and reports %s", async (_, result, changed) => {
    const calls: unknown[] = [];
    const query: Query = async (text, values) => {
      calls.push([text, values]);
      return result;
    };
    const directory = sqlDirectory({ query, find: "select", markMigrated: "update" });
    expect(await directory.markMigrated?.("7", call())).toBe(changed);
    expect(calls).toEqual([["update", ["7"]]]);
  });

  test("rejects with the error of the query", async () => {
    await expect(failing(new Error("down")).markMigrated?.("7", call())).rejects.toThrow("down");
  });

  test("is missing without a statement for it", () => {
    expect(returning()).not.toHaveProperty("markMigrated");
  });
});
