import { describe, expect, test } from "vitest";
import { annotationsOf } from "../../src/annotations/annotations.ts";
import type { Outcome, SignInForm } from "../../src/directory/directory.ts";
import { DirectoryUnavailable } from "../../src/directory/directory-unavailable.ts";
import { userMigration } from "../../src/migration/user-migration.ts";
import { anna, answering, endingIn, silent } from "../directory/sample.ts";
import { parameterOf } from "../parameter/parameter-of.ts";
import { call } from "../trigger/sample.ts";
import { recovery, signIn } from "./sample.ts";

const found = (user: object): Outcome => ({ is: "found", user: { ...anna, ...user } });

/** The answer, and the outcome in the log. */
async function migrated(
  outcome: Outcome | { is: "mismatch" },
  event: object = recovery(),
  form: SignInForm = "email",
) {
  const called = call();
  const migration = userMigration(answering(outcome), { signIn: form, whenUnavailable: "report" });
  const answer = await migration(event as never, called);
  return { answer, outcome: annotationsOf(called.signal).outcome };
}

/** The attributes of the answer, and the warnings in the log. */
async function attributesOf(user: object, event: object = recovery(), form: SignInForm = "email") {
  const called = call();
  const migration = userMigration(answering(found(user)), { signIn: form, whenUnavailable: "report" });
  const answer = (await migration(event as never, called)) as { userAttributes?: object } | undefined;
  return { attributes: answer?.userAttributes, warnings: annotationsOf(called.signal).warnings ?? [] };
}

describe("a recovery", () => {
  test("migrates a person with a verified contact, without a status", async () => {
    expect(await migrated(found({}))).toEqual({
      outcome: "migrated",
      answer: {
        userAttributes: { ...anna.attributes, email_verified: "true" },
        messageAction: "SUPPRESS",
      },
    });
  });

  test.each([
    ["no verified contact", { emailVerified: false }],
    ["a verified phone that is missing", { emailVerified: false, phoneVerified: true }],
    [
      "a verified phone that is empty",
      { emailVerified: false, phoneVerified: true, attributes: { ...anna.attributes, phone_number: "" } },
    ],
    [
      "a flag among the attributes only",
      { emailVerified: false, attributes: { ...anna.attributes, email_verified: "true" } },
    ],
    ["a flag that is 1 instead of true", { emailVerified: 1 }],
  ])("does not migrate a person with %s", async (_, user) => {
    expect(await migrated(found(user))).toEqual({ answer: undefined, outcome: "unverified" });
  });

  const attributes = { ...anna.attributes, phone_number: "+4915112345678" };
  const byPhone = found({ attributes, username: "anna", emailVerified: false, phoneVerified: true });

  test.each([
    ["phone", "+4915112345678"],
    ["username", "anna"],
    ["alias", "+4915112345678"],
    ["alias", "anna"],
  ] as const)("by %s %s relies on the phone, and leaves the flag of an unverified email out", async (form, typed) => {
    const { answer } = await migrated(byPhone, recovery(typed), form);
    expect(answer).toMatchObject({ userAttributes: { ...attributes, phone_number_verified: "true" } });
    expect(answer).not.toHaveProperty("userAttributes.email_verified");
  });

  test.each([
    "email",
    "alias",
  ] as const)("by %s of an unverified address is not migrated, although the row has a verified phone", async (form) => {
    const { answer, outcome } = await migrated(byPhone, recovery(), form);
    expect({ answer, outcome }).toEqual({ answer: undefined, outcome: "unverified" });
  });

  test("by email-or-phone, an unverified contact that was not typed is left out: it could be another person's", async () => {
    const row = { attributes, emailVerified: false, phoneVerified: true };
    const typed = "+4915112345678";
    for (const event of [recovery(typed), signIn(typed)]) {
      const migrated = await attributesOf(row, event, "email-or-phone");
      const { email: _, ...others } = attributes;
      expect(migrated.attributes).toEqual({ ...others, phone_number_verified: "true" });
      expect(migrated.warnings).toEqual([expect.stringMatching(/^email .*verified.*: it is left out\.$/)]);
    }
    expect((await attributesOf(row, signIn(), "email-or-phone")).attributes).toEqual({
      ...attributes,
      phone_number_verified: "true",
    });
  });
});

describe("a sign-in", () => {
  test("keeps the typed password", async () => {
    expect(await migrated(found({}), signIn())).toEqual({
      outcome: "migrated",
      answer: {
        userAttributes: { ...anna.attributes, email_verified: "true" },
        finalUserStatus: "CONFIRMED",
        messageAction: "SUPPRESS",
      },
    });
  });

  test("migrates an unverified contact too, without its flag", async () => {
    const { answer, outcome } = await migrated(found({ emailVerified: false }), signIn());
    expect(outcome).toBe("migrated");
    expect(answer).toHaveProperty("userAttributes", anna.attributes);
  });

  test("passes the password to the directory", async () => {
    const calls: unknown[] = [];
    const directory = {
      ...answering({ is: "unknown" }),
      authenticate: async (...all: unknown[]) => {
        calls.push(all.slice(0, 2));
        return { is: "unknown" } as const;
      },
    };
    await userMigration(directory, { signIn: "email", whenUnavailable: "report" })(signIn() as never, call());
    expect(calls).toEqual([["anna@example.com", "Correct-Horse-9"]]);
  });

  test("is unsupported by a directory without passwords", async () => {
    const called = call();
    const { find } = answering(found({}));
    const migration = userMigration({ find }, { signIn: "email", whenUnavailable: "report" });
    expect(await migration(signIn() as never, called)).toBeUndefined();
    expect(annotationsOf(called.signal)).toMatchObject({ outcome: "unsupported" });
  });

  test.each([null, undefined, ""])("without a password (%j) is a mismatch", async (password) => {
    const event = { ...signIn(), request: { password } };
    expect(await migrated(found({}), event)).toEqual({ answer: undefined, outcome: "mismatch" });
  });
});

describe("the event is unchanged", () => {
  test.each([
    [{ is: "unknown" }],
    [{ is: "ambiguous" }],
    [{ is: "barred", why: "held" }],
    [{ is: "unsupported", why: "cost" }],
    [{ is: "mismatch" }],
  ] as const)("for %j, whose reason is in the log", async (outcome) => {
    for (const event of [recovery(), signIn()]) {
      const called = call();
      const migration = userMigration(answering(outcome), { signIn: "email", whenUnavailable: "report" });
      expect(await migration(event as never, called)).toBeUndefined();
      const { is, why } = { why: undefined, ...outcome };
      expect(annotationsOf(called.signal)).toEqual({
        outcome: is,
        stores: [{ store: "legacy", outcome: is, why }],
      });
    }
  });

  test.each([
    ["email", "\u0410nna@example.com"],
    ["phone", "+4915112345679"],
    ["username", "ann"],
    ["alias", "ann"],
  ] as const)("by %s, for the row of another person", async (form, typed) => {
    const user = found({
      username: "anna",
      attributes: { ...anna.attributes, phone_number: "+4915112345678" },
    });
    expect(await migrated(user, recovery(typed), form)).toEqual({ answer: undefined, outcome: "ambiguous" });
  });

  test.each([null, undefined, ""])("without a user name (%j)", async (userName) => {
    expect(await migrated(found({}), { ...recovery(), userName })).toEqual({
      answer: undefined,
      outcome: "unknown",
    });
  });

  test("for an unknown source", async () => {
    const event = { ...recovery(), triggerSource: "UserMigration_Tomorrow" };
    expect(await migrated(found({}), event)).toEqual({ answer: undefined, outcome: undefined });
  });
});

describe("attributes", () => {
  test.each([
    ["username", "anna"],
    ["phone_number_verified", "true"],
    ["name", ""],
  ])("%s: %j is left out", async (name, value) => {
    for (const event of [recovery(), signIn()]) {
      const { attributes, warnings } = await attributesOf(
        { attributes: { ...anna.attributes, [name]: value } },
        event,
      );
      expect(attributes).not.toHaveProperty(name);
      expect(warnings).toEqual([]);
    }
  });

  // Cognito would reject the whole user because of any of these.
  test.each([
    ["cognito:groups", "admin"],
    ["identities", "[]"],
    ["first_name", "Anna"],
    [`custom:${"x".repeat(21)}`, "gold"],
    ["name", "x".repeat(2_049)],
    ["name", "陽".repeat(683)],
    ["name", 3],
    ["name", null],
    ["name", "Anna \ud83d"],
    ["name", "An\0na"],
    ["custom:a b", "gold"],
    ["custom:a\u200bb", "gold"],
    ["custom:", "gold"],
    ["phone_number", "(555) 123-4567"],
    ["phone_number", "015112345678"],
    ["phone_number", "004915112345678"],
    ["phone_number", "+49 (0)151 12345678"],
    ["phone_number", "+1234567890123456"],
    ["phone_number", "+0151123456"],
    ["phone_number", "+49 151 1234567\n5678"],
    ["birthdate", "13.07.1990"],
    ["birthdate", "1990-02-30"],
    ["birthdate", "1990-07-13T00:00:00.000Z"],
    ["updated_at", "2024-05-01"],
  ])("%s: %j is left out, with a warning", async (name, value) => {
    for (const event of [recovery(), signIn()]) {
      const { attributes, warnings } = await attributesOf(
        { phoneVerified: true, attributes: { ...anna.attributes, [name]: value } },
        event,
      );
      expect(attributes).toEqual({ ...anna.attributes, email_verified: "true" });
      expect(warnings).toEqual([expect.stringMatching(new RegExp(`^${name} .*: it is left out\\.$`))]);
      expect(warnings.join()).not.toContain(String(value || "unknown"));
    }
  });

  test.each([
    ["custom:tier", "gold"],
    [`custom:${"x".repeat(20)}`, "gold"],
    ["name", "x".repeat(2_048)],
    ["name", "陽香"],
    ["preferred_username", "anna"],
    ["preferred_username", "emma@example.com"],
    ["birthdate", "1990-07-13"],
    ["birthdate", "2000-02-29"],
    ["updated_at", "1714521600"],
    ["phone_number", "+4915112345678"],
  ])("%s: %j is migrated", async (name, value) => {
    const { attributes, warnings } = await attributesOf({
      attributes: { ...anna.attributes, [name]: value },
    });
    expect(attributes).toMatchObject({ [name]: value });
    expect(warnings).toEqual([]);
  });

  test.each([
    ["phone_number", "+49 151 123-45678", "+4915112345678"],
    ["phone_number", " +1 (555) 123.4567 ", "+15551234567"],
    ["email", "anna@example.com  ", "anna@example.com"],
  ])("%s: %j is migrated as %j", async (name, value, written) => {
    const { attributes } = await attributesOf({ attributes: { ...anna.attributes, [name]: value } });
    expect(attributes).toMatchObject({ [name]: written });
  });

  test.each([
    "o'neil+a.b..c.@sub.xn--mnchen-3ya.example",
    "jörg_1@münchen.example",
    "a@b.c",
  ])("an email %j is migrated", async (email) => {
    const { attributes } = await attributesOf(
      { username: "anna", attributes: { email } },
      recovery("anna"),
      "alias",
    );
    expect(attributes).toEqual({ username: "anna", email, email_verified: "true" });
  });

  test.each([
    "anna",
    "anna@",
    "@example.com",
    "anna@localhost",
    "anna @example.com",
    "a@b@example.com",
    "<anna@example.com>",
    "Anna<anna@example.com>",
    "mailto:anna@example.com",
    "anna@example.com\u200b",
    "an\u200bna@example.com",
    "an\ud800na@example.com",
    "anna;emma@example.com",
    "anna,emma@example.com",
    '"anna"@example.com',
    "anna@[10.0.0.1]",
    "anna@exa/mple.com",
    "anna@example..com",
    "anna@example.com.",
    "anna@-example.com",
    "anna@example-.com",
  ])("an email %j counts as missing: the recovery relies on the phone", async (email) => {
    const row = { phoneVerified: true, attributes: { email, phone_number: "+49 151 12345678" } };
    const { attributes } = await attributesOf(row, recovery("+4915112345678"), "phone");
    expect(attributes).toEqual({ phone_number: "+4915112345678", phone_number_verified: "true" });
  });

  test.each([
    "emma@example.com",
    "+4930123456",
    "Emma Schmidt",
    "em\u200bma",
    "x".repeat(129),
  ])("in a pool with aliases, a preferred user name %j is left out, with a warning", async (preferred) => {
    const row = { username: "anna", attributes: { ...anna.attributes, preferred_username: preferred } };
    for (const event of [recovery("anna"), signIn("anna")]) {
      const { attributes, warnings } = await attributesOf(row, event, "alias");
      expect(attributes).not.toHaveProperty("preferred_username");
      expect(warnings).toHaveLength(1);
    }
  });

  test.each([
    "emma@example.com",
    "+4930123456",
  ])("in a pool with aliases, no one is migrated by a preferred user name %j", async (preferred) => {
    const row = { username: "anna", attributes: { ...anna.attributes, preferred_username: preferred } };
    const rejected = { attributes: undefined, warnings: [] };
    expect(await attributesOf(row, signIn(preferred), "alias")).toEqual(rejected);
  });

  test("in a pool with aliases, a preferred user name that repeats the user name is left out", async () => {
    const row = { username: "anna", attributes: { ...anna.attributes, preferred_username: "Anna" } };
    for (const event of [recovery("anna"), recovery(), signIn("ANNA")]) {
      const { attributes, warnings } = await attributesOf(row, event, "alias");
      expect(attributes).toMatchObject({ email: "anna@example.com", username: expect.any(String) });
      expect(attributes).not.toHaveProperty("preferred_username");
      expect(warnings).toEqual([]);
    }
  });
});

describe("the user name", () => {
  const named = (username?: string) => found(username === undefined ? {} : { username });

  test.each([
    ["email", "anna@example.com", undefined, {}],
    ["email", "anna@example.com", "anna", {}],
    ["email-or-phone", "anna@example.com", "anna", {}],
    ["username", "Anna", "anna", {}],
    ["alias", "anna@example.com", "anna", { username: "anna" }],
    ["alias", "anna", "anna", { username: "anna" }],
    ["alias", "ANNA", "anna", { username: "ANNA" }],
  ] as const)("by %s, for %s with the user name %s, supplies %j", async (form, typed, username, supplied) => {
    const { answer, outcome } = await migrated(named(username), recovery(typed), form);
    expect(outcome).toBe("migrated");
    expect(answer).toHaveProperty("userAttributes", {
      ...anna.attributes,
      email_verified: "true",
      ...supplied,
    });
  });

  test.each([
    ["username", undefined],
    ["alias", undefined],
    ["alias", ""],
    ["alias", "anna@example.com"],
    ["alias", "+4915112345678"],
    ["alias", "x".repeat(129)],
    ["alias", "Anna Schmidt"],
    ["alias", "an\u200bna"],
    ["alias", "an\ud800na"],
  ] as const)("by %s, no one is migrated with the user name %j", async (form, username) => {
    expect(await migrated(named(username), recovery(), form)).toEqual({
      answer: undefined,
      outcome: "no-username",
    });
  });
});

describe("a row of a wrong type, from a custom directory,", () => {
  test.each([
    ["a preferred user name that is null", { username: "emma", attributes: { preferred_username: null } }],
    ["a user name that is a number", { username: 12345 }],
    ["no attributes", { attributes: undefined }],
    ["no user at all", undefined],
  ])("with %s is unsupported, and the fault is in the log", async (_, user) => {
    for (const event of [recovery("anna"), signIn("anna")]) {
      const called = call();
      const outcome = { is: "found", user: user && { ...anna, username: "anna", ...user } };
      const migration = userMigration(answering(outcome as never), {
        signIn: "alias",
        whenUnavailable: "report",
      });
      expect(await migration(event as never, called)).toBeUndefined();
      expect(annotationsOf(called.signal)).toMatchObject({
        outcome: "unsupported",
        fault: expect.any(TypeError),
      });
    }
  });
});

describe("an unavailable store", () => {
  const cause = new Error("connect ECONNREFUSED");
  const throwing = {
    find: () => {
      throw cause;
    },
    authenticate: async () => {
      throw cause;
    },
  };
  const rows = [
    ["is unavailable", answering({ is: "unavailable", cause })],
    ["throws", throwing],
    ["never answers", silent],
    ["answers undefined", answering(undefined as never)],
  ] as const;

  test.each(rows)("that %s is reported", async (_, directory) => {
    for (const event of [recovery(), signIn()]) {
      const called = call(endingIn(20));
      const migration = userMigration(directory, { signIn: "email", whenUnavailable: "report" });
      const thrown = await Promise.resolve(migration(event as never, called)).catch((error) => error);
      expect(thrown).toBeInstanceOf(DirectoryUnavailable);
      expect(thrown.cause).toBeDefined();
      expect(annotationsOf(called.signal)).toEqual({
        outcome: "unavailable",
        stores: [{ store: "legacy", outcome: "unavailable" }],
      });
    }
  });

  test("a sign-in form that cannot be read is reported for everybody", async () => {
    const signInForm = parameterOf(() => Promise.reject(new Error("SIGN_IN")));
    for (const outcome of [found({}), { is: "unknown" } as const]) {
      const migration = userMigration(answering(outcome), { signIn: signInForm, whenUnavailable: "report" });
      await expect(migration(recovery() as never, call())).rejects.toThrow("unavailable");
    }
  });

  test.each(rows)("that %s is concealed", async (_, directory) => {
    for (const event of [recovery(), signIn()]) {
      const called = call(endingIn(20));
      const migration = userMigration(directory, { signIn: "email", whenUnavailable: "conceal" });
      expect(await migration(event as never, called)).toBeUndefined();
      expect(annotationsOf(called.signal)).toEqual({
        outcome: "unavailable",
        stores: [{ store: "legacy", outcome: "unavailable" }],
        fault: expect.anything(),
      });
    }
  });
});
