import { METADATA_SCHEMA } from "../../templates/metadata-schema.ts";
import type { Rule } from "../rule.ts";
import { at, visitsOf } from "../visits.ts";

export const unboundedMetadata: Rule = {
  name: "unbounded-metadata",
  severity: "error",
  protects:
    "Anyone can send metadata. What is printed has a limit in the schema, so that a stranger cannot put sentences of their own into your message.",
  mending: `Ask an engineer to limit its length in ${METADATA_SCHEMA}.`,
  example: {
    file: "templates/en/forgot-password/sms.txt.hbs",
    to: "{{code}}{{#if metadata.shop}} {{metadata.shop}}{{/if}}",
    metadata: { shop: { type: "string" } },
  },
  check: (project) =>
    visitsOf(project, "name")
      .filter(({ node, how }) => how !== "asked" && isUnbounded(node.original, project.metadata))
      .map(({ node, where }) => {
        const key = node.original.slice("metadata.".length);
        return {
          ...at(node, project),
          part: where.part,
          message: `The schema lets {{${node.original}}} be as long as anyone likes.`,
          mending: `Ask an engineer to limit its length in ${METADATA_SCHEMA}, as the last step: ${key}: v.optional(v.pipe(v.string(), v.maxLength(40))).`,
        };
      }),
};

function isUnbounded(name: string, metadata: ReadonlyMap<string, { isBounded: boolean }>): boolean {
  return name.startsWith("metadata.") && metadata.get(name.slice("metadata.".length))?.isBounded === false;
}
