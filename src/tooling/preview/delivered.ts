import type { CustomMessageSource } from "../../trigger/custom-message-event.ts";
import { CODE, sampleCode, USERNAME } from "../check/sample-event.ts";

/** Who is invited, in the picture. */
const SAMPLE_USER = "anna.berger";

/** A text as it arrives, with a code in it. */
export function delivered(text: string, source: CustomMessageSource): string {
  return text.replaceAll(CODE, sampleCode(source)).replaceAll(USERNAME, SAMPLE_USER);
}

/** How a mail program is set. */
export interface Appearance {
  readonly scheme: "light" | "dark";
  readonly images: boolean;
}

const SCHEME = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/gi;
/** Where a condition for colours can stand. */
const CONDITIONAL = /<style[^>]*>[\s\S]*?<\/style>|\smedia\s*=\s*(?:"[^"]*"|'[^']*')/gi;

/**
 * An email as a frame shows it. A page cannot tell a frame which colours to prefer: the condition is made true
 * or false instead. Links lead nowhere; pictures are never fetched, and those written into the email itself can
 * be switched off too.
 */
export function framed(html: string, { scheme, images }: Appearance): string {
  const schemed = html.replace(CONDITIONAL, (place) =>
    place.replace(SCHEME, (_, wanted: string) =>
      wanted.toLowerCase() === scheme ? "(min-width:0px)" : "(max-width:0px)",
    ),
  );
  const shown = images ? schemed : schemed.replace(/\bsrc\s*=\s*(["'])data:[^"']*\1/gi, "");
  return `\uFEFF${shown}<base target="_blank"><style>:root{color-scheme:${scheme} !important}a,area{pointer-events:none}</style>`;
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
