import type { Placeholders } from "../../message/placeholders.ts";

/** Returns a text as Cognito sends it: with values in place of the event's placeholders. */
export function fillPlaceholders(
  text: string,
  placeholders: Placeholders | undefined,
  values: { readonly code: string; readonly username: string },
): string {
  if (!placeholders) return text;
  const { code, username } = placeholders;
  const withCode = text.replaceAll(code, () => values.code);
  return username ? withCode.replaceAll(username, () => values.username) : withCode;
}
