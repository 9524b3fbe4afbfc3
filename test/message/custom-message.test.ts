import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { annotationsOf } from "../../src/annotations/annotations.ts";
import { SetupError } from "../../src/error/setup-error.ts";
import type { CompiledTemplates } from "../../src/message/compiled.ts";
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
  return { answer, note: annotationsOf(made.signal) };
}

describe("a shipped message", () => {
  test.each([
    ["en", "Your code to choose a new Example password", "valid for 1 hour"],
    ["de", "Ihr Code für ein neues Passwort bei Example", "gilt 1 Stunde"],
    ["fr", "Votre code pour choisir un nouveau mot de passe Example", "valable 1&#160;heure"],
    ["ja", "Example パスワード再設定用の確認コード", "有効期間は1時間"],
    ["ar", "رمزك لاختيار كلمة مرور جديدة في Example", "ساعة واحدة"],
  ])("in %s fills all three parts", async (locale, subject, life) => {
    const { answer, note } = await answered(forgotPassword({ given_name: "Anna" }), { metadata: { locale } });
    expect(answer?.emailSubject).toBe(subject);
    expect(answer?.emailMessage).toContain(`lang="${locale}" dir="${locale === "ar" ? "rtl" : "ltr"}"`);
    expect(answer?.emailMessage?.replaceAll("&nbsp;", "&#160;")).toContain(life);
    expect(answer?.emailMessage).toContain("<bdi>Anna</bdi>");
    expect(answer?.emailMessage).toContain("&amp;code&#x3D;{####}");
    expect(answer?.smsMessage).toMatch(/^\{####\} /);
    expect(answer?.smsMessage).not.toContain("Anna");
    expect(note).toMatchObject({
      outcome: "served",
      locale: { asked: locale, by: "metadata", served: locale },
    });
  });

  test.each(customMessageSources)("of %s, were there no templates, is Cognito's own text", async (source) => {
    const { [source]: without, ...offered } = shipped.offered;
    expect(without).not.toEqual([]);
    const sent = event(source, { codeParameter: "{####}" });
    const { answer, note } = await answered(sent, { templates: { ...shipped, offered } });
    expect(answer).toBeUndefined();
    expect(note.outcome).toBe("passed");
  });

  test.each([
    ["null attributes", { userAttributes: null }],
    ["no attributes", { userAttributes: undefined }],
    ["null metadata", { clientMetadata: null }],
  ])("with %s is written all the same", async (_, more) => {
    const sent = forgotPassword();
    const { answer } = await answered({ ...sent, request: { ...sent.request, ...more } });
    expect(answer?.emailMessage).toContain("Hello,");
  });

  test.each(
    customMessageSources,
  )("of %s is the same whatever its user name's placeholder is", async (source) => {
    const sent = (usernameParameter?: string | null) =>
      answered(event(source, { codeParameter: "{####}", usernameParameter }));
    const isInvitation = source === "CustomMessage_AdminCreateUser";
    const usual = await sent(isInvitation ? "{username}" : null);
    expect(Object.keys(usual.answer ?? {})).toHaveLength(3);
    expect(usual.note).toMatchObject({ step: "as meant", warnings: [] });
    for (const other of isInvitation ? [] : [undefined, "", "{username}", "{####}"]) {
      expect((await sent(other)).answer).toEqual(usual.answer);
    }
  });

  test("without the code's placeholder to write is left to Cognito", async () => {
    expect((await answered(event("CustomMessage_ForgotPassword", {}))).answer).toBeUndefined();
  });

  test("leaves subject and email out for a pool that sends by itself", async () => {
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
    const { note } = await answered(forgotPassword(attributes as Record<string, string>), {
      metadata: metadata as Record<string, string>,
      clientId: "2example23456789",
    });
    expect(note.locale?.served).toBe(expected);
  });

  test("is the project's when nobody states one", async () => {
    expect((await answered(forgotPassword())).note.locale).toEqual({
      asked: "en",
      by: "project",
      served: "en",
    });
  });
});

describe("the pool's sender", () => {
  test("costs the email alone when the setting cannot be had", async () => {
    const emailSendingAccount = parameterOf(() =>
      Promise.reject(new SetupError("EMAIL_SENDING_ACCOUNT is wrong.")),
    );
    const { answer, note } = await answered(forgotPassword(), { emailSendingAccount });
    expect(Object.keys(answer ?? {})).toEqual(["smsMessage"]);
    expect(note).toMatchObject({ outcome: "served", warnings: ["EMAIL_SENDING_ACCOUNT is wrong."] });
  });
});

describe("the brand", () => {
  test("is the app client's", async () => {
    const { answer } = await answered(forgotPassword(), { clientId: "2example23456789" });
    expect(answer?.smsMessage).toContain("Sample Shop");
    // It has no resetUrl, so no button either.
    expect(answer?.emailMessage).not.toContain('<a class="button-text"');
  });

  test.each([
    ["1example23456789", "Sample Shop"],
    ["9example23456789", "Example"],
  ])("that metadata asks for must be listed for the client: %s gets %s", async (clientId, name) => {
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
  ])("%j is absent", async (given_name) => {
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

  test("shows its logo, named for whoever does not see it, in place of its name", async () => {
    const email = await emailWith({ logo });
    expect(email).toContain('src="https://example.com/logo.png" width="120" height="40" alt="Example"');
    expect(email).not.toContain("<source");
    expect(email).not.toContain(">Example</p>");
  });

  test("may have another logo for a dark page", async () => {
    const email = await emailWith({ logo: { ...logo, dark: "https://example.com/dark.png" } });
    expect(email).toContain(
      '<source srcset="https://example.com/dark.png" media="(prefers-color-scheme: dark)">',
    );
  });

  test("has its legal line at the foot", async () => {
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

test("a name in a script newer than Cognito's is left out of the subject, and stands in the email", async () => {
  const subject = "templates/messages/forgot-password.subject.txt.hbs";
  const templates = await templatesOf(smallProject({ [subject]: "Code{{#if name}} für {{name}}{{/if}}" }));
  const metadata = { locale: "de" };
  // A letter of Kawi is newer, and no plain character replaces it.
  const newer = await answered(forgotPassword({ given_name: "\u{11f04}" }), { templates, metadata });
  expect(newer.answer?.emailSubject).toBe("Code");
  expect(newer.answer?.emailMessage).toContain("&#73476;");
  expect(newer.note).toMatchObject({ step: "as meant", warnings: [] });
  const spaced = await answered(forgotPassword({ given_name: "Anna\u00a0Lu" }), { templates, metadata });
  expect(spaced.answer?.emailSubject).toBe("Code für Anna Lu");
});

describe("a message that Cognito would refuse, or whose template fails, steps down", () => {
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

  test("to one without the person's values", async () => {
    const { answer, note } = await answered(forgotPassword({ given_name: "Anna" }), {
      templates: broken("email", ["de"], ({ name }) => name !== undefined),
      metadata: { locale: "de" },
    });
    expect(answer?.emailMessage).toContain("Guten Tag,");
    expect(note).toMatchObject({
      step: "without personal values",
      warnings: ["subject and email as meant: the template failed"],
    });
  });

  test("to the default locale, subject and email together, the SMS by itself", async () => {
    const { answer, note } = await answered(forgotPassword({ given_name: "Anna" }), {
      templates: broken("email", ["de"]),
      metadata: { locale: "de" },
    });
    expect(answer?.emailSubject).toMatch(/^Your code/);
    expect(answer?.emailMessage).toContain("Hello,");
    expect(answer?.smsMessage).toContain("Ihr Code");
    expect(note.warnings).toEqual([
      "subject and email as meant: the template failed",
      "subject and email without personal values: the template failed",
    ]);
  });

  test("to Cognito's own text, the other parts still ours", async () => {
    const { answer, note } = await answered(forgotPassword(), {
      templates: broken("sms", ["de", "en"]),
      metadata: { locale: "de" },
    });
    expect(answer).not.toHaveProperty("smsMessage");
    expect(answer?.emailSubject).toContain("Passwort");
    expect(note.warnings?.at(-1)).toBe("sms left to Cognito");
    expect(note.outcome).toBe("served");
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

  test("and is no answer at all when nothing is left", async () => {
    const load = () => Promise.reject(new Error());
    const { answer, note } = await answered(forgotPassword(), { templates: { ...shipped, load } });
    expect(answer).toBeUndefined();
    expect(note.outcome).toBe("left to Cognito");
  });

  test("an SMS that a value makes too long too", async () => {
    const templates = await templatesOf(
      smallProject({
        "templates/messages/forgot-password.sms.txt.hbs": `{{code}}${"x".repeat(120)}{{#if metadata.shop}}{{metadata.shop}}{{/if}}`,
        "triggers/client-metadata.ts": `import * as v from "valibot"; export const clientMetadata = v.object({ shop: v.optional(v.pipe(v.string(), v.maxLength(10))) });`,
      }),
    );
    // Longer than the schema lets through: no template that compiles goes too far with what it does.
    const { answer, note } = await answered(forgotPassword(), {
      templates,
      metadata: { locale: "de", shop: "y".repeat(20) },
    });
    expect(answer?.smsMessage).toHaveLength(126);
    expect(note.warnings).toEqual(["sms as meant: refused for its length"]);
  });
});
