import { describe, expect, test } from "vitest";
import { judge } from "../../../src/tooling/local-pool/judge.ts";
import type { RawEvent } from "../../../src/tooling/local-pool/raw-event.ts";
import type { Invocation } from "../../../src/tooling/replay/invocation.ts";

const told = { log: undefined, milliseconds: 1 };
const answered = (value: unknown): Invocation => ({ is: "answered", text: JSON.stringify(value), ...told });
const failed = (errorMessage: string): Invocation => ({
  is: "failed",
  errorType: "Error",
  errorMessage,
  ...told,
});
const event = (triggerSource: string, more: object = {}): RawEvent => ({
  version: "1",
  triggerSource,
  userName: "anna@example.com",
  request: {
    userAttributes: { email: "anna@example.com" },
    codeParameter: "{####}",
    usernameParameter: null,
  },
  response: {},
  ...more,
});
const reasonsOf = (source: string, response: object) => {
  const verdict = judge(event(source), answered({ ...event(source), response }));
  return verdict.is === "ok" ? "ok" : verdict.reasons.join("; ");
};

describe("the whole event comes back", () => {
  const sent = event("CustomMessage_ForgotPassword", { tomorrow: { kept: [1, null] } });
  const { version: _, ...without } = sent;
  test.each<[string, unknown, unknown]>([
    ["as it was", sent, { is: "ok" }],
    ["null", null, expect.objectContaining({ reasons: ["the answer is null, not the event"] })],
    ["an empty text", "", expect.objectContaining({ reasons: ['the answer is "", not the event'] })],
    ["a list", [], expect.objectContaining({ reasons: ["the answer is [], not the event"] })],
    ["without a key", without, expect.objectContaining({ reasons: ["version did not come back as it was"] })],
    [
      "with a key more",
      { ...sent, x: 1 },
      expect.objectContaining({ reasons: ["x did not come back as it was"] }),
    ],
    ["with a key changed", { ...sent, tomorrow: 1 }, expect.objectContaining({ is: "refused" })],
    ["without a response", { ...sent, response: null }, expect.objectContaining({ is: "refused" })],
    [
      "with a response of its own",
      { ...sent, response: { bodyHtml: "x" } },
      expect.objectContaining({ reasons: ["Cognito knows no response.bodyHtml"] }),
    ],
  ])("%s", (_, answer, verdict) => {
    expect(judge(sent, answered(answer))).toEqual(verdict);
  });

  test("a response key that Cognito sent, and we do not know, may go back", () => {
    const newer = event("CustomMessage_SignUp", { response: { tomorrow: null } });
    expect(judge(newer, answered(newer))).toEqual({ is: "ok" });
  });
});

describe("custom message", () => {
  test.each<[object, string]>([
    [{ emailSubject: "Code", emailMessage: "It is {####}", smsMessage: "{####} it is" }, "ok"],
    [{ emailMessage: null, emailSubject: null, smsMessage: null }, "ok"],
    [{ smsMessage: "no code at all" }, "smsMessage: the code's placeholder {####} is missing"],
    [{ smsMessage: 123456 }, "smsMessage is no text"],
  ])("%j: %s", (response, reasons) => {
    expect(reasonsOf("CustomMessage_ForgotPassword", response)).toBe(reasons);
  });

  test.each([
    ["CustomMessage_ForgotPassword", "{####}", "ok"],
    ["CustomMessage_ForgotPassword", "{####} {username}", "refused"],
    ["CustomMessage_AdminCreateUser", "{####} {username}", "ok"],
    ["CustomMessage_AdminCreateUser", "{####}", "refused"],
  ])("%s with a user name's placeholder, answered by %j: %s", (source, smsMessage, is) => {
    const sent = event(source, { request: { codeParameter: "{####}", usernameParameter: "{username}" } });
    expect(judge(sent, answered({ ...sent, response: { smsMessage } })).is).toBe(is);
  });
});

describe("user migration", () => {
  const email = { email: "anna@example.com", email_verified: "true" };
  const suppress = { messageAction: "SUPPRESS" };
  test.each<[string, object, string]>([
    ["ForgotPassword", { userAttributes: email, ...suppress }, "ok"],
    ["ForgotPassword", {}, "ok"],
    ["ForgotPassword", suppress, "a changed response needs userAttributes"],
    ["ForgotPassword", { userAttributes: { ...email, sub: "1" }, ...suppress }, "sub belongs to Cognito"],
    [
      "ForgotPassword",
      { userAttributes: { ...email, "cognito:user_status": "x" }, ...suppress },
      "cognito:user_status belongs to Cognito",
    ],
    ["ForgotPassword", { userAttributes: { ...email, "custom:tier": "gold" }, ...suppress }, "ok"],
    [
      "ForgotPassword",
      { userAttributes: { ...email, tier: "gold" }, ...suppress },
      "tier is not a standard attribute: others are named custom:<name>",
    ],
    ["ForgotPassword", { userAttributes: { ...email, name: "x".repeat(2_048) }, ...suppress }, "ok"],
    [
      "ForgotPassword",
      { userAttributes: { ...email, name: "x".repeat(2_049) }, ...suppress },
      "name holds over 2048 bytes",
    ],
    ["ForgotPassword", { userAttributes: { ...email, name: true }, ...suppress }, "name is not text"],
    [
      "ForgotPassword",
      { userAttributes: { email: "anna@example.com" }, ...suppress },
      "a recovery needs a verified contact",
    ],
    [
      "ForgotPassword",
      { userAttributes: { ...email, phone_number_verified: "true" }, ...suppress },
      "phone_number_verified without phone_number",
    ],
    [
      "ForgotPassword",
      { userAttributes: { ...email, phone_number: "0151 123" }, ...suppress },
      "phone_number is not a number in E.164 form (+4915112345678)",
    ],
    [
      "ForgotPassword",
      { userAttributes: email, finalUserStatus: "CONFIRMED", ...suppress },
      "a recovery leaves finalUserStatus out",
    ],
    [
      "ForgotPassword",
      { userAttributes: email },
      'without messageAction "SUPPRESS" a welcome message goes out too',
    ],
    [
      "ForgotPassword",
      { userAttributes: email, forceAliasCreation: true, ...suppress },
      "forceAliasCreation takes the alias away from its present owner",
    ],
    [
      "ForgotPassword",
      { userAttributes: email, desiredDeliveryMediums: ["PIGEON"], ...suppress },
      "desiredDeliveryMediums holds more than SMS and EMAIL",
    ],
    ["Authentication", { userAttributes: email, finalUserStatus: "CONFIRMED", ...suppress }, "ok"],
    ["Authentication", { userAttributes: { email: "a@example.com" }, ...suppress }, "ok"],
    [
      "Authentication",
      { userAttributes: email, finalUserStatus: "RESET_REQUIRED", ...suppress },
      "finalUserStatus is not CONFIRMED",
    ],
    ["Authentication", { userAttributes: { ...email, username: "anna" }, ...suppress }, "ok"],
    [
      "Authentication",
      { userAttributes: { ...email, username: "other@example.com" }, ...suppress },
      "username is neither what was typed nor a user name",
    ],
  ])("%s with %j: %s", (source, response, reasons) => {
    expect(reasonsOf(`UserMigration_${source}`, response)).toBe(reasons);
  });
});

test.each<[string, object, string]>([
  ["PreSignUp_SignUp", { autoConfirmUser: true, autoVerifyEmail: true }, "ok"],
  ["PreSignUp_SignUp", { autoConfirmUser: "true" }, "autoConfirmUser is neither true nor false"],
  ["PreSignUp_SignUp", { autoVerifyPhone: true }, "autoVerifyPhone without a phone_number"],
  ["PostConfirmation_ConfirmForgotPassword", {}, "ok"],
  ["PostConfirmation_ConfirmForgotPassword", { done: true }, "Cognito knows no response.done"],
])("%s with %j: %s", (source, response, reasons) => {
  expect(reasonsOf(source, response)).toBe(reasons);
});

describe("an error", () => {
  test.each([
    ["PreSignUp_SignUp", "LEGACY_ACCOUNT: Reset its password", "ok"],
    ["UserMigration_ForgotPassword", "TRY_AGAIN: Later", "ok"],
    ["CustomMessage_ForgotPassword", "TRY_AGAIN: Later", "refused"],
    ["PostConfirmation_ConfirmSignUp", "TRY_AGAIN: Later", "refused"],
    ["UserMigration_ForgotPassword", "connect ECONNREFUSED", "refused"],
    ["UserMigration_ForgotPassword", "TRY_AGAIN: x\n    at f (/var/task/index.js:1:2)", "refused"],
    ["UserMigration_ForgotPassword", "TRY_AGAIN: no file /tmp/legacy.sqlite", "refused"],
    ["UserMigration_ForgotPassword", "TRY_AGAIN: no file C:\\legacy.sqlite", "refused"],
    ["UserMigration_ForgotPassword", `TRY_AGAIN: ${"x".repeat(256)}`, "refused"],
  ])("of %s saying %j is %s", (source, text, verdict) => {
    expect(judge(event(source), failed(text)).is).toBe(verdict);
  });
});

test.each<[Invocation, string]>([
  [{ is: "hung", ...told }, "no answer within 5 s"],
  [{ is: "died", why: "it ended", ...told }, "it ended"],
])("%j is refused: %s", (invocation, reason) => {
  expect(judge(event("PreSignUp_SignUp"), invocation)).toEqual({ is: "refused", reasons: [reason] });
});
