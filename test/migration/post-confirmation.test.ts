import { describe, expect, test } from "vitest";
import { annotationsOf } from "../../src/annotations/annotations.ts";
import type { Directory, Outcome, SignInForm } from "../../src/directory/directory.ts";
import { SetupError } from "../../src/error/setup-error.ts";
import { postConfirmation } from "../../src/migration/post-confirmation.ts";
import { anna, endingIn, saying } from "../directory/sample.ts";
import { call } from "../trigger/sample.ts";
import { confirmed } from "./sample.ts";

const verified = { email: "anna@example.com", email_verified: "true" };
const verifiedPhone = { phone_number: "+4915112345678", phone_number_verified: "true" };
const user = {
  ...anna,
  username: "anna",
  attributes: { ...anna.attributes, phone_number: "+4915112345678" },
  phoneVerified: true,
};

/** The outcome in the log, and which ids were marked. */
async function marked(
  outcome: Outcome,
  form: SignInForm,
  attributes: Record<string, string>,
  userName = "",
  changes = true,
) {
  const ids: string[] = [];
  const directory = {
    ...saying(outcome),
    markMigrated: async (id: string) => {
      ids.push(id);
      return changes;
    },
  };
  const called = call();
  const answer = await postConfirmation(directory, { signIn: form })(confirmed(attributes, userName), called);
  expect(answer).toBeUndefined();
  return { is: annotationsOf(called.signal).outcome, ids };
}

describe("a row that is found again is marked", () => {
  test.each([
    ["email", verified, ""],
    ["email", { ...verified, email: "ANNA@example.com" }, ""],
    ["phone", verifiedPhone, ""],
    ["email-or-phone", verified, ""],
    ["email-or-phone", { ...verifiedPhone, email: "anna@example.com", email_verified: "false" }, ""],
    ["username", verified, "anna"],
    ["alias", verified, "Anna"],
    ["alias", { ...verifiedPhone, email: "anna@example.com" }, "anna"],
  ] as const)("by %s, %j and the user name %j", async (form, attributes, userName) => {
    expect(await marked({ is: "found", user }, form, attributes, userName)).toEqual({
      is: "completed",
      ids: ["1"],
    });
  });

  test("and a statement that changes no row is reported as such", async () => {
    expect(await marked({ is: "found", user }, "email", verified, "", false)).toEqual({
      is: "unchanged",
      ids: ["1"],
    });
  });
});

describe("nobody is marked", () => {
  test.each([
    ["by a contact that is not verified", "email", { email: "anna@example.com" }, "", user],
    ["by a contact said to be unverified", "email", { ...verified, email_verified: "false" }, "", user],
    ["by a phone that is not verified", "phone", { phone_number: "+4915112345678" }, "", user],
    [
      "by an unverified email, though a verified phone is shared",
      "email",
      { email: "anna@example.com", ...verifiedPhone },
      "",
      user,
    ],
    [
      "by an email that the row has not verified, though a verified phone is shared",
      "email",
      { ...verified, ...verifiedPhone },
      "",
      { ...user, emailVerified: false },
    ],
    ["by a name without a contact", "username", {}, "anna", user],
    [
      "by a name that somebody else has in the pool",
      "username",
      { ...verified, email: "other@example.com" },
      "anna",
      user,
    ],
    ["without a contact", "email", {}, "anna@example.com", user],
    ["when the row is another person's", "email", { ...verified, email: "\u00E4nna@example.com" }, "", user],
    ["when an email is the user name beside aliases", "alias", verified, "anna@example.com", user],
  ] as const)("%s", async (_, form, attributes, userName, row) => {
    expect(await marked({ is: "found", user: row }, form, attributes, userName)).toEqual({
      is: "unknown",
      ids: [],
    });
  });

  test.each([
    [{ is: "unknown" }],
    [{ is: "ambiguous" }],
    [{ is: "barred", why: "held" }],
  ] as const)("when the store answers %j", async (outcome) => {
    expect(await marked(outcome, "email", verified)).toEqual({ is: "unknown", ids: [] });
  });

  test("when a sign-up is confirmed", async () => {
    const called = call();
    const event = { ...confirmed(verified), triggerSource: "PostConfirmation_ConfirmSignUp" } as const;
    const directory = { ...saying({ is: "found", user }), markMigrated: () => Promise.reject(new Error()) };
    expect(await postConfirmation(directory, { signIn: "email" })(event, called)).toBeUndefined();
    expect(annotationsOf(called.signal)).toEqual({ outcome: "passed" });
  });
});

describe("a mark that fails is a line in the log only", () => {
  const down = () => Promise.reject(new Error("down"));
  const found = saying({ is: "found", user });
  test.each<[string, Directory]>([
    ["the mark", { ...found, markMigrated: down }],
    ["a mark that never ends", { ...found, markMigrated: () => new Promise(() => {}) }],
    ["the look-up", { find: down, markMigrated: async () => true }],
    ["a store that says so", { ...saying({ is: "unavailable", cause: 1 }), markMigrated: async () => true }],
    [
      "a mark that throws at once",
      {
        ...found,
        markMigrated: () => {
          throw new Error("down");
        },
      },
    ],
  ])("%s", async (_, directory) => {
    const called = call(endingIn(20));
    const answer = await postConfirmation(directory, { signIn: "email" })(confirmed(verified), called);
    expect(answer).toBeUndefined();
    expect(annotationsOf(called.signal)).toEqual({
      outcome: "not-marked",
      stores: [{ store: "legacy", outcome: "unavailable" }],
      fault: expect.any(Error),
    });
  });
});

test("a directory that cannot mark is a mistake in the set-up", () => {
  expect(() => postConfirmation(saying({ is: "unknown" }), { signIn: "email" })).toThrow(SetupError);
});
