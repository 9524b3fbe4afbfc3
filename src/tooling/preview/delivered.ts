import { CODE, USERNAME } from "../check/forms.ts";

/** What Cognito puts in, for the picture. */
const SAMPLE_CODE = "123456";
const SAMPLE_USER = "anna.berger";

/** A text as it arrives, with a code in it. */
export function delivered(text: string): string {
  return text.replaceAll(CODE, SAMPLE_CODE).replaceAll(USERNAME, SAMPLE_USER);
}

/** How a mail program is set. */
export interface Appearance {
  readonly scheme: "light" | "dark";
  readonly images: boolean;
}

const DARK = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/gi;

/**
 * An email as a frame shows it. A page cannot tell a frame which colours to prefer: the condition is made true
 * or false instead. Pictures are never fetched; those written into the email itself can be switched off too.
 */
export function framed(html: string, { scheme, images }: Appearance): string {
  const schemed = html.replace(DARK, (_, wanted: string) =>
    wanted.toLowerCase() === scheme ? "(min-width:0px)" : "(max-width:0px)",
  );
  const shown = images ? schemed : schemed.replace(/\bsrc\s*=\s*(["'])data:[^"']*\1/gi, "");
  return `\uFEFF${shown}`;
}

/** All that an email in a frame may do: be styled by itself. */
export function frameCsp({ images }: Appearance): string {
  return [
    "sandbox",
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    ...(images ? ["img-src data:"] : []),
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join("; ");
}
