/**
 * The pattern of posts on Cognito's custom message: the whole of Handlebars, templates read and compiled while
 * the function starts. Its templates are ours, in a folder of the function.
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
const read = (...path: string[]) => readFileSync(join(templates, ...path), "utf8");
const { brands, default: chosen } = JSON.parse(read("brands.json"));
const brand = brands[chosen];
for (const file of readdirSync(join(templates, "partials"))) {
  Handlebars.registerPartial(file.replace(".html.hbs", ""), read("partials", file));
}

/** Each language's strings, compiled: `{{t "intro"}}` writes one. */
const strings = Object.fromEntries(
  readdirSync(join(templates, "locales")).map((file) => {
    const { shared, "forgot-password": own } = JSON.parse(read("locales", file));
    const texts = Object.entries<string>({ ...shared, ...own });
    const compiled = texts.map(([key, text]) => [key, Handlebars.compile(text)] as const);
    return [file.replace(".json", ""), Object.fromEntries(compiled)];
  }),
);
Handlebars.registerHelper(
  "t",
  (key: string, { data: { root } }: Handlebars.HelperOptions) =>
    new Handlebars.SafeString(strings[root.locale]?.[key]?.(root) ?? ""),
);
const message = {
  emailSubject: Handlebars.compile('{{t "subject"}}'),
  emailMessage: Handlebars.compile(read("messages/forgot-password.html.hbs")),
  smsMessage: Handlebars.compile('{{t "sms"}}'),
};

export const written = (event: Event) => {
  const { userAttributes, codeParameter: code, clientMetadata } = event.request;
  const requested = clientMetadata?.locale?.slice(0, 2) ?? "en";
  const locale = requested in strings ? requested : "en";
  const resetLink = `${brand.resetUrl}?user=${userAttributes.sub}&code=${code}`;
  const dir = locale === "ar" ? "rtl" : "ltr";
  const model = { code, resetLink, name: userAttributes.given_name, brand, locale, dir };
  return {
    locale,
    response: Object.fromEntries(Object.entries(message).map(([part, write]) => [part, write(model).trim()])),
  };
};

export const handler = async (event: Event) => ({ ...event, response: written(event).response });
