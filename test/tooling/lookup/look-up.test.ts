import { describe, expect, test } from "vitest";
import type { Directory, Outcome } from "../../../src/directory/directory.ts";
import { lookUp } from "../../../src/tooling/lookup/look-up.ts";
import { lookUpText } from "../../../src/tooling/lookup/look-up-text.ts";
import { masked } from "../../../src/tooling/lookup/masked.ts";
import { anna, answering, silent } from "../../directory/sample.ts";
import { parameterOf } from "../../parameter/parameter-of.ts";

const plain = (_: unknown, text: string) => text;
const named = (outcome: object) => ({ directory: answering(outcome as Outcome) });
const failing = (cause: unknown) => named({ is: "unavailable", cause });

describe("looking one person up", () => {
  test.each<[string, Directory, object]>([
    ["unknown", answering({ is: "unknown" }), { outcome: "unknown", warnings: [], errors: [] }],
    ["ambiguous", answering({ is: "ambiguous" }), { outcome: "ambiguous" }],
    ["barred, with the reason", answering({ is: "barred", why: "held" }), { outcome: "barred", why: "held" }],
    [
      "unsupported, with the column and the database's error",
      {
        find: async (_, call) => {
          call.annotate({ warnings: ["`id` is missing"], fault: new Error("invalid input syntax") });
          return { is: "unsupported", why: "format" };
        },
      },
      {
        outcome: "unsupported",
        why: "format",
        warnings: ["`id` is missing"],
        errors: ["Error: invalid input syntax"],
      },
    ],
    [
      "an exception",
      {
        find: () => {
          throw new RangeError("no");
        },
      },
      { outcome: "unavailable", errors: ["RangeError: no"] },
    ],
    ["no outcome", { find: async () => undefined as never }, { errors: [/did not return an Outcome/] }],
    ["found without a user", { find: async () => ({ is: "found" }) as never }, { outcome: "unavailable" }],
    [
      "found without attributes",
      answering({ is: "found", user: { id: "1", attributes: null } as never }),
      { outcome: "unavailable" },
    ],
    [
      "no answer in time",
      silent,
      { outcome: "unavailable", errors: [/^The store did not answer within 0\.05 s/] },
    ],
  ])("%s", async (_, directory, expected) => {
    const { errors, ...rest } = expected as { errors?: (string | RegExp)[] };
    const found = await lookUp({ directory }, "anna@example.com", 50);
    expect(found).toMatchObject(rest);
    if (errors) {
      expect(found.errors).toEqual(
        errors.map((each) => (typeof each === "string" ? each : expect.stringMatching(each))),
      );
    }
  });

  test.each<[string, object, string | undefined, string, readonly string[]]>([
    ["anna@example.com", {}, undefined, "migrated", ["email", "email_verified", "given_name", "locale"]],
    ["anna@example.com", { emailVerified: false }, undefined, "unverified", []],
    ["ANNA@example.com", {}, "email", "migrated", ["email", "email_verified", "given_name", "locale"]],
    ["anne@example.com", {}, "email", "ambiguous", []],
    ["anna@example.com", {}, "alias", "no-username", []],
    [
      "anna@example.com",
      { username: "anna" },
      "alias",
      "migrated",
      ["email", "email_verified", "given_name", "locale", "username"],
    ],
  ])("%s, %j, signing in by %s: a recovery is %s", async (typed, more, signIn, outcome, attributes) => {
    const user = { ...anna, ...more };
    const module = { ...named({ is: "found", user }), ...(signIn && { signIn: signIn as "email" }) };
    const found = await lookUp(module, typed);
    expect(found).toMatchObject({
      outcome: "found",
      signIn: signIn ?? "email",
      recovery: { outcome, attributes },
    });
  });

  test("an attribute that Cognito would reject is a warning, and an invalid setting is an error", async () => {
    const user = { ...anna, attributes: { ...anna.attributes, phone_number: "(555) 123-4567" } };
    const signIn = parameterOf(() => Promise.reject(new Error("SIGN_IN must be one of")));
    expect((await lookUp(named({ is: "found", user }), "anna@example.com")).warnings).toEqual([
      expect.stringMatching(/^phone_number /),
    ]);
    const found = await lookUp({ ...named({ is: "found", user }), signIn }, "anna@example.com");
    expect(found).toMatchObject({ outcome: "found", errors: ["Error: SIGN_IN must be one of"] });
    expect(found).not.toHaveProperty("recovery");
  });

  test("an error has its causes, its code and the additions of a database", async () => {
    const cause = Object.assign(new Error('column "emial" does not exist'), {
      code: "42703",
      position: "12",
      hint: "Perhaps …",
    });
    const refusals = ["::1", "127.0.0.1"].map((host) => new Error(`connect ECONNREFUSED ${host}:5432`));
    const aggregate = Object.assign(new AggregateError(refusals, ""), { code: "ECONNREFUSED" });
    const errorsOf = async (thrown: unknown) => (await lookUp(failing(thrown), "a")).errors;
    expect(await errorsOf(new Error("no answer", { cause }))).toEqual([
      "Error: no answer",
      'Error 42703: column "emial" does not exist\n  at character 12 of the statement\n  hint: Perhaps …',
    ]);
    expect(await errorsOf(aggregate)).toEqual([
      "AggregateError ECONNREFUSED\n  Error: connect ECONNREFUSED ::1:5432\n  Error: connect ECONNREFUSED 127.0.0.1:5432",
    ]);
    expect(await errorsOf("a text")).toEqual(["a text"]);
    expect(await errorsOf(undefined)).toEqual(["undefined"]);
  });
});

test("no value of a row is printed, and no control character", async () => {
  const user = {
    ...anna,
    username: "anna.secret",
    attributes: {
      ...anna.attributes,
      phone_number: "+4915112345678",
      address: "\u001b[2JHauptstr. 1",
      nickname: "x",
    },
  };
  const found = await lookUp(named({ is: "found", user }), "anna@example.com");
  const text = lookUpText("anna@example.com", found, plain);
  expect(`${text}${JSON.stringify(found)}`).not.toMatch(/Anna|secret|Hauptstr|\+49151|\u001b/);
  expect(text).toMatch(/email +a\*\*\*@e\*\*\* {2}verified/);
  expect(text).toMatch(/phone_number \*{10}5678 {2}not verified/);
});

test.each([
  ["email", "anna@example.com", "a***@e***"],
  ["email", "no address", "***"],
  ["phone_number", "+4915112345678", "**********5678"],
  ["phone_number", "123456", "***"],
  ["locale", "de", "***"],
])("%s %s is shown as %3$s", (name, value, shown) => {
  expect(masked(name, value)).toBe(shown);
});
