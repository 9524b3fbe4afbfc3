import type { CompiledTemplates } from "../../src/message/compiled-templates.ts";
import { customMessage } from "../../src/message/custom-message.ts";
import type { CustomMessageEvent } from "../../src/trigger/custom-message-event.ts";

/** A name that passes cleaning and is in no template. */
const NAME = "Namestandin";
const SUB = "substandin";

/**
 * Returns the source of a function that returns our own messages as template literals, in all their locales, as
 * one would write by hand for speed alone.
 */
export async function literalsSource(templates: CompiledTemplates): Promise<string> {
  const locales = Object.values(templates.locales.written).flatMap(({ tags }) => tags.split(" "));
  const messages = await Promise.all(
    locales.map(async (locale) => `${JSON.stringify(locale)}: ${await literal(locale, templates)}`),
  );
  return `
const messages = { ${messages.join(",\n")} };
export const handler = async (event) => {
  const { userAttributes, codeParameter, clientMetadata } = event.request;
  const write = messages[clientMetadata?.locale?.slice(0, 2)] ?? messages.en;
  return { ...event, response: write(userAttributes.given_name, userAttributes.sub, codeParameter) };
};`;
}

async function literal(locale: string, templates: CompiledTemplates): Promise<string> {
  const event = {
    triggerSource: "CustomMessage_ForgotPassword",
    request: { userAttributes: { given_name: NAME, sub: SUB }, codeParameter: "{####}" },
  } as unknown as CustomMessageEvent;
  const signal = new AbortController().signal;
  const written = await customMessage({ templates })(event, {
    signal,
    metadata: { locale },
    clientId: undefined,
    annotate: () => {},
  });
  const parts = Object.entries(written ?? {}).map(([part, text]) => `${part}: \`${quoted(String(text))}\``);
  return `(name, sub, code) => ({ ${parts.join(", ")} })`;
}

function quoted(text: string): string {
  return text
    .replace(/[`\\]|\$\{/g, "\\$&")
    .replaceAll(NAME, `\${name}`)
    .replaceAll(SUB, `\${sub}`)
    .replaceAll("{####}", `\${code}`);
}
