import type { CompiledTemplates } from "../../message/compiled-templates.ts";
import type { Part } from "../../message/rejections.ts";

const GENERATED_BY = "Made by `cognito-recovery compile`";

/** Whether a file in generated/ was written by `compile`: modules and the schema begin with its comment. */
export function isGenerated(text: string): boolean {
  return text.startsWith(`// ${GENERATED_BY}`) || text.startsWith(`{\n  "$comment": "${GENERATED_BY}`);
}

/** The comment of the catalogs' schema. */
export const SCHEMA_COMMENT = `${GENERATED_BY} from templates/: a change here is lost with the next build.`;

const HEADING = `// ${GENERATED_BY} from templates/: a change here is lost with the next build.\n`;

/** Precompiled templates as source text: by trigger source and part. */
export type PrecompiledMessages = Readonly<Record<string, Readonly<Record<Part, string>>>>;

/** Returns generated/templates.js: everything but the texts of the locales. */
export function indexModule(data: Omit<CompiledTemplates, "load">, locales: readonly string[]): string {
  // A literal import for each locale, so that a bundler finds them all. One function for all of them, since a
  // closure for each would be created at every start.
  const cases = locales.map((tag) => `case "${tag}": return import("./locale/${tag}.cjs");\n`);
  const load = `(tag) => {\nswitch (tag) {\n${cases.join("")}}\nthrow new Error("no such locale");\n}`;
  const members = Object.entries(data).map(([key, value]) => [key, JSON.stringify(value, null, 2)] as const);
  return `${HEADING}export default ${object({ ...Object.fromEntries(members), load })};\n`;
}

export const indexTypes = `${HEADING}import type { CompiledTemplates } from "cognito-recovery";
declare const templates: CompiledTemplates;
export default templates;
`;

/**
 * Returns generated/locale/<tag>.cjs: only the specifications of a locale's messages. It is CommonJS because a bundle
 * loads it with `require`, and would need a wrapper around an ES module.
 */
export function localeModule(messages: PrecompiledMessages): string {
  return `${HEADING}exports.messages = ${object(
    Object.fromEntries(Object.entries(messages).map(([source, parts]) => [source, object(parts)])),
  )};\n`;
}

/** Returns an object literal whose values are source text. */
function object(members: Readonly<Record<string, string>>): string {
  const lines = Object.entries(members).map(([key, value]) => `${JSON.stringify(key)}: ${value},\n`);
  return `{\n${lines.join("")}}`;
}
