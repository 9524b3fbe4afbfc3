import { factsOf, soundPool } from "../sample.ts";
import { pool, type Row } from "./change.ts";

export const migrationRows: readonly Row[] = [
  [
    "an attribute that the pool does not have",
    { ...factsOf(), returnedAttributes: { ever: ["email", "custom:plan"], always: ["email"], source: "" } },
    "error attribute-not-in-schema",
  ],
  [
    "a required attribute that some people do not have",
    { ...factsOf(), returnedAttributes: { ever: ["email"], always: [], source: "" } },
    "warning required-attribute-missing",
  ],
  [
    "an attribute with a lower limit",
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
