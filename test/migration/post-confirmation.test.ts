import { describe, expect, test } from "vitest";
import type { Outcome, SignInForm } from "../../src/directory/directory.ts";
import { noted } from "../../src/log/note.ts";
import { marksMoved } from "../../src/migration/marks-moved.ts";
import { postConfirmation } from "../../src/migration/post-confirmation.ts";
import { anna, endingIn, saying } from "../directory/sample.ts";
import { call } from "../trigger/sample.ts";
import { confirmed } from "./sample.ts";

const verified = { email: "anna@example.com", email_verified: "true" };

describe("postConfirmation", () => {
  test.each(["moved", "unknown"] as const)("notes %s, and gives the event back unchanged", async (marked) => {
    const called = call();
    expect(await postConfirmation(async () => marked)(confirmed(verified), called)).toBeUndefined();
    expect(noted(called)).toEqual({ outcome: marked });
  });

  test("hands over whom the pool knows", async () => {
    let seen: unknown;
    const mark = async (person: unknown) => {
      seen = person;
      return "moved" as const;
    };
    await postConfirmation(mark)(confirmed(verified, "anna"), call());
    expect(seen).toEqual({ userName: "anna", attributes: verified });
  });

  test("does nothing when a sign-up is confirmed", async () => {
    const called = call();
    const event = { ...confirmed(verified), triggerSource: "PostConfirmation_ConfirmSignUp" } as const;
    const answer = await postConfirmation(async () => {
      throw new Error("asked");
    })(event, called);
    expect(answer).toBeUndefined();
    expect(noted(called)).toEqual({ outcome: "passed" });
  });

  test.each([
    ["fails", async () => Promise.reject(new Error("down"))],
    ["never ends", () => new Promise<never>(() => {})],
    [
      "throws before it begins",
      () => {
        throw new Error("down");
      },
    ],
  ])("a mark that %s is a line in the log only", async (_, mark) => {
    const called = call(endingIn(20));
    expect(await postConfirmation(mark)(confirmed(verified), called)).toBeUndefined();
    expect(noted(called)).toEqual({ outcome: "not-marked", fault: expect.any(Error) });
  });
});

describe("marksMoved", () => {
  /** What becomes of the mark, and which ids were marked. */
  async function marked(
    outcome: Outcome,
    form: SignInForm,
    attributes: Record<string, string>,
    userName = "",
  ) {
    const ids: string[] = [];
    const directory = { ...saying(outcome), move: async (id: string) => void ids.push(id) };
    return { is: await marksMoved(directory, { signIn: form })({ userName, attributes }, call()), ids };
  }
  const user = {
    ...anna,
    username: "anna",
    attributes: { ...anna.attributes, phone_number: "+491511" },
    phoneVerified: true,
  };
  const found = { is: "found", user } as const;

  test.each([
    ["email", verified, ""],
    ["email", { ...verified, email: "ANNA@example.com" }, ""],
    ["phone", { phone_number: "+491511", phone_number_verified: "true" }, ""],
    ["username", verified, "anna"],
    ["alias", verified, "Anna"],
    // The email is the name, the phone the contact that is verified on both sides.
    ["email", { email: "anna@example.com", phone_number: "+491511", phone_number_verified: "true" }, ""],
  ] as const)("by %s, %j and %j find the row again", async (form, attributes, userName) => {
    expect(await marked(found, form, attributes, userName)).toEqual({ is: "moved", ids: ["1"] });
  });

  test.each([
    ["a contact that is not verified", "email", { email: "anna@example.com" }, ""],
    ["a contact said to be unverified", "email", { ...verified, email_verified: "false" }, ""],
    ["a phone that is not verified", "phone", { phone_number: "+491511" }, ""],
    ["a name without a contact", "username", {}, "anna"],
    [
      "a name that somebody else has in the pool",
      "username",
      { ...verified, email: "other@example.com" },
      "anna",
    ],
    ["no contact", "email", {}, "anna@example.com"],
    ["another person's row", "email", { ...verified, email: "\u00E4nna@example.com" }, ""],
    ["an email as the user name", "alias", verified, "anna@example.com"],
  ] as const)("%s marks nobody", async (_, form, attributes, userName) => {
    expect(await marked(found, form, attributes, userName)).toEqual({ is: "unknown", ids: [] });
  });

  test.each([
    [{ is: "unknown" }],
    [{ is: "ambiguous" }],
    [{ is: "barred", why: "held" }],
  ] as const)("%j marks nobody", async (outcome) => {
    expect(await marked(outcome, "email", verified)).toEqual({ is: "unknown", ids: [] });
  });

  test("rejects when the store is unavailable", async () => {
    const cause = new Error("down");
    await expect(marked({ is: "unavailable", cause }, "email", verified)).rejects.toMatchObject({ cause });
  });
});
