import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { annotationsOf } from "../../src/annotations/annotations.ts";
import { SetupError } from "../../src/error/setup-error.ts";
import type { CompiledTemplates } from "../../src/message/compiled-templates.ts";
import { customMessage } from "../../src/message/custom-message.ts";
import { customMessageSources } from "../../src/trigger/custom-message-event.ts";
import { parameterOf } from "../parameter/parameter-of.ts";
import { repository, smallProject, templatesOf } from "../project.ts";
import { call, event, forgotPassword } from "../trigger/sample.ts";

const shipped = await import("../../generated/templates.js").then(
  (module) => module.default as CompiledTemplates,
);

async function answered(
  sent: unknown,
  {
    templates = shipped,
    metadata = {},
    clientId = "1example23456789",
    ...options
  }: Partial<Parameters<typeof customMessage>[0]> & {
    metadata?: Record<string, string>;
    clientId?: string;
  } = {},
) {
  const made = call({ metadata, clientId });
  const answer = await customMessage({ templates, ...options })(sent as never, made);
  return { answer, annotations: annotationsOf(made.signal) };
}

describe("a shipped message", () => {
  test.each([
    ["en", "Your code to choose a new Example password", "valid for 1 hour"],
    ["de", "Ihr Code für ein neues Passwort bei Example", "gilt 1 Stunde"],
    ["fr", "Votre code pour choisir un nouveau mot de passe Example", "valable 1&#160;heure"],
    ["ja", "Example パスワード再設定用の確認コード", "有効期間は1時間"],
    ["ar", "رمزك لاختيار كلمة مرور جديدة في Example", "ساعة واحدة"],
  ])("in %s fills all three parts", async (locale, subject, life) => {
    const { answer, annotations } = await answered(forgotPassword({ given_name: "Anna" }), {
      metadata: { locale },
    });
    expect(answer?.emailSubject).toBe(subject);
    expect(answer?.emailMessage).toContain(`lang="${locale}" dir="${locale === "ar" ? "rtl" : "ltr"}"`);
    expect(answer?.emailMessage?.replaceAll("&nbsp;", "&#160;")).toContain(life);
    expect(answer?.emailMessage).toContain("<bdi>Anna</bdi>");
    expect(answer?.emailMessage).toContain("&amp;code&#x3D;{####}");
    expect(answer?.smsMessage).toMatch(/^\{####\} /);
    expect(answer?.smsMessage).not.toContain("Anna");
    expect(annotations).toMatchObject({
      outcome: "served",
      locale: { asked: locale, by: "metadata", served: locale },
    });
  });

  test.each(customMessageSources)("of %s without a template is Cognito's own text", async (source) => {
    const { [source]: without, ...offered } = shipped.offered;
    expect(without).not.toEqual([]);
    const sent = event(source, { codeParameter: "{####}" });
    const { answer, annotations } = await answered(sent, { templates: { ...shipped, offered } });
    expect(answer).toBeUndefined();
    expect(annotations.outcome).toBe("passed");
  });

  test.each([
    ["null attributes", { userAttributes: null }],
    ["no attributes", { userAttributes: undefined }],
    ["null metadata", { clientMetadata: null }],
  ])("with %s is written", async (_, more) => {
    const sent = forgotPassword();
    const { answer } = await answered({ ...sent, request: { ...sent.request, ...more } });
    expect(answer?.emailMessage).toContain("Hello,");
  });

  test.each(
    customMessageSources,
  )("of %s does not depend on the placeholder for the user name", async (source) => {
    const sent = (usernameParameter?: string | null) =>
      answered(event(source, { codeParameter: "{####}", usernameParameter }));
    const isInvitation = source === "CustomMessage_AdminCreateUser";
    const usual = await sent(isInvitation ? "{username}" : null);
    expect(Object.keys(usual.answer ?? {})).toHaveLength(3);
    expect(usual.annotations).toMatchObject({ step: "as meant", warnings: [] });
    for (const other of isInvitation ? [] : [undefined, "", "{username}", "{####}"]) {
      expect((await sent(other)).answer).toEqual(usual.answer);
    }
  });

  test("without a placeholder for the code is left to Cognito", async () => {
    expect((await answered(event("CustomMessage_ForgotPassword", {}))).answer).toBeUndefined();
  });

  test("has no subject and email for a pool that uses Cognito's own sender", async () => {
    const { answer } = await answered(forgotPassword(), { emailSendingAccount: "COGNITO_DEFAULT" });
    expect(Object.keys(answer ?? {})).toEqual(["smsMessage"]);
  });
});

describe("the locale", () => {
  test.each([
    ["metadata before the attribute", { locale: "fr" }, { locale: "ja" }, "fr"],
    ["the attribute", {}, { locale: "ja-JP" }, "ja"],
    ["the app client's", {}, {}, "de"],
    ["the attribute when the metadata's is not offered", { locale: "nl" }, { locale: "ar" }, "ar"],
  ])("is %s", async (_, metadata, attributes, expected) => {
    const { annotations } = await answered(forgotPassword(attributes as Record<string, string>), {
      metadata: metadata as Record<string, string>,
      clientId: "2example23456789",
    });
    expect(annotations.locale?.served).toBe(expected);
  });

  test("is the project's when none is stated", async () => {
    expect((await answered(forgotPassword())).annotations.locale).toEqual({
      asked: "en",
      by: "project",
      served: "en",
    });
  });
});

describe("the setting of the pool's sender", () => {
  test("cannot be read: only the email is left out", async () => {
    const emailSendingAccount = parameterOf(() =>
      Promise.reject(new SetupError("EMAIL_SENDING_ACCOUNT is wrong.")),
    );
    const { answer, annotations } = await answered(forgotPassword(), { emailSendingAccount });
    expect(Object.keys(answer ?? {})).toEqual(["smsMessage"]);
    expect(annotations).toMatchObject({ outcome: "served", warnings: ["EMAIL_SENDING_ACCOUNT is wrong."] });
  });
});

describe("the brand", () => {
  test("is that of the app client", async () => {
    const { answer } = await answered(forgotPassword(), { clientId: "2example23456789" });
    expect(answer?.smsMessage).toContain("Sample Shop");
    // It has no resetUrl, so no button either.
    expect(answer?.emailMessage).not.toContain('<a class="button-text"');
  });

  test.each([
    ["1example23456789", "Sample Shop"],
    ["9example23456789", "Example"],
  ])("that metadata requests must be listed for the client: %s gets %s", async (clientId, name) => {
    const { answer } = await answered(forgotPassword(), { clientId, metadata: { brand: "sample-shop" } });
    expect(answer?.smsMessage).toContain(name);
  });
});

describe("a hostile name", () => {
  test.each([
    "<script>alert(1)</script>",
    "evil.example",
    "{####}",
    "Anna\u202e",
    "x".repeat(5_000),
  ])("%j is left out", async (given_name) => {
    const { answer } = await answered(forgotPassword({ given_name }));
    expect(answer?.emailMessage).toBe((await answered(forgotPassword())).answer?.emailMessage);
  });
});

describe("a brand", () => {
  const brands = JSON.parse(readFileSync(join(repository, "templates/brands.json"), "utf8"));
  const logo = { url: "https://example.com/logo.png", width: 120, height: 40 };
  const emailWith = async (more: object) => {
    const example = { ...brands.brands.example, ...more };
    const text = JSON.stringify({ ...brands, brands: { ...brands.brands, example } });
    const templates = await templatesOf(smallProject({ "templates/brands.json": text }));
    const { answer } = await answered(forgotPassword(), { templates, metadata: { locale: "de-AT" } });
    return answer?.emailMessage ?? "";
  };

  test("shows its logo, with its name as alternative text, instead of its name", async () => {
    const email = await emailWith({ logo });
    expect(email).toContain('src="https://example.com/logo.png" width="120" height="40" alt="Example"');
    expect(email).not.toContain("<source");
    expect(email).not.toContain(">Example</p>");
  });

  test("shows its dark logo on a dark page", async () => {
    const email = await emailWith({ logo: { ...logo, dark: "https://example.com/dark.png" } });
    expect(email).toContain(
      '<source srcset="https://example.com/dark.png" media="(prefers-color-scheme: dark)">',
    );
  });

  test("has a legal line at the foot", async () => {
    expect(await emailWith({ legal: "Example & Sons, 1 Main Street" })).toContain(
      ">Example &amp; Sons, 1 Main Street</p>",
    );
  });

  test("has a help page in the message's language", async () => {
    expect(await emailWith({ supportUrl: "https://example.com/{locale}/help" })).toContain(
      'href="https://example.com/de/help"',
    );
  });
});

test("a name in a script that is newer than Cognito's Unicode is left out of the subject only", async () => {
  const subject = "templates/messages/forgot-password.subject.txt.hbs";
  const templates = await templatesOf(smallProject({ [subject]: "Code{{#if name}} für {{name}}{{/if}}" }));
  const metadata = { locale: "de" };
  // A letter of Kawi, which no plain character replaces.
  const newer = await answered(forgotPassword({ given_name: "\u{11f04}" }), { templates, metadata });
  expect(newer.answer?.emailSubject).toBe("Code");
  expect(newer.answer?.emailMessage).toContain("&#73476;");
  expect(newer.annotations).toMatchObject({ step: "as meant", warnings: [] });
  const spaced = await answered(forgotPassword({ given_name: "Anna\u00a0Lu" }), { templates, metadata });
  expect(spaced.answer?.emailSubject).toBe("Code für Anna Lu");
});

describe("a message that Cognito would reject, or whose template fails, falls back", () => {
  const broken = (
    part: "sms" | "email",
    locales: readonly string[],
    isBroken = (_: { readonly name?: string }) => true,
  ): CompiledTemplates => ({
    ...shipped,
    load: async (tag) => {
      const module = await shipped.load(tag);
      const { messages } = "messages" in module ? module : module.default;
      const { CustomMessage_ForgotPassword: specs } = messages;
      if (!specs || !locales.includes(tag)) return { messages };
      const sound = specs[part].main as (...given: unknown[]) => unknown;
      const main = (container: unknown, model: { readonly name?: string }, ...more: unknown[]) => {
        if (isBroken(model)) throw new Error("hunter2");
        return sound(container, model, ...more);
      };
      return { messages: { CustomMessage_ForgotPassword: { ...specs, [part]: { ...specs[part], main } } } };
    },
  });

  test("to a message without the person's values", async () => {
    const { answer, annotations } = await answered(forgotPassword({ given_name: "Anna" }), {
      templates: broken("email", ["de"], ({ name }) => name !== undefined),
      metadata: { locale: "de" },
    });
    expect(answer?.emailMessage).toContain("Guten Tag,");
    expect(annotations).toMatchObject({
      step: "without personal values",
      warnings: ["subject and email as meant: the template failed"],
    });
  });

  test("to the default locale, subject and email together, the SMS by itself", async () => {
    const { answer, annotations } = await answered(forgotPassword({ given_name: "Anna" }), {
      templates: broken("email", ["de"]),
      metadata: { locale: "de" },
    });
    expect(answer?.emailSubject).toMatch(/^Your code/);
    expect(answer?.emailMessage).toContain("Hello,");
    expect(answer?.smsMessage).toContain("Ihr Code");
    expect(annotations.warnings).toEqual([
      "subject and email as meant: the template failed",
      "subject and email without personal values: the template failed",
    ]);
  });

  test("to Cognito's own text for that part only", async () => {
    const { answer, annotations } = await answered(forgotPassword(), {
      templates: broken("sms", ["de", "en"]),
      metadata: { locale: "de" },
    });
    expect(answer).not.toHaveProperty("smsMessage");
    expect(answer?.emailSubject).toContain("Passwort");
    expect(annotations.warnings?.at(-1)).toBe("sms left to Cognito");
    expect(annotations.outcome).toBe("served");
  });

  test("to the default locale when the locale's module cannot be loaded", async () => {
    const load = (tag: string) =>
      tag === "de" ? Promise.reject(new Error("no such file")) : shipped.load(tag);
    const { answer } = await answered(forgotPassword(), {
      templates: { ...shipped, load },
      metadata: { locale: "de" },
    });
    expect(answer?.smsMessage).toMatch(/is your code/);
  });

  test("to no answer when every part fails", async () => {
    const load = () => Promise.reject(new Error());
    const { answer, annotations } = await answered(forgotPassword(), { templates: { ...shipped, load } });
    expect(answer).toBeUndefined();
    expect(annotations.outcome).toBe("left to Cognito");
  });

  test("to an SMS without a value that makes it too long", async () => {
    const templates = await templatesOf(
      smallProject({
        "templates/messages/forgot-password.sms.txt.hbs": `{{code}}${"x".repeat(120)}{{#if metadata.shop}}{{metadata.shop}}{{/if}}`,
        "triggers/client-metadata.ts": `import * as v from "valibot"; export const clientMetadata = v.object({ shop: v.optional(v.pipe(v.string(), v.maxLength(10))) });`,
      }),
    );
    // Longer than the schema permits, because the checker rejects templates that could become too long.
    const { answer, annotations } = await answered(forgotPassword(), {
      templates,
      metadata: { locale: "de", shop: "y".repeat(20) },
    });
    expect(answer?.smsMessage).toHaveLength(126);
    expect(annotations.warnings).toEqual(["sms as meant: rejected for its length"]);
  });
});
