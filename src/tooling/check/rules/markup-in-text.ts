import { partWords } from "../part-words.ts";
import type { Rule } from "../rule.ts";
import { at, visitsOf } from "../visits.ts";

/** A tag or an entity of HTML. */
const MARKUP = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|&(?:[a-z]{2,8}|#\d{2,6});/gi;

export const markupInText: Rule = {
  name: "markup-in-text",
  severity: "warning",
  protects: "A subject and an SMS are plain text: a tag or an &…; of HTML is read as it is typed.",
  mending: "Write plain words; and for &amp; and the like, the character itself.",
  example: {
    file: "templates/en/forgot-password/sms.txt.hbs",
    to: "{{code}} is your code.<br>Valid for 1 hour.",
  },
  check: (project) =>
    visitsOf(project, "text")
      .filter(({ where }) => where.part.suffix === "txt")
      .flatMap(({ node, where }) =>
        [...String(node.original).matchAll(MARKUP)].map(({ 0: typed, index: from }) => {
          const { file, index } = at(node, project);
          const message = `People would read ${typed} in this ${partWords[where.part.part]}: it is plain text.`;
          return { file, index: index + from, part: where.part, message };
        }),
      ),
};
