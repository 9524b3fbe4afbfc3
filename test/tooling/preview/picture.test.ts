import { expect, test } from "vitest";
import { customMessage } from "../../../src/message/custom-message.ts";
import { pictureOf } from "../../../src/tooling/preview/picture.ts";
import { type Memory, workbenchFrom, workbenchOf } from "../../../src/tooling/preview/workbench.ts";
import { smallProject, templatesOf } from "../../project.ts";
import { call, forgotPassword } from "../../trigger/sample.ts";
import { type Changes, changed, shipped, withStrings } from "../check/shipped.ts";

const source = "CustomMessage_ForgotPassword";

function specsOf(locale: string, changes: Changes = {}, memory: Memory = new Map()) {
  const bench = workbenchFrom(changed(changes), memory);
  const message = bench.messages.find((each) => each.source === source);
  return message && bench.specs(locale, message);
}

test("it is what the compiled modules write, in every language", async () => {
  const root = smallProject();
  const bench = await workbenchOf(root, new Map());
  const respond = customMessage({ templates: await templatesOf(root) });
  const [message] = bench.messages;
  for (const locale of bench.locales) {
    const compiled = message && bench.specs(locale, message);
    if (!compiled) throw new Error(`${locale} has no such message`);
    const sample = { userAttributes: { given_name: "Anna" } };
    const { specs } = compiled;
    const picture = await pictureOf(bench, { locale, source, specs }, { sample, brand: undefined });
    const sub = "00000000-0000-4000-8000-000000000000";
    const event = forgotPassword({ sub, given_name: "Anna" });
    const sent = await respond(event as never, call({ metadata: { locale } }));
    expect(picture.parts).toEqual({
      subject: sent?.emailSubject,
      email: sent?.emailMessage,
      sms: sent?.smsMessage,
    });
    expect(picture.warnings).toEqual([]);
  }
});

test.each<[what: string, changes: Changes, locale: string]>([
  ["a structure", { "templates/messages/forgot-password.html.hbs": "{{#if" }, "en"],
  ["a partial", { "templates/partials/layout.html.hbs": "{{#if" }, "de"],
  ["a string", withStrings("de", { "forgot-password.sms": "" }), "de"],
])("while %s is broken, the message is shown as it was, or not at all", (_, changes, locale) => {
  const memory: Memory = new Map();
  const before = specsOf(locale, {}, memory);
  expect(before?.isFormer).toBe(false);
  expect(specsOf(locale, changes, memory)).toEqual({ specs: before?.specs, isFormer: true });
  expect(specsOf(locale, {}, memory)?.isFormer).toBe(false);
  expect(specsOf(locale, changes)).toBeUndefined();
});

test("a brand that is asked for is shown whatever the app client", async () => {
  const bench = workbenchFrom(shipped);
  const { specs } = specsOf("en") ?? {};
  if (!specs) throw new Error("it is not there");
  const look = (brand: string | undefined, clientId?: string) =>
    pictureOf(bench, { locale: "en", source, specs }, { sample: { ...(clientId && { clientId }) }, brand });
  expect((await look(undefined)).brand.name).toBe("Example");
  expect((await look(undefined, "2example23456789")).brand.name).toBe("Sample Shop");
  const asked = await look("sample-shop", "1example23456789");
  expect(asked.brand.name).toBe("Sample Shop");
  expect(asked.parts.sms).toContain("Sample Shop");
});
