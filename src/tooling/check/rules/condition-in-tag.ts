import { flatEmails, isInside } from "../flat-html.ts";
import type { Rule } from "../rule.ts";

export const conditionInTag: Rule = {
  name: "condition-in-tag",
  severity: "error",
  protects:
    "An {{#if}} stands around whole tags. Inside one, between < and >, it makes another tag for each person, which nobody can check: one that is broken can swallow the code.",
  mending: "Put the whole tag inside the {{#if}}, and another whole tag inside the {{else}}.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "<p>The code",
    to: '<p {{#if name}}class="muted"{{/if}}>The code',
  },
  check: (project) =>
    flatEmails(project).flatMap(({ part, html }) =>
      html.conditions
        .filter(({ start, otherwise, end }) =>
          html.tags.some((tag) => [start, otherwise, end].some((border) => isInside(border, tag))),
        )
        .map(({ place }) => ({
          ...place,
          part,
          message: "This {{#if}} stands inside a tag, between < and >.",
        })),
    ),
};
