import { BRANDS, indexOfKey } from "../../templates/settings.ts";
import { circumstances } from "../circumstances.ts";
import { CODE, forms } from "../forms.ts";
import type { CheckedPart, Project } from "../project.ts";
import { perProject } from "../remembered.ts";
import type { Case, Rule } from "../rule.ts";

export const originLine: Rule = {
  name: "origin-line",
  severity: "error",
  protects:
    "A phone offers the code of an SMS to any page, a forged one too. A brand that sets `origin` asks for a last line that makes phones offer it on its own site alone.",
  mending: "End the SMS with three lines: {{#if brand.origin}}, @{{brand.origin}} #{{code}} and {{/if}}.",
  example: {
    file: "templates/_brand/brand.json",
    from: '"domain": "example.com",',
    to: '"domain": "example.com", "origin": "example.com",',
  },
  check: (project) => {
    const brands = Object.entries(project.brands.brands).filter(([, { origin }]) => origin !== undefined);
    if (brands.length === 0) return [];
    // An invitation brings a password, which belongs to no page.
    const parts = project.parts.filter(
      ({ part, source }) => part === "sms" && source !== "CustomMessage_AdminCreateUser",
    );
    return [...parts.flatMap((part) => missing(part, project)), ...untried(parts, project)];
  },
};

function lastLine(brand: string, { brands }: Project): string | undefined {
  const origin = brands.brands[brand]?.origin;
  return origin === undefined ? undefined : `\n@${origin} #${CODE}`;
}

function missing(part: CheckedPart, project: Project): Case[] {
  const when = circumstances([...forms(part, project)], ({ brand, text }) => {
    const line = lastLine(brand, project);
    return line !== undefined && !text.endsWith(line);
  });
  if (!when) return [];
  const brand = when.brand ?? Object.keys(project.brands.brands)[0];
  const origin = project.brands.brands[brand ?? ""]?.origin;
  const message = (sms: string) =>
    `The brand "${brand}" sets an origin, and ${sms} with the line @${origin} #{{code}}: phones would offer the code on any page.`;
  if (!isNowhere(project))
    return [{ file: part.file, index: 0, part, message: message("this SMS does not end") }];
  // Said where the origin is set, of whichever SMS: the engine tells what many share once.
  const index = indexOfKey(project.files.get(BRANDS) ?? "", ["brands", brand ?? "", "origin"]);
  const mending =
    "End each SMS with three lines: {{#if brand.origin}}, @{{brand.origin}} #{{code}} and {{/if}}; or remove the origin.";
  return [{ file: BRANDS, index, part, message: message("no SMS ends"), mending }];
}

/** Whether no SMS at all has the line of a brand. */
const isNowhere = perProject(
  (project) =>
    !project.parts.some(
      (part) =>
        part.part === "sms" &&
        [...forms(part, project)].some(({ brand, text }) => text.endsWith(lastLine(brand, project) ?? "\0")),
    ),
);

/** Told once, where the line is first found. */
function untried(parts: readonly CheckedPart[], project: Project): Case[] {
  const part = parts.find((each) =>
    [...forms(each, project)].some(({ brand, text }) => text.endsWith(lastLine(brand, project) ?? "\0")),
  );
  if (!part) return [];
  return [
    {
      file: part.file,
      index: Math.max(0, part.text.search(/@\{\{\s*brand\.origin/)),
      part,
      severity: "warning",
      message:
        "It is not known whether Cognito fills in a second code, and lets a line break through in an SMS.",
      mending: "Try it on a pool of your own before anyone depends on it.",
    },
  ];
}
