import type { Example, Rule } from "../../src/tooling/check/rule.ts";
import { ruleGroups } from "../../src/tooling/check/rules/rules.ts";

/** The rules of docs/rules.md, by group: the reason for each, an example of a finding, and the suggestion. */
export function templateRuleReference(): string {
  return Object.entries(ruleGroups)
    .map(([heading, rules]) => [`## ${heading}`, ...rules.map(ruleText)].join("\n\n"))
    .join("\n\n");
}

function ruleText({ name, severity, protects, suggestion, example }: Rule): string {
  return [
    `### \`${name}\` (${severity})`,
    prose(protects),
    `For example ${exampleText(example)}.`,
    `**What to do:** ${prose(suggestion)}`,
  ].join("\n\n");
}

/** A sentence as Markdown: what would be markup is text, except in `code`. */
export function prose(text: string): string {
  return text.replace(/`[^`]*`|[<&*]/g, (found) => (found.startsWith("`") ? found : `\\${found}`));
}

/** The most of an example that a line of the page has room for. */
const SHOWN = 100;

/** The positions at which a text may be cut: between words, tags and sentences. */
const BREAK = /\s|(?<=[>}。])(?!\})/g;

/** Returns as much of a text as there is room for, cut outside of words, tags and {{…}}. */
function shortened(line: string): string {
  if (line.length <= SHOWN) return line;
  const ends = [...line.matchAll(BREAK)].map(({ index }) => index).filter((index) => index <= SHOWN);
  const whole = ends.findLast((end) => !/\{\{[^}]*$|<[^>]*$/.test(line.slice(0, end)));
  return `${line.slice(0, whole ?? SHOWN)} …`;
}

function exampleText({ file, from = "", to }: Example): string {
  const where = `\`${file.replace(/^templates\//, "")}\``;
  const shown = shownOf(to);
  if (shown !== "") return `${coded(shown)} in ${where}`;
  return from === "" ? `an empty ${where}` : `${where} without ${coded(shownOf(from))}`;
}

/** Returns as much of a text as there is room for, on one line. */
function shownOf(text: string): string {
  // Special spaces are kept: the example may be about one.
  return visible(shortened(text.replace(/[ \t\r\n]+/g, " ").trim()));
}

/** Returns a text as code, even if it contains backticks. */
function coded(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** Returns a text in which invisible characters are numbers; the no-break space, which people know, is a name. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]|(?! )\p{Zs}/gu, (character) =>
    character === "\u00a0"
      ? "[no-break space]"
      : `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`,
  );
}
