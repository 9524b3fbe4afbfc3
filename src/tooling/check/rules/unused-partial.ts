import { everyPartial } from "../project.ts";
import type { Rule } from "../rule.ts";
import { usedPartials } from "../used-partials.ts";
import { meantPartials } from "./missing-partial.ts";

export const unusedPartial: Rule = {
  name: "unused-partial",
  severity: "warning",
  protects: "A partial that no message includes is text that nobody reads: a change to it changes nothing.",
  mending: "Include it in a message, as {{> code}} is, or remove the file.",
  example: { file: "templates/_brand/footer.html.hbs", to: "<p>Footer</p>" },
  check: (project) => {
    const used = usedPartials(project);
    // What cannot be read may include it.
    return (
      (project.unread.length === 0 && project.parts.length > 0 ? everyPartial(project) : [])
        // Of one that was meant by a name which there is none of, another rule speaks.
        .filter(({ file }) => !used.has(file) && !meantPartials(project).has(file))
        .map(({ file }) => ({ file, index: 0, message: "No message includes this partial." }))
    );
  },
};
