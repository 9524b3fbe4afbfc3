/** The site in `@example.com #{####}`. */
const SITE = /^@[a-z0-9.-]+$/;

/**
 * Returns the index of the line end before the last line of an SMS, if that binds the code to a site: `@example.com
 * #{####}`. A phone that supports this offers the code on that site only. Otherwise returns the length of the text.
 *
 * @see https://wicg.github.io/sms-one-time-codes/
 */
export function originLineIndex(text: string, code: string): number {
  const ending = ` #${code}`;
  if (!text.endsWith(ending)) return text.length;
  const index = text.lastIndexOf("\n");
  return index > 0 && SITE.test(text.slice(index + 1, -ending.length)) ? index : text.length;
}
