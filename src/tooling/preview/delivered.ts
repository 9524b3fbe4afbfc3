import type { CustomMessageSource } from "../../trigger/custom-message-event.ts";
import { CODE, sampleCode, USERNAME } from "../check/sample-event.ts";
import type { View } from "./view.ts";

/** The user name in an invitation. */
const SAMPLE_USER = "anna.berger";

/** A text as it arrives, with a code in it. */
export function delivered(text: string, source: CustomMessageSource): string {
  return text.replaceAll(CODE, sampleCode(source)).replaceAll(USERNAME, SAMPLE_USER);
}

const SCHEME = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/gi;
/** The places where a condition for colours can be. */
const CONDITIONAL = /<style[^>]*>[\s\S]*?<\/style>|\smedia\s*=\s*(?:"[^"]*"|'[^']*')/gi;

/**
 * Returns an email as a frame shows it. A page cannot choose the colours that a frame prefers: the condition becomes
 * true or false instead. Links lead nowhere. Pictures are never fetched (the page's policy); those written into the
 * email itself can be switched off.
 */
export function framed(html: string, { scheme, images }: Pick<View, "scheme" | "images">): string {
  const schemed = scheme
    ? html.replace(CONDITIONAL, (place) =>
        place.replace(SCHEME, (_, asked: string) =>
          asked.toLowerCase() === scheme ? "(min-width:0px)" : "(max-width:0px)",
        ),
      )
    : html;
  const shown = images ? schemed : schemed.replace(/\bsrc\s*=\s*(["'])data:[^"']*\1/gi, "");
  const colours = scheme ? `:root{color-scheme:${scheme} !important}` : "";
  return `${shown}<base target="_blank"><style>${colours}a,area{pointer-events:none}</style>`;
}
