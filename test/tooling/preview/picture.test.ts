import { expect, test } from "vitest";
import { customMessage } from "../../../src/message/custom-message.ts";
import { pictureOf } from "../../../src/tooling/preview/picture.ts";
import { workbenchFrom, workbenchOf } from "../../../src/tooling/preview/workbench.ts";
import { smallProject, templatesOf } from "../../project.ts";
import { call, forgotPassword } from "../../trigger/sample.ts";
import { PATIENT } from "../check/grammar.ts";
import { shippedText, smallCopy } from "../check/shipped.ts";

test("it is what the compiled modules write, in every language", PATIENT, async () => {
  const root = smallProject();
  const bench = await workbenchOf(root, new Map());
  const respond = customMessage({ templates: await templatesOf(root) });
  const source = "CustomMessage_ForgotPassword";
  for (const locale of bench.locales) {
    const message = bench.message(locale, source);
    if (!message) throw new Error(`${locale} has no such message`);
    const sample = { userAttributes: { given_name: "Anna" } };
    const picture = await pictureOf(bench, { locale, source, ...message }, { sample, brand: undefined });
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

const german = "templates/de/forgot-password/sms.txt.hbs";
/** English and German. */
const small = smallCopy({ [german]: shippedText(german) });

test("what no longer compiles is shown as it was; what changes is compiled anew", PATIENT, async () => {
  const memory = new Map();
  const source = "CustomMessage_ForgotPassword";
  const first = workbenchFrom(small, memory).message("de", source);
  expect(first?.isFormer).toBe(false);
  expect(workbenchFrom(small, memory).message("de", source)?.specs).toBe(first?.specs);
  const broken = workbenchFrom(smallCopy({ [german]: "{{code}} {{#if brand.domain}}" }), memory);
  expect(broken.message("de", source)).toEqual({ specs: first?.specs, isFormer: true });
  expect(broken.message("en", source)?.isFormer).toBe(false);
  const mended = workbenchFrom(smallCopy({ [german]: "{{code}} ist es." }), memory).message("de", source);
  expect(mended?.isFormer).toBe(false);
  expect(mended?.specs).not.toBe(first?.specs);
});

test("a brand that is asked for is shown whatever the app client", async () => {
  const bench = workbenchFrom(small, new Map());
  const source = "CustomMessage_ForgotPassword";
  const message = bench.message("en", source);
  if (!message) throw new Error("it is not there");
  const look = (brand: string | undefined, clientId?: string) =>
    pictureOf(
      bench,
      { locale: "en", source, ...message },
      { sample: { ...(clientId && { clientId }) }, brand },
    );
  expect((await look(undefined)).brand.name).toBe("Example");
  expect((await look(undefined, "2example23456789")).brand.name).toBe("Sample Shop");
  const asked = await look("sample-shop", "1example23456789");
  expect(asked.brand.name).toBe("Sample Shop");
  expect(asked.parts.sms).toContain("Sample Shop");
});
