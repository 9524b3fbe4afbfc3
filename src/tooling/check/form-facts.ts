import { direction } from "../templates/locale-table.ts";
import { type Form, forms } from "./forms.ts";
import { flatHtml } from "./html/flat-html.ts";
import type { CheckedPart, Project } from "./project.ts";
import { perPart, perProject } from "./remembered.ts";
import { CODE, USERNAME } from "./sample-event.ts";

/** What the rules ask of a form: less than its text, of which there may be hundreds. */
export interface FormFacts extends Pick<Form, "brand" | "values" | "refused"> {
  readonly length: number;
  readonly hasCode: boolean;
  readonly hasUsername: boolean;
}

/** The facts of each form of a part; looked for once for all regions of a language that have it in the same words. */
export const formFacts = perPart((part, project): readonly FormFacts[] => {
  const known = factsOfTexts(project);
  const key = keyOf(part, project);
  const facts = known.get(key) ?? [...forms(part, project)].map(factsOf);
  known.set(key, facts);
  return facts;
});

const factsOfTexts = perProject((): Map<string, readonly FormFacts[]> => new Map());

/** All that the facts depend on: of the language, how long its tag is, and its direction. */
function keyOf(part: CheckedPart, project: Project): string {
  const { text, conditions } = flatHtml(part, project);
  const asked = conditions.map(({ start, otherwise, end, asked: name, isIf }) => [
    start,
    otherwise,
    end,
    name,
    isIf,
  ]);
  const { source, part: name, locale } = part;
  return [source, name, locale.length, direction(locale), ...asked, text].join(" ");
}

function factsOf({ brand, values, refused, text }: Form): FormFacts {
  return {
    brand,
    values,
    refused,
    length: text.length,
    hasCode: text.includes(CODE),
    hasUsername: text.includes(USERNAME),
  };
}
