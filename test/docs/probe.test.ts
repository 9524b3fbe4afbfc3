import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { repository } from "../project.ts";

const text = readFileSync(join(repository, "docs/open-questions.md"), "utf8");
const [, source = ""] = /```ts\n((?:(?!```).)*const probes.*?)```/s.exec(text) ?? [];
const { handler } = await import(
  `data:text/javascript,${encodeURIComponent(stripTypeScriptTypes(source, { mode: "strip" }))}`
);

/** The answer of docs/open-questions.md's probe, and what it logs. */
async function probed(triggerSource: string, request: object, userName = "anna@example.com") {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  try {
    const { response } = await handler({ triggerSource, userName, request, response: {} });
    return { response, logged: String(log.mock.calls[0]?.[0]) };
  } finally {
    log.mockRestore();
  }
}

const message = (probe: string) =>
  probed("CustomMessage_ForgotPassword", { codeParameter: "{####}", clientMetadata: { probe } });

describe("the probe for what is not known", () => {
  test("length: short enough in code points alone", async () => {
    const { response } = await message("length");
    expect([[...response.emailSubject].length <= 140, response.emailSubject.length > 140]).toEqual([
      true,
      true,
    ]);
  });

  test.each<[string, RegExp]>([
    ["plain", /^Plain \{####\}$/],
    ["length", /^Length \{####\}$/],
    ["long", /^\{####\}x{20000}$/],
    ["twice", /^\{####\} and \{####\}$/],
    ["som", /^\u20C0 \{####\}$/],
  ])("%s has an email with the code", async (probe, email) => {
    expect((await message(probe)).response.emailMessage).toMatch(email);
  });

  test("newline: an SMS of two lines", async () => {
    expect((await message("newline")).response.smsMessage).toBe("Newline {####}\n@example.com #{####}");
  });

  test("any other is left to Cognito", async () => {
    expect((await message("none")).response).toEqual({});
    expect((await message("constructor")).response).toEqual({});
    expect((await probed("PreSignUp_SignUp", {})).response).toEqual({});
  });

  test("a recovery migrates any user", async () => {
    const { response } = await probed("UserMigration_ForgotPassword", { password: null });
    expect(response).toEqual({
      userAttributes: { email: "anna@example.com", email_verified: "true" },
      messageAction: "SUPPRESS",
    });
  });

  test("the log has names and kinds, and no value", async () => {
    const { logged } = await probed("UserMigration_ForgotPassword", {
      password: "hunter2",
      userAttributes: null,
      clientMetadata: { probe: "x", locale: "de", "anna@example.com": "x" },
    });
    expect(JSON.parse(logged)).toEqual({
      triggerSource: "UserMigration_ForgotPassword",
      request: {
        password: "string",
        userAttributes: "null",
        clientMetadata: { probe: "string", locale: "string", "?": "string" },
      },
    });
  });
});

/** The open questions of the contract with Cognito, each by words of its row. */
const open = [
  "code points or in UTF-16 units",
  "an email over 20,000 characters",
  "each of several placeholders",
  "an SMS may have a second line",
  "runs pre sign-up, and as which source",
  "`password`, as absent or as `null`",
  "a public sign-up may write `email_verified`",
];

test("each open question has a way to answer it, and an assumption until then", () => {
  const [, table = ""] = /\| not known \|.*?\n\|---.*?\n(.*?)\n\n/s.exec(text) ?? [];
  const rows = table.split("\n").map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  for (const cells of rows) expect(cells.map((cell) => cell !== "")).toEqual([true, true, true]);
  for (const words of open) expect(rows.filter(([what = ""]) => what.includes(words))).toHaveLength(1);
});
