import { everyPartial } from "../project.ts";
import type { Rule } from "../rule.ts";
import { visitsOf } from "../visits.ts";

export const unusedPartial: Rule = {
  name: "unused-partial",
  severity: "warning",
  protects: "A partial that no message includes is text that nobody reads: a change to it changes nothing.",
  mending: "Include it in a message, as {{> code}} is, or remove the file.",
  example: { file: "templates/_brand/footer.html.hbs", to: "<p>Footer</p>" },
  check: (project) => {
    const used = new Set(visitsOf(project, "partial").map(({ included }) => included?.file));
    // What cannot be read may include it.
    return (project.unread.length === 0 && project.parts.length > 0 ? everyPartial(project) : [])
      .filter(({ file }) => !used.has(file))
      .map(({ file }) => ({ file, index: 0, message: "No message includes this partial." }));
  },
};
