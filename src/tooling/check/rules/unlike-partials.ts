import { allDifferences, differenceCases } from "../differences.ts";
import type { Rule } from "../rule.ts";

/** Rules of their own speak of these. */
const elsewhere = ["{{> code}}", "{{> not-you}}"];

export const unlikePartials: Rule = {
  name: "unlike-partials",
  severity: "warning",
  protects:
    "A piece such as {{> support}} that one language has and another does not is mostly forgotten: people who read that language do without it.",
  mending: "Include the same partials as the default language.",
  example: {
    file: "templates/de/forgot-password/email.html.hbs",
    from: '{{> support ask="Brauchen Sie Hilfe?"}}',
    to: "",
  },
  check: (project) => {
    const all = allDifferences("partial", project).filter(({ shown }) => !elsewhere.includes(shown));
    return differenceCases(all, project, {
      verb: "includes",
      tooMany: (shown, reference) => `Remove this ${shown}, or include it in ${reference} too.`,
      missing: (shown, reference) => `Include ${shown} here too, or leave it out in ${reference}.`,
    });
  },
};
