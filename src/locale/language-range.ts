/** The length of the longest tag that is read. RFC 5646 §4.4.1 requires no more than 35 of implementations. */
const LONGEST = 35;

/** A stated language, split into the parts of a look-up, in lower case. */
export interface LanguageRange {
  readonly language: string;
  readonly script: string | undefined;
  /** Region, variants and extensions, in the order stated. */
  readonly rest: readonly string[];
}

/**
 * Returns the language that a text states, or `undefined`.
 *
 * Reads the forms that apps and systems send: `de-CH`, `en_US`, `de_DE.UTF-8`, the first of `fr-CA,fr;q=0.8`.
 */
export function languageRange(text: unknown): LanguageRange | undefined {
  if (typeof text !== "string" || text.length > 512) return undefined;
  const [first = ""] = text.trim().split(/[.,;@]/);
  const tag = first.trim().toLowerCase().replaceAll("_", "-");
  if (tag.length > LONGEST || !/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/.test(tag)) return undefined;
  let [language = "", ...rest] = tag.split("-");
  // An extended language ("zh-yue") is a language of its own (RFC 5646 §4.5).
  if (/^[a-z]{3}$/.test(rest[0] ?? "")) language = rest.shift() as string;
  const script = /^[a-z]{4}$/.test(rest[0] ?? "") ? rest.shift() : undefined;
  return { language, script, rest };
}

/** Returns the range for a log: language, script and region only, since the caller may put any text after them. */
export function shownRange({ language, script, rest }: LanguageRange): string {
  const region = /^(?:[a-z]{2}|\d{3})$/.test(rest[0] ?? "") ? rest[0]?.toUpperCase() : undefined;
  const title = script && script.charAt(0).toUpperCase() + script.slice(1);
  return [language, title, region].filter(Boolean).join("-");
}
