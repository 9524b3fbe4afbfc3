import type { SchemaAttributeType } from "@aws-sdk/client-cognito-identity-provider";
import { isAttached } from "../attached.ts";
import type { Facts, Returned } from "../facts.ts";
import type { Case, Rule } from "../rule.ts";

/** Cognito's limit for any attribute, in characters; what a schema allows at most unless it says less. */
const LONGEST = 2_048;

/** No attributes of a row's: the user name, and what Cognito makes itself. */
const notOfRows: ReadonlySet<string> = new Set(["username", "sub"]);

/** Whether the pool takes the people whom the migration hands it. */
export const migrationRules: readonly Rule[] = [
  {
    name: "attribute-not-in-schema",
    severity: "error",
    when: "The migration returns an attribute that the pool's schema lacks.",
    consequence:
      "Cognito refuses the person (attributes did not conform to the schema): nobody is brought in.",
    mending:
      "Add the attribute to the pool (it can never be removed), or leave it out of the legacy statement.",
    check: (facts) =>
      ofMigration(facts, ({ ever }, schema) =>
        ever
          .filter((name) => !notOfRows.has(name) && !schema.has(name))
          .map((name) => ({
            what: `The migration returns ${name}, and the pool has no such attribute.`,
          })),
      ),
  },
  {
    name: "required-attribute-lacking",
    severity: "warning",
    when: "The pool requires an attribute that the migration does not return for everybody.",
    consequence: "Whoever lacks it may be refused by Cognito, and so not brought in.",
    mending: "Have the legacy statement return it; what a pool requires cannot be changed.",
    check: (facts) =>
      ofMigration(facts, ({ always }, schema) =>
        [...schema.values()].flatMap(({ Name = "", Required }) =>
          Required && !notOfRows.has(Name) && !always.includes(Name)
            ? [{ what: `The pool requires ${Name}, and the migration does not always return it.` }]
            : [],
        ),
      ),
  },
  {
    name: "attribute-bounded",
    severity: "note",
    when: "The migration returns an attribute that the pool bounds more closely than Cognito does, or that is no text.",
    consequence: "Whoever has a value beyond it may be refused by Cognito, and so not brought in.",
    mending: "Look for such values in the legacy store, and leave them out or shorten them in the statement.",
    check: (facts) =>
      ofMigration(facts, ({ ever }, schema) =>
        ever.flatMap((name) => {
          const bound = boundOf(schema.get(name));
          return bound && !notOfRows.has(name) ? [{ what: `The pool takes ${name} only ${bound}.` }] : [];
        }),
      ),
  },
];

type Schema = ReadonlyMap<string, SchemaAttributeType>;

function ofMigration(facts: Facts, found: (returned: Returned, schema: Schema) => readonly Case[]) {
  if (!isAttached("user-migration", facts.pool)) return [];
  const { SchemaAttributes } = facts.pool;
  if (!facts.returned || !SchemaAttributes) return undefined;
  return found(facts.returned, new Map(SchemaAttributes.map((each) => [each.Name ?? "", each])));
}

function boundOf(attribute: SchemaAttributeType | undefined): string | undefined {
  const { AttributeDataType = "String", StringAttributeConstraints = {} } = attribute ?? {};
  // email_verified and its like are Cognito's own, and the migration writes nothing but "true".
  if (AttributeDataType === "Boolean") return undefined;
  if (AttributeDataType !== "String") return `as a ${AttributeDataType}`;
  const { MinLength = "0", MaxLength = String(LONGEST) } = StringAttributeConstraints;
  return Number(MinLength) > 0 || Number(MaxLength) < LONGEST
    ? `with ${MinLength} to ${MaxLength} characters`
    : undefined;
}
