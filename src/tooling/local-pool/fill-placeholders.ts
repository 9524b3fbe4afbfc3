import type { Placeholders } from "../../message/placeholders.ts";

/** A text as Cognito sends it: with values in place of the placeholders that its event has. */
export function filled(
  text: string,
  placeholders: Placeholders | undefined,
  values: { readonly code: string; readonly username: string },
): string {
  if (!placeholders) return text;
  const { code, username } = placeholders;
  const withCode = text.replaceAll(code, () => values.code);
  return username ? withCode.replaceAll(username, () => values.username) : withCode;
}
