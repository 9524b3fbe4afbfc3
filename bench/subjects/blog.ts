/**
 * What posts on Cognito's custom message show: the whole of Handlebars, templates read and compiled while
 * the function starts. The same templates as ours, from a folder beside the function.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Handlebars from "handlebars";

interface Event {
  readonly request: {
    readonly userAttributes: { readonly sub: string; readonly given_name?: string };
    readonly codeParameter: string;
    readonly clientMetadata?: { readonly locale?: string };
  };
  readonly response: object;
}

const templates = join(__dirname, "templates");
const brandFolder = join(templates, "_brand");
const { brands, default: chosen } = JSON.parse(readFileSync(join(brandFolder, "brand.json"), "utf8"));
const brand = brands[chosen];
for (const file of readdirSync(brandFolder)) {
  const [name = "", suffix] = file.split(".");
  if (suffix === "html") Handlebars.registerPartial(name, readFileSync(join(brandFolder, file), "utf8"));
}

const compiled = (locale: string, file: string) =>
  Handlebars.compile(readFileSync(join(templates, locale, "forgot-password", file), "utf8"));
const messages = Object.fromEntries(
  readdirSync(templates)
    .filter((folder) => /^[a-z]{2}(-|$)/.test(folder))
    .map((locale) => [
      locale,
      {
        emailSubject: compiled(locale, "subject.txt.hbs"),
        emailMessage: compiled(locale, "email.html.hbs"),
        smsMessage: compiled(locale, "sms.txt.hbs"),
      },
    ]),
);

export const written = (event: Event) => {
  const { userAttributes, codeParameter: code, clientMetadata } = event.request;
  const locale = clientMetadata?.locale?.slice(0, 2) ?? "en";
  const message = messages[locale] ?? messages.en;
  const resetLink = `${brand.resetUrl}?user=${userAttributes.sub}&code=${code}`;
  const dir = locale === "ar" ? "rtl" : "ltr";
  const model = { code, resetLink, name: userAttributes.given_name, brand, locale, dir };
  return {
    locale,
    response: Object.fromEntries(
      Object.entries(message ?? {}).map(([part, write]) => [part, write(model).trim()]),
    ),
  };
};

export const handler = async (event: Event) => ({ ...event, response: written(event).response });
