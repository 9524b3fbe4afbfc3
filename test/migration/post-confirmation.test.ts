import { describe, expect, test } from "vitest";
import { annotationsOf } from "../../src/annotations/annotations.ts";
import type { Directory, Outcome, SignInForm } from "../../src/directory/directory.ts";
import { SetupError } from "../../src/error/setup-error.ts";
import { postConfirmation } from "../../src/migration/post-confirmation.ts";
import { anna, answering, endingIn } from "../directory/sample.ts";
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

/** The outcome in the log, and the ids that were marked. */
async function marked(
  outcome: Outcome,
  form: SignInForm,
  attributes: Record<string, string>,
  userName = "",
  changes = true,
) {
  const ids: string[] = [];
  const directory = {
    ...answering(outcome),
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

describe("the person's row is marked", () => {
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

  test("a statement that changes no row is reported", async () => {
    expect(await marked({ is: "found", user }, "email", verified, "", false)).toEqual({
      is: "unchanged",
      ids: ["1"],
    });
  });
});

describe("no row is marked", () => {
  test.each([
    ["by a contact that is not verified", "email", { email: "anna@example.com" }, "", user],
    ["by a contact with the flag false", "email", { ...verified, email_verified: "false" }, "", user],
    ["by a phone that is not verified", "phone", { phone_number: "+4915112345678" }, "", user],
    [
      "by an unverified email, although a verified phone is shared",
      "email",
      { email: "anna@example.com", ...verifiedPhone },
      "",
      user,
    ],
    [
      "by an email that the row has not verified, although a verified phone is shared",
      "email",
      { ...verified, ...verifiedPhone },
      "",
      { ...user, emailVerified: false },
    ],
    ["by a name without a contact", "username", {}, "anna", user],
    [
      "by a name that another person has in the pool",
      "username",
      { ...verified, email: "other@example.com" },
      "anna",
      user,
    ],
    ["without a contact", "email", {}, "anna@example.com", user],
    [
      "when the row is that of another person",
      "email",
      { ...verified, email: "\u00E4nna@example.com" },
      "",
      user,
    ],
    ["when an email is the user name in a pool with aliases", "alias", verified, "anna@example.com", user],
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
    const directory = {
      ...answering({ is: "found", user }),
      markMigrated: () => Promise.reject(new Error()),
    };
    expect(await postConfirmation(directory, { signIn: "email" })(event, called)).toBeUndefined();
    expect(annotationsOf(called.signal)).toEqual({ outcome: "passed" });
  });
});

describe("a failure is logged as not-marked", () => {
  const down = () => Promise.reject(new Error("down"));
  const found = answering({ is: "found", user });
  test.each<[string, Directory]>([
    ["of markMigrated", { ...found, markMigrated: down }],
    ["of a markMigrated that never ends", { ...found, markMigrated: () => new Promise(() => {}) }],
    ["of find", { find: down, markMigrated: async () => true }],
    [
      "of an unavailable store",
      { ...answering({ is: "unavailable", cause: 1 }), markMigrated: async () => true },
    ],
    [
      "of a markMigrated that throws synchronously",
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

test("a directory without markMigrated is a set-up error", () => {
  expect(() => postConfirmation(answering({ is: "unknown" }), { signIn: "email" })).toThrow(SetupError);
});
