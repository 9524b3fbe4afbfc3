import { expect, test } from "vitest";
import type { RawEvent } from "../../../src/tooling/local-pool/raw-event.ts";
import type { Expectation, Flow } from "../../../src/tooling/replay/flow.ts";
import { playedFlow } from "../../../src/tooling/replay/played-flow.ts";

/** Triggers that write one message, and otherwise return the event unchanged. */
const stage = {
  invoke: async (event: RawEvent) => {
    const response = event.triggerSource.startsWith("CustomMessage")
      ? { emailSubject: "Ihr Code", emailMessage: "Hier: {####}", smsMessage: "{####}!" }
      : event.response;
    const log = { outcome: "served", warnings: [], locale: { by: "project", served: "de" } };
    return {
      is: "answered" as const,
      text: JSON.stringify({ ...event, response }),
      log,
      errors: [],
      milliseconds: 1,
    };
  },
  close: () => {},
};
const kim = { username: "kim@example.org", attributes: { email: "kim@example.org", email_verified: "true" } };

async function failures(expected: Expectation, username = "kim@example.org"): Promise<readonly string[]> {
  const flow: Flow = {
    title: "",
    pool: { settings: {}, users: [{ ...kim, status: "CONFIRMED" }] },
    legacy: "down",
    environment: {},
    steps: [{ forgotPassword: { username }, expect: expected }],
  };
  const [report] = await playedFlow(flow, stage);
  return report?.failures ?? ["no report"];
}

const message = "CustomMessage_ForgotPassword";

test.each<Expectation>([
  {},
  { triggers: [message] },
  { triggers: [`${message}: served`] },
  {
    delivered: {
      to: "kim@example.org",
      locale: "de",
      subject: "Code",
      text: ["123456"],
      without: ["{####}"],
    },
  },
  { userCreated: false },
])("%j is met", async (expected) => {
  expect(await failures(expected)).toEqual([]);
});

test.each<[Expectation, string]>([
  [{ triggers: [] }, `ran ${message}: served, expected nothing`],
  [{ triggers: [`${message}: passed`] }, `ran ${message}: served, expected ${message}: passed`],
  [{ error: "UserNotFoundException" }, "no error, expected UserNotFoundException"],
  [{ delivered: false }, "a message was delivered to kim@example.org, expected none"],
  [{ delivered: { to: "a@example.com" } }, "delivered to kim@example.org, expected a@example.com"],
  [{ delivered: { locale: "fr" } }, "served in de, expected fr"],
  [{ delivered: { subject: "Votre" } }, 'the subject "Ihr Code" does not contain "Votre"'],
  [{ delivered: { text: "654321" } }, 'the message does not contain "654321"'],
  [{ delivered: { without: ["123456"] } }, 'the message contains "123456"'],
  [{ userCreated: true }, "no user was created"],
])("%j is not met: %s", async (expected, failure) => {
  expect(await failures(expected)).toEqual([failure]);
});

test("an unknown user gets no message", async () => {
  expect(await failures({ delivered: { to: "x" } }, "nobody@example.org")).toEqual([
    "no message was delivered",
  ]);
});
