import { describe, expect, test } from "vitest";
import { type LocalPoolOptions, localPool } from "../../../src/tooling/local-pool/local-pool.ts";
import type { DeliveredMessage } from "../../../src/tooling/local-pool/pool-context.ts";
import type { PoolSettings } from "../../../src/tooling/local-pool/pool-settings.ts";
import type { RawEvent } from "../../../src/tooling/local-pool/raw-event.ts";

type Answers = Readonly<Record<string, object | string | null>>;

const anna = {
  userAttributes: { email: "anna@example.com", email_verified: "true" },
  messageAction: "SUPPRESS",
};
const username = "anna@example.com";
const password = "A-New-Horse-10";
const kim = {
  username: "kim@example.org",
  attributes: { email: "kim@example.org", email_verified: "true" },
  status: "CONFIRMED" as const,
  password,
};

/** A pool whose triggers answer with a response, with an error of that text, with null, or (not listed) pass. */
function poolWith(answers: Answers = {}, options: Partial<LocalPoolOptions> = {}) {
  const events: RawEvent[] = [];
  const delivered: DeliveredMessage[] = [];
  let codes = 111_111;
  const made = localPool({
    invoke: async (event) => {
      events.push(event);
      const answer = answers[event.triggerSource];
      if (typeof answer === "string") return { is: "failed", errorType: "Error", errorMessage: answer };
      const response = { ...(event.response as object), ...answer };
      return { is: "answered", text: JSON.stringify(answer === null ? null : { ...event, response }) };
    },
    deliver: (message) => delivered.push(message),
    now: () => 0,
    code: () => String(codes++),
    ...options,
  });
  return { ...made, events, delivered, ran: () => events.map(({ triggerSource }) => triggerSource) };
}

describe("ForgotPassword", () => {
  test("migrates a person, runs pre sign-up, then sends the message", async () => {
    const { forgotPassword, ran, delivered, users } = poolWith({ UserMigration_ForgotPassword: anna });
    expect(await forgotPassword({ username })).toEqual({
      Destination: "a***@e***",
      DeliveryMedium: "EMAIL",
      AttributeName: "email",
    });
    expect(ran()).toEqual([
      "UserMigration_ForgotPassword",
      "PreSignUp_AdminCreateUser",
      "CustomMessage_ForgotPassword",
    ]);
    expect(delivered).toMatchObject([{ to: username, text: "Your verification code is 111111." }]);
    expect(users()).toMatchObject([{ status: "RESET_REQUIRED", attributes: { email: username } }]);
  });

  test.each([
    ["none", []],
    ["PreSignUp_SignUp", ["PreSignUp_SignUp"]],
  ] as const)("with pre sign-up as %s, which is not known", async (preSignUpInRecovery, sources) => {
    const { forgotPassword, ran } = poolWith(
      { UserMigration_ForgotPassword: anna },
      { settings: { preSignUpInRecovery } },
    );
    await forgotPassword({ username });
    expect(ran()).toEqual(["UserMigration_ForgotPassword", ...sources, "CustomMessage_ForgotPassword"]);
  });

  test("lets pre sign-up veto the migration", async () => {
    const { forgotPassword, users } = poolWith({
      UserMigration_ForgotPassword: anna,
      PreSignUp_AdminCreateUser: "EMAIL_DOMAIN: Not here",
    });
    await expect(forgotPassword({ username })).rejects.toMatchObject({
      name: "UserLambdaValidationException",
      message: "PreSignUp failed with error EMAIL_DOMAIN: Not here.",
    });
    expect(users()).toEqual([]);
  });

  test("rejects a migration that does not suppress the welcome message", async () => {
    const { messageAction: _, ...loud } = anna;
    const { forgotPassword } = poolWith({ UserMigration_ForgotPassword: loud });
    await expect(forgotPassword({ username })).rejects.toMatchObject({
      name: "InvalidLambdaResponseException",
    });
  });

  test("migrates no one when migration only reorders its response", async () => {
    const reordered = { enableSMSMFA: null, userAttributes: null };
    const invoke = async (event: RawEvent) => {
      const response = { ...reordered, ...(event.response as object) };
      return { is: "answered" as const, text: JSON.stringify({ ...event, response }) };
    };
    const { forgotPassword, users } = poolWith({}, { invoke });
    expect((await forgotPassword({ username })).Destination).toBe("a***@e***");
    expect(users()).toEqual([]);
  });

  test.each<[string, Answers, "ENABLED" | "LEGACY", string | undefined]>([
    ["the user does not exist", {}, "ENABLED", undefined],
    ["the user does not exist", {}, "LEGACY", "UserNotFoundException"],
    [
      "migration fails",
      { UserMigration_ForgotPassword: "TRY_AGAIN: x" },
      "ENABLED",
      "UserLambdaValidationException",
    ],
    [
      "migration answers null",
      { UserMigration_ForgotPassword: null },
      "ENABLED",
      "InvalidLambdaResponseException",
    ],
  ])("when %s: %j with %s: %s", async (_, answers, preventUserExistenceErrors, name) => {
    const { forgotPassword, delivered } = poolWith(answers, { settings: { preventUserExistenceErrors } });
    const result = await forgotPassword({ username }).catch((thrown: Error) => thrown.name);
    expect(result).toEqual(
      name ?? { Destination: "a***@e***", DeliveryMedium: "EMAIL", AttributeName: "email" },
    );
    expect(delivered).toEqual([]);
  });

  test.each<[string, object, string]>([
    ["an unverified contact", { attributes: { email: kim.username } }, "InvalidParameterException"],
    ["a disabled user", { enabled: false }, "NotAuthorizedException"],
    ["a temporary password", { status: "FORCE_CHANGE_PASSWORD" }, "NotAuthorizedException"],
  ])("with %s sends no message and, with LEGACY, fails: %3$s", async (_, more, name) => {
    const { forgotPassword, ran } = poolWith(
      {},
      { users: [{ ...kim, ...more }], settings: { preventUserExistenceErrors: "LEGACY" } },
    );
    await expect(forgotPassword({ username: kim.username })).rejects.toMatchObject({ name });
    expect(ran()).toEqual([]);
  });

  test("inserts the code for each placeholder, and none into the subject", async () => {
    const { forgotPassword, delivered } = poolWith(
      { CustomMessage_ForgotPassword: { emailSubject: "Code", emailMessage: "{####} or {####}" } },
      { users: [kim] },
    );
    await forgotPassword({ username: kim.username });
    expect(delivered).toEqual([
      { medium: "EMAIL", to: kim.username, subject: "Code", text: "111111 or 111111" },
    ]);
  });

  test("sends by SMS where the pool prefers it", async () => {
    const attributes = { ...kim.attributes, phone_number: "+4915112345678", phone_number_verified: "true" };
    const { forgotPassword, delivered } = poolWith(
      {},
      { users: [{ ...kim, attributes }], settings: { accountRecovery: ["phone_number", "email"] } },
    );
    expect((await forgotPassword({ username: kim.username })).Destination).toBe("+*********5678");
    expect(delivered).toMatchObject([{ medium: "SMS", to: "+4915112345678" }]);
  });

  test("passes client metadata to every trigger, and no key when there is none", async () => {
    const clientMetadata = { locale: "de" };
    const { forgotPassword, events } = poolWith({ UserMigration_ForgotPassword: anna }, { users: [kim] });
    await forgotPassword({ username, clientMetadata });
    expect(events.map(({ request }) => request)).toEqual([
      expect.objectContaining({ clientMetadata }),
      expect.objectContaining({ clientMetadata }),
      expect.objectContaining({ clientMetadata }),
    ]);
    await forgotPassword({ username: kim.username });
    expect(events.at(-1)?.request).not.toHaveProperty("clientMetadata");
  });

  test("rejects an email written by a trigger where Cognito's own account sends", async () => {
    const { forgotPassword } = poolWith(
      { CustomMessage_ForgotPassword: { emailSubject: "Code", emailMessage: "It is {####}" } },
      { users: [kim], settings: { emailSendingAccount: "COGNITO_DEFAULT" } },
    );
    await expect(forgotPassword({ username: kim.username })).rejects.toMatchObject({
      name: "InvalidLambdaResponseException",
    });
  });
});

describe("ConfirmForgotPassword", () => {
  const confirmed = async (code: string, later = 0, newPassword = "Another-Horse-11") => {
    let time = 0;
    const made = poolWith({}, { users: [kim], now: () => time });
    await made.forgotPassword({ username: kim.username });
    time = later;
    const error = await made
      .confirmForgotPassword({ username: kim.username, code, password: newPassword })
      .catch((thrown: Error) => thrown.name);
    return { error, ran: made.ran().slice(1) };
  };

  test("runs post confirmation once the password is set", async () => {
    expect(await confirmed("111111")).toEqual({
      error: undefined,
      ran: ["PostConfirmation_ConfirmForgotPassword"],
    });
  });

  test.each<[string, Parameters<typeof confirmed>, string]>([
    ["another code", ["000000"], "CodeMismatchException"],
    ["a code older than an hour", ["111111", 3_600_001], "ExpiredCodeException"],
    ["a short password", ["111111", 0, "short"], "InvalidPasswordException"],
  ])("with %s runs nothing", async (_, given, error) => {
    expect(await confirmed(...given)).toEqual({ error, ran: [] });
  });

  test("accepts a code once", async () => {
    const made = poolWith({}, { users: [kim] });
    const request = { username: kim.username, code: "111111", password };
    await made.forgotPassword(request);
    await made.confirmForgotPassword(request);
    await expect(made.confirmForgotPassword(request)).rejects.toMatchObject({
      name: "CodeMismatchException",
    });
  });
});

describe("signing in", () => {
  test("migrates a person with the password just typed", async () => {
    const { signIn, ran, events } = poolWith({
      UserMigration_Authentication: { ...anna, finalUserStatus: "CONFIRMED" },
    });
    await signIn({ username, password, clientMetadata: { locale: "de" } });
    await signIn({ username, password });
    expect(ran()).toEqual(["UserMigration_Authentication", "PreSignUp_AdminCreateUser"]);
    expect(events[0]?.request).toMatchObject({ password, validationData: { locale: "de" } });
  });

  test.each<[string, Answers, object, string]>([
    ["the user does not exist", {}, {}, "NotAuthorizedException"],
    [
      "SRP cannot migrate",
      { UserMigration_Authentication: anna },
      { authFlow: "USER_SRP_AUTH" },
      "NotAuthorizedException",
    ],
    [
      "migration did not confirm",
      { UserMigration_Authentication: anna },
      {},
      "PasswordResetRequiredException",
    ],
  ])("fails when %s", async (_, answers, more, name) => {
    await expect(poolWith(answers).signIn({ username, password, ...more })).rejects.toMatchObject({ name });
  });
});

describe("SignUp", () => {
  test("runs pre sign-up, never migration", async () => {
    const { signUp, ran, users } = poolWith();
    await signUp({ username, password });
    expect(ran()).toEqual(["PreSignUp_SignUp", "CustomMessage_SignUp"]);
    expect(users()).toMatchObject([{ status: "UNCONFIRMED" }]);
    await expect(signUp({ username, password })).rejects.toMatchObject({ name: "UsernameExistsException" });
  });

  test("is rejected by pre sign-up", async () => {
    const { signUp, users } = poolWith({ PreSignUp_SignUp: "LEGACY_ACCOUNT: Recover it" });
    await expect(signUp({ username, password })).rejects.toMatchObject({
      message: "PreSignUp failed with error LEGACY_ACCOUNT: Recover it.",
    });
    expect(users()).toEqual([]);
  });

  test("runs post confirmation when pre sign-up confirms the user", async () => {
    const { signUp, ran } = poolWith({ PreSignUp_SignUp: { autoConfirmUser: true } });
    await signUp({ username, password });
    expect(ran()).toEqual(["PreSignUp_SignUp", "PostConfirmation_ConfirmSignUp"]);
  });
});

describe("the user name of a migrated person", () => {
  const attributes = { email: "anna@example.com", email_verified: "true" };
  const both = { ...attributes, phone_number: "+4915112345678", phone_number_verified: "true" };
  /** Recovers `typed` with a trigger that answers these attributes. */
  async function recovered(signIn: PoolSettings["signIn"], typed: string, userAttributes: object) {
    const { forgotPassword, users } = poolWith(
      { UserMigration_ForgotPassword: { userAttributes, messageAction: "SUPPRESS" } },
      { settings: { signIn } },
    );
    const thrown = await forgotPassword({ username: typed }).then(
      () => "",
      ({ name, message }: Error) => `${name}: ${message}`,
    );
    return { thrown, users: users().length };
  }

  test.each([
    ["email", "anna@example.com", attributes],
    ["email", "anna@example.com", { ...attributes, username: "anna@example.com" }],
    ["phone", "+4915112345678", both],
    ["email-or-phone", "anna@example.com", both],
    ["email-or-phone", "+4915112345678", both],
    ["username", "anna", attributes],
    ["username", "anna@example.com", attributes],
    ["alias", "anna", attributes],
    ["alias", "anna@example.com", { ...attributes, username: "anna" }],
    ["alias", "ANNA@example.com", { ...attributes, username: "anna" }],
    ["alias", "+4915112345678", { ...both, username: "anna" }],
  ] as const)("is accepted: by %s, %s, %j", async (signIn, typed, answered) => {
    expect(await recovered(signIn, typed, answered)).toEqual({ thrown: "", users: 1 });
  });

  test.each([
    ["alias", "anna@example.com", attributes, /email format/],
    ["alias", "+4915112345678", both, /phone number format/],
    ["alias", "anna@example.com", { ...attributes, username: "anna@example.com" }, /email format/],
    ["alias", "someone@example.com", { ...attributes, username: "anna" }, /not an alias/],
    ["email", "anna", attributes, /should be an email/],
    ["email", "anna@example.com", { ...attributes, username: "anna" }, /not an alias/],
    ["phone", "anna@example.com", both, /should be a phone number/],
    ["email-or-phone", "anna", both, /either an email or a phone number/],
    ["username", "anna", { ...attributes, username: "other" }, /not an alias/],
  ] as const)("is rejected: by %s, %s, %j", async (signIn, typed, answered, reason) => {
    const { thrown, users } = await recovered(signIn, typed, answered);
    expect(thrown).toMatch(/^Invalid(Parameter|LambdaResponse)Exception: /);
    if (!thrown.startsWith("InvalidLambdaResponse")) expect(thrown).toMatch(reason);
    expect(users).toBe(0);
  });

  test.each([
    ["alias", "anna@example.com"],
    ["email", "anna"],
    ["phone", "anna@example.com"],
  ] as const)("by %s, a sign-up as %s is rejected", async (signIn, typed) => {
    const { signUp, users } = poolWith({}, { settings: { signIn } });
    await expect(signUp({ username: typed, password })).rejects.toThrow("Username");
    expect(users()).toEqual([]);
  });
});
