import { METADATA_SCHEMA } from "../../templates/metadata-schema.ts";
import type { Rule } from "../rule.ts";

export const metadataSchema: Rule = {
  name: "metadata-schema",
  severity: "error",
  protects:
    "The schema of the client metadata says which `metadata.…` a template may print, and how long each can be.",
  mending: "Ask an engineer to mend triggers/client-metadata.ts.",
  example: { file: METADATA_SCHEMA, to: "export const clientMetadata = 1;" },
  check: ({ unread }) => unread.filter(({ rule }) => rule === "metadata-schema"),
};
