import { BRANDS, indexOfKey } from "../../templates/settings.ts";
import { circumstances, list } from "../circumstances.ts";
import { forms } from "../forms.ts";
import { flatHtml, markerOf, unmarked } from "../html/flat-html.ts";
import { passagesOf, readings } from "../html/passages.ts";
import type { CheckedPart, Project } from "../project.ts";
import { perProject } from "../remembered.ts";
import type { Case, Rule } from "../rule.ts";
import { CODE } from "../sample-event.ts";

export const originLine: Rule = {
  name: "origin-line",
  severity: "error",
  protects:
    "A phone offers the code of an SMS to any page, a forged one too. A brand that sets `origin` asks for a last line that makes phones offer it on its own site alone. No other site stands in that line, and nothing that a person chooses.",
  mending: "End the SMS with three lines: {{#if brand.origin}}, @{{brand.origin}} #{{code}} and {{/if}}.",
  example: {
    file: "templates/_brand/brand.json",
    from: '"domain": "example.com",',
    to: '"domain": "example.com", "origin": "example.com",',
  },
  check: (project) => {
    const all = project.parts.filter(({ part }) => part === "sms");
    const foreign = all.flatMap((part) => forOtherSites(part, project));
    const brands = Object.entries(project.brands.brands).filter(([, { origin }]) => origin !== undefined);
    if (brands.length === 0) return foreign;
    // An invitation brings a password, which belongs to no page.
    const parts = all.filter(({ source }) => source !== "CustomMessage_AdminCreateUser");
    return [...foreign, ...parts.flatMap((part) => missing(part, project)), ...untried(parts, project)];
  },
};

/** A last line that says whose the code is: `@`, a site, and the code after `#`. */
const FOR_SITE = new RegExp(`(?:^|\\n)(?<line>@(?<site>[^\\n]*?)\\s*#${markerOf("code")}[^\\n]*)$`);

/** Such a line for another site than the brand's `origin`: a phone would offer the code there. */
function forOtherSites(part: CheckedPart, project: Project): Case[] {
  const passages = passagesOf(part, project).filter(({ pieces }) =>
    pieces.some(({ typed }) => typed.includes("@")),
  );
  const html = flatHtml(part, project);
  const found = Object.entries(project.brands.brands).flatMap(([brand, settings]) =>
    passages
      .flatMap((passage) => readings(passage, html, settings))
      .flatMap(({ text, offsetOf }) => {
        const { groups: { line = "", site = "" } = {} } = FOR_SITE.exec(text.trimEnd()) ?? {};
        if (line === "" || line === `@${settings.origin} #${markerOf("code")}`) return [];
        return [{ brand, site: unmarked(site), ...html.at(offsetOf(text.lastIndexOf(line))) }];
      }),
  );
  const alike = Map.groupBy(found, ({ site, index }) => `${index} ${site}`);
  return [...alike.values()].map((same) => {
    const { site, file, index } = same[0] as (typeof found)[number];
    const brands = [...new Set(same.map(({ brand }) => `"${brand}"`))];
    return {
      ...{ file, index, part },
      message: `The last line of this SMS gives the code to ${site || "no site"}, which is not \`origin\` of the brand${brands.length > 1 ? "s" : ""} ${list(brands)}: phones would offer the code there.`,
      mending: "Write @{{brand.origin}} #{{code}} within {{#if brand.origin}}, or remove the line.",
    };
  });
}

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
