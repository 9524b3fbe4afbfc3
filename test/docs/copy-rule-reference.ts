import type { Example, Rule } from "../../src/tooling/check/rule.ts";
import { ruleGroups } from "../../src/tooling/check/rules/table.ts";

/** The rules of docs/authors.md, in their groups: what each protects, what it catches, and the mending. */
export function copyRuleReference(): string {
  return Object.entries(ruleGroups)
    .map(([heading, rules]) => [`### ${heading}`, ...rules.map(ruleText)].join("\n\n"))
    .join("\n\n");
}

function ruleText({ name, severity, protects, mending, example }: Rule): string {
  const caught = `For example ${exampleText(example)}.`;
  return [`#### \`${name}\` (${severity})`, [protects, caught].join(" "), `**Mend it:** ${mending}`].join(
    "\n\n",
  );
}

/** The most of an example that a line of the page has room for. */
const SHOWN = 100;

function exampleText({ file, to }: Example): string {
  const line = to.replace(/\s+/g, " ").trim();
  const shown = line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
  const where = file.replace(/^templates\//, "");
  return shown === "" ? `an empty \`${where}\`` : `${coded(visible(shown))} in \`${where}\``;
}

/** Code, whatever backticks are in it. */
function coded(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** Characters that nobody sees, by their numbers. */
function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]|(?! )\p{Zs}/gu,
    (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`,
  );
}
