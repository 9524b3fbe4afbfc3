import { describe, expect, test } from "vitest";
import { annotationsOf } from "../../src/annotations/annotations.ts";
import type { Directory, LegacyUser, Outcome, SignInForm } from "../../src/directory/directory.ts";
import { notInLegacy } from "../../src/sign-up/not-in-legacy.ts";
import { anna, answering, endingIn, silent } from "../directory/sample.ts";
import { call } from "../trigger/sample.ts";
import { signUp } from "./sample.ts";

const legacy: LegacyUser = {
  ...anna,
  username: "anna",
  attributes: { ...anna.attributes, preferred_username: "annie", phone_number: "+4915112345678" },
};

/** A directory that finds one person by each of their names. */
function knowing(user: LegacyUser, found: string[] = []): Directory {
  const names = [
    user.username,
    ...["preferred_username", "email", "phone_number"].map((key) => user.attributes[key]),
  ];
  const find = async (name: string): Promise<Outcome> => {
    found.push(name);
    return names.includes(name.toLowerCase()) ? { is: "found", user } : { is: "unknown" };
  };
  return { find, authenticate: find };
}

const policy = (directory: Directory, signIn: SignInForm) =>
  notInLegacy(directory, { signIn, whenUnavailable: "refuse" });

const REFUSED = "LEGACY_ACCOUNT: There is an account already. Reset its password to sign in";
const stranger = { email: "emma@example.org", phone_number: "+4930123456", preferred_username: "em" };

describe("notInLegacy", () => {
  test.each([
    ["email", { ...stranger, email: "anna@example.com" }, "emma", REFUSED],
    ["email", { ...stranger, email: "ANNA@example.com" }, "emma", REFUSED],
    ["email", { ...stranger, email_verified: "false", email: "anna@example.com" }, "emma", REFUSED],
    ["email", { ...stranger, phone_number: "+4915112345678" }, "anna", undefined],
    ["phone", { ...stranger, phone_number: "+4915112345678" }, "emma", REFUSED],
    ["phone", { ...stranger, email: "anna@example.com" }, "anna", undefined],
    ["email-or-phone", { ...stranger, email: "anna@example.com" }, "emma", REFUSED],
    ["email-or-phone", { ...stranger, phone_number: "+4915112345678" }, "emma", REFUSED],
    ["email-or-phone", { ...stranger, preferred_username: "annie" }, "anna", undefined],
    ["username", stranger, "anna", REFUSED],
    ["username", { ...stranger, email: "anna@example.com" }, "emma", undefined],
    ["alias", stranger, "anna", REFUSED],
    ["alias", { ...stranger, email: "anna@example.com" }, "emma", REFUSED],
    ["alias", { ...stranger, phone_number: "+4915112345678" }, "emma", REFUSED],
    ["alias", { ...stranger, preferred_username: "annie" }, "emma", REFUSED],
    ["alias", stranger, "emma", undefined],
  ] as const)("by %s, a stranger with %j and the user name %s: %s", async (form, attributes, userName, text) => {
    expect((await policy(knowing(legacy), form)(signUp(attributes, { userName }), call()))?.text).toBe(text);
  });

  test.each<Outcome>([
    { is: "found", user: { ...legacy, emailVerified: false } },
    { is: "barred", why: "locked" },
    { is: "ambiguous" },
  ])("a stranger who claims a verified address is refused, since no migration of %j has it", async (outcome) => {
    const attributes = { email: "anna@example.com", email_verified: "true" };
    expect((await policy(answering(outcome), "email")(signUp(attributes), call()))?.text).toBe(REFUSED);
  });

  // A recovery's migration may arrive as PreSignUp_SignUp; it carries a contact that is verified already.
  test.each([
    ["email", legacy, { email: "anna@example.com", email_verified: "true" }],
    ["username", legacy, { email: "anna@example.com", email_verified: "true" }],
    ["alias", legacy, { ...legacy.attributes, email_verified: "true" }],
    [
      "email",
      { ...legacy, emailVerified: false, phoneVerified: true },
      { ...legacy.attributes, phone_number_verified: "true" },
    ],
  ] as const)("by %s, a migration of %j passes", async (form, user, attributes) => {
    expect(
      await policy(knowing(user), form)(signUp(attributes, { userName: "anna" }), call()),
    ).toBeUndefined();
  });

  test.each([
    ["another's verified contact", { email: "emma@example.org", email_verified: "true" }],
    ["a flag without its contact", { email_verified: "true" }],
    ["a flag in capitals", { email: "anna@example.com", email_verified: "TRUE" }],
  ])("%s does not allow the name of a legacy person", async (_, attributes) => {
    const event = signUp(attributes, { userName: "anna" });
    expect((await policy(knowing(legacy), "alias")(event, call()))?.text).toBe(REFUSED);
  });

  test("looks up each name once, and no missing one", async () => {
    const found: string[] = [];
    const event = signUp({ email: "emma", phone_number: "" }, { userName: "emma" });
    await policy(knowing(legacy, found), "alias")(event, call());
    await policy(knowing(legacy, found), "email")(signUp(null), call());
    expect(found).toEqual(["emma"]);
  });

  test.each([
    [{ is: "ambiguous" }],
    [{ is: "barred", why: "deleted" }],
    [{ is: "unsupported", why: "format" }],
  ] as const)("%j is refused, and logged", async (outcome) => {
    const called = call();
    const answer = await policy(answering(outcome), "email")(signUp(stranger), called);
    expect(answer?.text).toBe(REFUSED);
    const { is, why } = { why: undefined, ...outcome };
    expect(annotationsOf(called.signal)).toEqual({ stores: [{ store: "legacy", outcome: is, why }] });
  });

  test("applies to public sign-ups only", () => {
    expect(policy(knowing(legacy), "email").sources).toBeUndefined();
  });

  const cause = new Error("connect ECONNREFUSED");
  test.each([
    ["is unavailable", answering({ is: "unavailable", cause })],
    ["throws", { ...silent, find: () => Promise.reject(cause) }],
    ["never answers", silent],
  ])("when the store %s, every sign-up is refused, or allowed", async (_, directory) => {
    const refusing = call(endingIn(20));
    await expect(policy(directory, "email")(signUp(stranger), refusing)).rejects.toThrow("unavailable");
    expect(annotationsOf(refusing.signal)).toEqual({
      outcome: "unavailable",
      stores: [{ store: "legacy", outcome: "unavailable" }],
    });

    const allowing = call(endingIn(20));
    const allow = notInLegacy(directory, { signIn: "email", whenUnavailable: "allow" });
    expect(await allow(signUp(stranger), allowing)).toBeUndefined();
    expect(annotationsOf(allowing.signal)).toMatchObject({
      outcome: "unavailable",
      fault: expect.any(Error),
    });
  });
});
