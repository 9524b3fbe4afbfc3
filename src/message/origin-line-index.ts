/** `@example.com #{####}`, the code's placeholder taken off: what the line says of the site. */
const SITE = /^@[a-z0-9.-]+$/;

/**
 * Where the last line of an SMS begins, its line end first, if it binds the code to a site: `@example.com
 * #{####}`. A phone that knows such lines offers the code on that site alone. The length of the text when
 * there is none.
 *
 * @see https://wicg.github.io/sms-one-time-codes/
 */
export function originLineIndex(text: string, code: string): number {
  const ending = ` #${code}`;
  if (!text.endsWith(ending)) return text.length;
  const index = text.lastIndexOf("\n");
  return index > 0 && SITE.test(text.slice(index + 1, -ending.length)) ? index : text.length;
}
