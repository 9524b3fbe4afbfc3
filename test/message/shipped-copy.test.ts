import { describe, expect, test } from "vitest";
import { annotationsOf } from "../../src/annotations/annotations.ts";
import type { CompiledTemplates } from "../../src/message/compiled-templates.ts";
import { customMessage } from "../../src/message/custom-message.ts";
import { type CustomMessageEvent, customMessageSources } from "../../src/trigger/custom-message-event.ts";
import { call, event } from "../trigger/sample.ts";

const shipped = await import("../../generated/templates.js").then(
  (module) => module.default as CompiledTemplates,
);

const locales = ["en", "de", "fr", "ja", "ar"] as const;
const invitation = "CustomMessage_AdminCreateUser";

/** Writes a shipped message of a brand, to a person of this name if any. */
async function written(
  source: string,
  { locale, brand, name }: { locale: string; brand: string; name?: string | undefined },
) {
  const made = call({ metadata: { locale } });
  const request = {
    userAttributes: { sub: "00000000-0000-4000-8000-000000000000", ...(name && { given_name: name }) },
    codeParameter: "{####}",
    linkParameter: "{##Click Here##}",
    usernameParameter: source === invitation ? "{username}" : null,
  };
  const templates = { ...shipped, brands: { ...shipped.brands, default: brand, clients: {} } };
  const answer = await customMessage({ templates })(event(source, request) as CustomMessageEvent, made);
  const { smsMessage, emailSubject, emailMessage } = answer ?? {};
  return {
    annotations: annotationsOf(made.signal),
    sms: smsMessage ?? "",
    subject: emailSubject ?? "",
    email: emailMessage ?? "",
  };
}

const brands = Object.keys(shipped.brands.brands);
const rows = customMessageSources.flatMap((source) =>
  locales.flatMap((locale) =>
    brands.flatMap((brand) => ["Anna", undefined].map((name) => ({ source, locale, brand, name }))),
  ),
);

describe("the shipped messages", () => {
  test.each(rows)("of $source in $locale by $brand to $name are written as meant", async (row) => {
    const { annotations, sms, subject, email } = await written(row.source, row);
    expect(annotations).toMatchObject({ outcome: "served", step: "as meant", warnings: [] });
    expect(annotations.locale?.served).toBe(row.locale);
    expect(sms).toMatch(/^\{####\} /);
    expect(sms.length).toBeLessThanOrEqual(140);
    expect(subject).not.toBe("");
    expect(email).toContain(`lang="${row.locale}"`);
    expect(email.includes("<bdi>Anna</bdi>")).toBe(row.name === "Anna");
    expect(sms + subject).not.toContain("Anna");
    for (const text of [sms, email]) expect(text.includes("{username}")).toBe(row.source === invitation);
  });

  // Any other character makes an SMS UCS-2, with 70 units per segment instead of 160.
  test.each(["en", "de", "fr"])("by SMS in %s are in GSM 03.38's basic set", async (locale) => {
    const texts = await Promise.all(
      customMessageSources.map((source) => written(source, { locale, brand: "example" })),
    );
    const foreign = texts.flatMap(
      ({ sms }) => sms.replaceAll(/\{\w+\}|\{####\}/g, "").match(NOT_BASIC) ?? [],
    );
    expect(foreign).toEqual([]);
  });

  test.each([
    ["CustomMessage_SignUp", true],
    ["CustomMessage_ResendCode", true],
    ["CustomMessage_UpdateUserAttribute", true],
    ["CustomMessage_VerifyUserAttribute", true],
    ["CustomMessage_Authentication", false],
    [invitation, false],
  ])("of %s say that the code is valid for 24 hours: %s", async (source, says) => {
    for (const locale of locales) {
      const { sms, email } = await written(source, { locale, brand: "example" });
      expect(sms.includes("24")).toBe(says);
      // In the preheader, and after the code.
      expect(email.replace(/<style>.*<\/style>|style="[^"]*"/gs, "").match(LIFE) ?? []).toHaveLength(
        says ? 2 : 0,
      );
    }
  });

  test("of an invitation mention no code", async () => {
    for (const locale of locales) {
      const { sms, subject, email } = await written(invitation, { locale, brand: "example" });
      const text = email.replace(/<style>.*<\/style>|<[^>]*>/gs, " ");
      expect(`${sms} ${subject} ${text}`).not.toMatch(/\bcode\b|コード|رمز/i);
    }
  });
});

const LIFE = /24(?: |&nbsp;)?(?:hours|Stunden|heures|時間|ساعة)/g;

/** https://www.unicode.org/Public/MAPPINGS/ETSI/GSM0338.TXT, without what an escape makes of two septets. */
const NOT_BASIC = /[^@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]/gu;
