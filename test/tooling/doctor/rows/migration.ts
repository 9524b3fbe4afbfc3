import { factsOf, soundPool } from "../sample.ts";
import { pool, type Row } from "./change.ts";

export const migrationRows: readonly Row[] = [
  [
    "an attribute that the pool lacks",
    { ...factsOf(), returned: { ever: ["email", "custom:plan"], always: ["email"], by: "" } },
    "error attribute-not-in-schema",
  ],
  [
    "a required attribute that some lack",
    { ...factsOf(), returned: { ever: ["email"], always: [], by: "" } },
    "warning required-attribute-lacking",
  ],
  [
    "a bounded attribute",
    pool({
      SchemaAttributes: [
        ...(soundPool.SchemaAttributes ?? []).slice(0, 3),
        { Name: "custom:tier", StringAttributeConstraints: { MaxLength: "20" } },
      ],
    }),
    "note attribute-bounded",
  ],
  [
    "an attribute that is a number",
    pool({
      SchemaAttributes: [
        ...(soundPool.SchemaAttributes ?? []).slice(0, 3),
        { Name: "custom:tier", AttributeDataType: "Number" },
      ],
    }),
    "note attribute-bounded",
  ],
];
