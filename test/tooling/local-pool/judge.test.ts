import { describe, expect, test } from "vitest";
import { judge } from "../../../src/tooling/local-pool/judge.ts";
import type { RawEvent } from "../../../src/tooling/local-pool/raw-event.ts";
import type { TriggerAnswer } from "../../../src/tooling/local-pool/trigger-answer.ts";

const answered = (value: unknown): TriggerAnswer => ({ is: "answered", text: JSON.stringify(value) });
const failed = (errorMessage: string): TriggerAnswer => ({ is: "failed", errorType: "Error", errorMessage });
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
const reasonsFor = (sent: RawEvent, answer: unknown) => {
  const verdict = judge(sent, answered(answer));
  return verdict.is === "ok" ? "ok" : verdict.reasons.join("; ");
};
const reasonsOf = (source: string, response: object) =>
  reasonsFor(event(source), { ...event(source), response });

describe("an event that is returned", () => {
  const sent = event("CustomMessage_ForgotPassword", { tomorrow: { kept: [1, null] } });
  const { version: _, ...without } = sent;
  test.each<[string, unknown, string]>([
    ["unchanged", sent, "ok"],
    ["as null", null, "the answer is null, not the event"],
    ["as an empty string", "", 'the answer is "", not the event'],
    ["as an array", [], "the answer is [], not the event"],
    ["without a key", without, "version was changed"],
    ["with an additional key", { ...sent, x: 1 }, "x was changed"],
    ["with a key changed", { ...sent, tomorrow: 1 }, "tomorrow was changed"],
    ["without a response", { ...sent, response: null }, "the answer has no response"],
    [
      "with a foreign response key",
      { ...sent, response: { bodyHtml: "x" } },
      "Cognito has no response.bodyHtml",
    ],
  ])("%s", (_, answer, reasons) => {
    expect(reasonsFor(sent, answer)).toBe(reasons);
  });

  test("a response key that Cognito sent and we do not know may be returned", () => {
    const newer = event("CustomMessage_SignUp", { response: { tomorrow: null } });
    expect(judge(newer, answered(newer))).toEqual({ is: "ok" });
  });
});

describe("custom message", () => {
  test.each<[object, string]>([
    [{ emailSubject: "Code", emailMessage: "It is {####}", smsMessage: "{####} it is" }, "ok"],
    [{ emailMessage: null, emailSubject: null, smsMessage: null }, "ok"],
    [{ smsMessage: "no code at all" }, "smsMessage: the code's placeholder {####} is missing"],
    [{ smsMessage: 123456 }, "smsMessage is not text"],
  ])("%j: %s", (response, reasons) => {
    expect(reasonsOf("CustomMessage_ForgotPassword", response)).toBe(reasons);
  });

  test.each([
    ["CustomMessage_ForgotPassword", "{####}", "ok"],
    ["CustomMessage_ForgotPassword", "{####} {username}", "rejected"],
    ["CustomMessage_AdminCreateUser", "{####} {username}", "ok"],
    ["CustomMessage_AdminCreateUser", "{####}", "rejected"],
  ])("%s whose event has a user name's placeholder, answered with %j: %s", (source, smsMessage, is) => {
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
    ["ForgotPassword", suppress, "a changed response requires userAttributes"],
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
      "name has over 2048 bytes",
    ],
    ["ForgotPassword", { userAttributes: { ...email, name: true }, ...suppress }, "name is not text"],
    [
      "ForgotPassword",
      { userAttributes: { email: "anna@example.com" }, ...suppress },
      "a recovery requires a verified contact",
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
      "a recovery must leave finalUserStatus out",
    ],
    [
      "ForgotPassword",
      { userAttributes: email },
      'without messageAction "SUPPRESS" a welcome message goes out too',
    ],
    [
      "ForgotPassword",
      { userAttributes: email, forceAliasCreation: true, ...suppress },
      "forceAliasCreation takes the alias away from its current owner",
    ],
    [
      "ForgotPassword",
      { userAttributes: email, desiredDeliveryMediums: ["PIGEON"], ...suppress },
      "desiredDeliveryMediums contains something other than SMS and EMAIL",
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
      "username is neither the typed name nor a user name",
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
  ["PostConfirmation_ConfirmForgotPassword", { done: true }, "Cognito has no response.done"],
])("%s with %j: %s", (source, response, reasons) => {
  expect(reasonsOf(source, response)).toBe(reasons);
});

describe("an error", () => {
  test.each([
    ["PreSignUp_SignUp", "LEGACY_ACCOUNT: Reset its password", "ok"],
    ["UserMigration_ForgotPassword", "TRY_AGAIN: Later", "ok"],
    ["CustomMessage_ForgotPassword", "TRY_AGAIN: Later", "rejected"],
    ["PostConfirmation_ConfirmSignUp", "TRY_AGAIN: Later", "rejected"],
    ["UserMigration_ForgotPassword", "connect ECONNREFUSED", "rejected"],
    ["UserMigration_ForgotPassword", "TRY_AGAIN: x\n    at f (/var/task/index.js:1:2)", "rejected"],
    ["UserMigration_ForgotPassword", "TRY_AGAIN: no file /tmp/legacy.sqlite", "rejected"],
    ["UserMigration_ForgotPassword", "TRY_AGAIN: no file C:\\legacy.sqlite", "rejected"],
    ["UserMigration_ForgotPassword", `TRY_AGAIN: ${"x".repeat(256)}`, "rejected"],
  ])("of %s with the text %j is %s", (source, text, verdict) => {
    expect(judge(event(source), failed(text)).is).toBe(verdict);
  });
});

test.each<[TriggerAnswer, string]>([
  [{ is: "hung" }, "no answer within 5 s"],
  [{ is: "died", why: "it ended" }, "it ended"],
])("%j is rejected: %s", (answer, reason) => {
  expect(judge(event("PreSignUp_SignUp"), answer)).toEqual({ is: "rejected", reasons: [reason] });
});
