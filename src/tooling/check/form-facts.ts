import { CODE, type Form, forms, USERNAME } from "./forms.ts";
import type { CheckedPart, Project } from "./project.ts";

/** What the rules ask of a form: less than its text, of which there may be hundreds. */
export interface FormFacts extends Pick<Form, "brand" | "values" | "refused"> {
  readonly length: number;
  readonly hasCode: boolean;
  readonly hasUsername: boolean;
}

const known = new WeakMap<Project, Map<string, readonly FormFacts[]>>();

/** The facts of each form of a part, looked at once for all rules. */
export function formFacts(part: CheckedPart, project: Project): readonly FormFacts[] {
  const ofProject = known.get(project) ?? new Map<string, readonly FormFacts[]>();
  known.set(project, ofProject);
  const before = ofProject.get(part.file);
  if (before) return before;
  const facts = [...forms(part, project)].map(({ brand, values, refused, text }) => ({
    brand,
    values,
    refused,
    length: text.length,
    hasCode: text.includes(CODE),
    hasUsername: text.includes(USERNAME),
  }));
  ofProject.set(part.file, facts);
  return facts;
}
