import { BRANDS } from "../../templates/settings.ts";
import { type CheckedPart, everyPartial } from "../project.ts";
import type { Case, Rule } from "../rule.ts";

/** `{####}`, `{username}` or `{{code}}`, any of its characters as an address has it. */
const ENCODED = /(?:\{|%7b){1,2}(?:(?:#|%23){4}|\s*(?:code|username)\s*)(?:\}|%7d){1,2}/gi;

export const encodedPlaceholder: Rule = {
  name: "encoded-placeholder",
  severity: "error",
  protects:
    "Cognito puts the code in for its mark, {####}, only where that stands letter by letter: in a link that has it as %7B####%7D the person would follow an address without a code.",
  mending:
    "Write {{code}} in a template; leave it out of brand.json, where resetUrl gets the code by itself.",
  example: {
    file: "templates/_brand/brand.json",
    from: "https://example.com/reset-password",
    to: "https://example.com/reset-password?code=%7B####%7D",
  },
  check: (project) => {
    const brands = { file: BRANDS, text: project.files.get(BRANDS) ?? "" };
    return [
      ...[...project.parts, ...everyPartial(project)].flatMap((source) =>
        casesOf(source, commentsIn(source)),
      ),
      ...casesOf(brands, []),
    ];
  },
};

type Source = Pick<CheckedPart, "file" | "text"> | CheckedPart;

function casesOf(source: Source, comments: readonly Span[]): Case[] {
  return [...source.text.matchAll(ENCODED)]
    .filter(({ 0: typed, index }) => typed.includes("%") && !comments.some((each) => isIn(index, each)))
    .map(({ 0: typed, index }) => ({
      file: source.file,
      index,
      part: "part" in source ? source : undefined,
      message: `${typed} stays as it is: Cognito does not read it as the place for the code.`,
    }));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function isIn(index: number, { start, end }: Span): boolean {
  return index >= start && index < end;
}

/** Nobody follows what stands in a comment: one of Handlebars, or of HTML but for those that Outlook reads. */
const COMMENT = /\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?!(?!--)[\s\S]*?\}\}/g;
const HTML_COMMENT = /<!--(?!\[if\b|>)[\s\S]*?(?:-->|$)/g;

function commentsIn({ text, suffix }: Pick<CheckedPart, "text" | "suffix">): Span[] {
  return [...text.matchAll(COMMENT), ...(suffix === "html" ? text.matchAll(HTML_COMMENT) : [])].map(
    ({ 0: typed, index }) => ({ start: index, end: index + typed.length }),
  );
}
