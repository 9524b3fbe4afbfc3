import type { SchemaAttributeType } from "@aws-sdk/client-cognito-identity-provider";
import { isAttached } from "../attached.ts";
import type { Facts, ReturnedAttributes } from "../facts.ts";
import type { Rule, Violation } from "../rule.ts";

/** Cognito's limit for any attribute, in characters. A schema may set a lower one. */
const MAX_LENGTH = 2_048;

/** Names that no migration has to return as attributes: the user name, and what Cognito creates. */
const exempt: ReadonlySet<string> = new Set(["username", "sub"]);

/** The pool accepts the people that the migration returns. */
export const migrationRules: readonly Rule[] = [
  {
    name: "attribute-not-in-schema",
    severity: "error",
    when: "The migration returns an attribute that is not in the pool's schema.",
    consequence: "Cognito rejects the person (attributes did not conform to the schema): nobody is migrated.",
    suggestion:
      "Add the attribute to the pool (it can never be removed), or remove it from the legacy statement.",
    check: (facts) =>
      ofMigration(facts, ({ ever }, schema) =>
        ever
          .filter((name) => !exempt.has(name) && !schema.has(name))
          .map((name) => ({
            message: `The migration returns ${name}, but the pool has no such attribute.`,
          })),
      ),
  },
  {
    name: "required-attribute-missing",
    severity: "warning",
    when: "The pool requires an attribute that the migration does not return for everybody.",
    consequence: "Cognito may reject people without it: they are not migrated.",
    suggestion: "Return it from the legacy statement. The required attributes of a pool cannot be changed.",
    check: (facts) =>
      ofMigration(facts, ({ always }, schema) =>
        [...schema.values()].flatMap(({ Name = "", Required }) =>
          Required && !exempt.has(Name) && !always.includes(Name)
            ? [{ message: `The pool requires ${Name}, but the migration does not always return it.` }]
            : [],
        ),
      ),
  },
  {
    name: "attribute-bounded",
    severity: "note",
    when: "The migration returns an attribute with a lower limit than Cognito's own, or with another type than String.",
    consequence: "Cognito may reject people with another value: they are not migrated.",
    suggestion: "Look for such values in the legacy store, and omit or shorten them in the statement.",
    check: (facts) =>
      ofMigration(facts, ({ ever }, schema) =>
        ever.flatMap((name) => {
          const bound = boundOf(schema.get(name));
          return bound && !exempt.has(name) ? [{ message: `The pool accepts ${name} only ${bound}.` }] : [];
        }),
      ),
  },
];

type Schema = ReadonlyMap<string, SchemaAttributeType>;

function ofMigration(
  facts: Facts,
  found: (returned: ReturnedAttributes, schema: Schema) => readonly Violation[],
) {
  if (!isAttached("user-migration", facts.pool)) return [];
  const { SchemaAttributes } = facts.pool;
  if (!facts.returnedAttributes || !SchemaAttributes) return undefined;
  return found(facts.returnedAttributes, new Map(SchemaAttributes.map((each) => [each.Name ?? "", each])));
}

function boundOf(attribute: SchemaAttributeType | undefined): string | undefined {
  const { AttributeDataType = "String", StringAttributeConstraints = {} } = attribute ?? {};
  // email_verified and phone_number_verified: the migration returns only "true".
  if (AttributeDataType === "Boolean") return undefined;
  if (AttributeDataType !== "String") return `as a ${AttributeDataType}`;
  const { MinLength = "0", MaxLength = String(MAX_LENGTH) } = StringAttributeConstraints;
  return Number(MinLength) > 0 || Number(MaxLength) < MAX_LENGTH
    ? `with ${MinLength} to ${MaxLength} characters`
    : undefined;
}
