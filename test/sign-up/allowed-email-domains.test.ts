import { describe, expect, test } from "vitest";
import { SetupError } from "../../src/error/setup-error.ts";
import { allowedEmailDomains } from "../../src/sign-up/allowed-email-domains.ts";
import { call } from "../trigger/sample.ts";
import { signUp } from "./sample.ts";

describe("allowedEmailDomains", () => {
  const policy = allowedEmailDomains(["Example.com", "xn--mnchen-3ya.example"]);
  const refused = "EMAIL_DOMAIN: People with an email address of this domain cannot sign up here";

  test.each([
    ["emma@example.com", undefined],
    ["emma@EXAMPLE.COM", undefined],
    ["emma@evil.example@example.com", undefined],
    ["emma@xn--mnchen-3ya.example", undefined],
    ["emma@example.org", refused],
    ["emma@mail.example.com", refused],
    ["emma@badexample.com", refused],
    ["emma@example.com.evil.example", refused],
    ["emma@example.com@evil.example", refused],
    ["emma@example.com.", refused],
    ["emma@e\u212Aample.com", refused],
    ["emma@exampl\u212F.com", refused],
    ["emma@", refused],
    ["@example.com", refused],
    ["example.com", refused],
    ["", refused],
  ])("%j: %s", async (email, text) => {
    for (const source of ["PreSignUp_SignUp", "PreSignUp_ExternalProvider"] as const) {
      expect((await policy(signUp({ email }, { source }), call()))?.text).toBe(text);
    }
  });

  test.each([
    [null],
    [{}],
    [{ phone_number: "+4915112345678" }],
  ])("refuses a person without an address (%j)", async (none) => {
    expect((await policy(signUp(none), call()))?.text).toBe(refused);
  });

  test("applies to people who sign up themselves, or through a federated provider", () => {
    expect(policy.sources).toEqual(["PreSignUp_SignUp", "PreSignUp_ExternalProvider"]);
  });

  test.each([
    [[]],
    [[""]],
    [["example"]],
    [["@example.com"]],
    [["*.example.com"]],
    [["example.com", "example..org"]],
    [["münchen.example"]],
    [["example.com "]],
    [["-example.com"]],
    [[`${"x".repeat(64)}.com`]],
  ])("%j is a set-up error when the policy is made", (domains) => {
    expect(() => allowedEmailDomains(domains)).toThrow(SetupError);
    expect(() => allowedEmailDomains(domains)).toThrow("allowedEmailDomains");
  });
});
