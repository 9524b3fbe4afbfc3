import { asTyped } from "../html/as-typed.ts";
import { linesOf } from "../html/lines.ts";
import { partWords } from "../part-words.ts";
import type { CheckedPart, Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";

/** `**fat**`, `__fat__`, `[a link](https://…)`: around words, and on one line. */
const MARKDOWN =
  /(?<![*\p{L}\p{Nd}])\*\*(?=\S)[^*\n]{1,200}?(?<=\S)\*\*(?!\*)|(?<![_\p{L}\p{Nd}])__(?=\p{L})[^_\n]{1,200}?(?<=\S)__(?![_\p{L}\p{Nd}])|\[[^\]\n]{1,200}\]\((?:https?:|mailto:)[^)\n]{0,200}\)/gu;

export const markdown: Rule = {
  name: "markdown",
  severity: "warning",
  protects:
    "Asterisks around a word make it bold in some editors and chats. In a message they stay what they are, and people read them.",
  mending: "Leave the signs out.",
  example: {
    file: "templates/de/forgot-password/sms.txt.hbs",
    from: "Geben Sie ihn niemandem.",
    to: "Geben Sie ihn **niemandem**.",
  },
  check: (project) => project.parts.flatMap((part) => casesOf(part, project)),
};

function casesOf(part: CheckedPart, project: Project): Case[] {
  return linesOf(part, project)
    .filter(({ text }) => /\*\*|__|\]\(/.test(text))
    .flatMap((line) =>
      [...line.text.matchAll(MARKDOWN)].map(({ 0: found, index }) => {
        const typed = asTyped(found, index, line, project);
        const tag = typed.startsWith("[") ? '<a href="…">…</a>' : "<b>…</b>";
        return {
          ...line.at(index),
          part,
          message: `People would read ${typed} in this ${partWords[part.part]} as it is typed.`,
          ...(part.suffix === "html" && { mending: `Write ${tag}, or leave the signs out.` }),
        };
      }),
    );
}
