import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { PreSignUpEvent, PreSignUpSource } from "../../src/trigger/pre-sign-up-event.ts";
import { repository } from "../project.ts";
import { signUp } from "../sign-up/sample.ts";
import { context } from "../trigger/sample.ts";
import { bundledSnippet } from "./bundled-snippet.ts";

const page = readFileSync(join(repository, "docs/policies.md"), "utf8");
const snippet = [...page.matchAll(/```ts\n(.*?)```/gs)].find(([, code]) =>
  code?.includes("notOnSundays"),
)?.[1];

describe("the policy of docs/policies.md", () => {
  let handler: (event: PreSignUpEvent, lambda: ReturnType<typeof context>) => Promise<PreSignUpEvent>;
  beforeAll(async () => {
    const { file, remove } = await bundledSnippet(snippet ?? "");
    handler = (await import(file)).handler;
    remove();
  });
  const on = (day: string, attributes: Record<string, string>, source: PreSignUpSource) => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(day) });
    return handler(signUp(attributes, { source }), context()).finally(() => vi.useRealTimers());
  };
  const [sunday, monday] = ["2026-11-29T12:00:00Z", "2026-11-30T12:00:00Z"];
  const stranger = { email: "anna@example.com" };
  const migrated = { ...stranger, email_verified: "true" };

  test.each<[PreSignUpSource, Record<string, string>]>([
    ["PreSignUp_SignUp", migrated],
    ["PreSignUp_SignUp", { ...stranger, phone_number: "+4915112345678", phone_number_verified: "true" }],
    ["PreSignUp_AdminCreateUser", migrated],
    ["PreSignUp_AdminCreateUser", stranger],
  ])("stops no migration and no invitation on a Sunday, as %s: %j", async (source, attributes) => {
    const answer = await on(sunday, attributes, source);
    expect(answer.response.autoConfirmUser).toBe(false);
  });

  test("stops a sign-up on a Sunday, and on no other day", async () => {
    await expect(on(sunday, stranger, "PreSignUp_SignUp")).rejects.toThrow(/^SUNDAY/);
    await expect(on(monday, stranger, "PreSignUp_SignUp")).resolves.toBeDefined();
  });
});
