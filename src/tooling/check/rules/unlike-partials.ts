import { allDifferences, differenceCase } from "../differences.ts";
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
  check: (project) =>
    allDifferences("partial", project)
      .filter(({ shown }) => !elsewhere.includes(shown))
      .map((difference) => {
        const { shown, reference } = difference;
        return differenceCase(difference, "includes", {
          tooMany: `Remove this ${shown}, or include it in ${reference.locale} too.`,
          missing: `Include ${shown} here too, or leave it out in ${reference.locale}.`,
        });
      }),
};
