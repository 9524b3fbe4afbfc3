import { CODE, type Form, forms, USERNAME } from "./forms.ts";
import { perPart } from "./remembered.ts";

/** What the rules ask of a form: less than its text, of which there may be hundreds. */
export interface FormFacts extends Pick<Form, "brand" | "values" | "refused"> {
  readonly length: number;
  readonly hasCode: boolean;
  readonly hasUsername: boolean;
}

/** The facts of each form of a part. */
export const formFacts = perPart((part, project): readonly FormFacts[] =>
  [...forms(part, project)].map(({ brand, values, refused, text }) => ({
    brand,
    values,
    refused,
    length: text.length,
    hasCode: text.includes(CODE),
    hasUsername: text.includes(USERNAME),
  })),
);
