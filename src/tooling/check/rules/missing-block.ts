import type { Rule } from "../rule.ts";
import { at, visitsOf } from "../visits.ts";

export const missingBlock: Rule = {
  name: "missing-block",
  severity: "error",
  protects:
    "Some partials print what stands between {{#> name}} and {{/name}}: included without, they have nothing to print.",
  mending: "Write {{#> name}}…{{/name}} where it is included, with the text between.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "{{> code}}",
    to: "{{> code}}{{> note}}",
  },
  check: (project) =>
    visitsOf(project, "partial")
      .filter(({ name, where }) => name === "@partial-block" && where.inside.length > 0 && !where.hasBlock)
      .map(({ node, where }) => {
        const name = where.inside.at(-1);
        return {
          ...at(node, project),
          part: where.part,
          message: `"${name}" prints what stands between {{#> ${name}}} and {{/${name}}}: here nothing does.`,
          mending: `Write {{#> ${name}}}…{{/${name}}} where it is included, with the text between.`,
        };
      }),
};
