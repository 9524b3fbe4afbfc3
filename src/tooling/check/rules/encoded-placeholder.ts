import { BRANDS } from "../../templates/settings.ts";
import { everyPartial } from "../project.ts";
import type { Rule } from "../rule.ts";

/** `{####}`, `{username}` or `{{code}}`, any of its characters as an address has it. */
const ENCODED = /(?:\{|%7b){1,2}(?:(?:#|%23){4}|\s*(?:code|username)\s*)(?:\}|%7d){1,2}/gi;

export const encodedPlaceholder: Rule = {
  name: "encoded-placeholder",
  severity: "error",
  protects:
    "Cognito puts the code in for its placeholder only where that stands letter by letter: in a link that has it as %7B####%7D the person would follow an address without a code.",
  mending:
    "Write {{code}} in a template; leave it out of brand.json, where resetUrl gets the code by itself.",
  example: {
    file: "templates/_brand/brand.json",
    from: "https://example.com/reset-password",
    to: "https://example.com/reset-password?code=%7B####%7D",
  },
  check: (project) => {
    const brands = { file: BRANDS, text: project.files.get(BRANDS) ?? "" };
    return [...project.parts, ...everyPartial(project), brands].flatMap((source) =>
      [...source.text.matchAll(ENCODED)]
        .filter(([typed]) => typed.includes("%"))
        .map(({ 0: typed, index }) => ({
          file: source.file,
          index,
          part: "part" in source ? source : undefined,
          message: `${typed} stays as it is: Cognito does not read it as the place for the code.`,
        })),
    );
  },
};
