import type { CompiledTemplates } from "../../message/compiled-templates.ts";
import type { Part } from "../../message/rejections.ts";

const MADE = "Made by `cognito-recovery compile`";

/** Whether the text of a file in generated/ is ours: a module begins with our comment, the schema has it. */
export function isGenerated(text: string): boolean {
  return text.startsWith(`// ${MADE}`) || text.startsWith(`{\n  "$comment": "${MADE}`);
}

/** The comment of the catalogs' schema. */
export const SCHEMA_COMMENT = `${MADE} from templates/: a change here is lost with the next build.`;

const HEADING = `// ${MADE} from templates/: a change here is lost with the next build.\n`;

/** Precompiled templates as source text: by trigger source and part. */
export type PrecompiledMessages = Readonly<Record<string, Readonly<Record<Part, string>>>>;

/** generated/templates.js: everything but the locales' own texts. */
export function indexModule(data: Omit<CompiledTemplates, "load">, locales: readonly string[]): string {
  // A literal import for each locale: a bundler can see them all, and no path is made from data. In one
  // function, of which nothing is made before it is called: a closure for each would be at every start.
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
 * generated/locale/<tag>.cjs: the specifications of a locale's messages, and nothing else. CommonJS, for a
 * bundle reaches it by `require`, and would need a wrapper around each that was an ES module.
 */
export function localeModule(messages: PrecompiledMessages): string {
  return `${HEADING}exports.messages = ${object(
    Object.fromEntries(Object.entries(messages).map(([source, parts]) => [source, object(parts)])),
  )};\n`;
}

/** An object literal of members that are source text already. */
function object(members: Readonly<Record<string, string>>): string {
  const lines = Object.entries(members).map(([key, value]) => `${JSON.stringify(key)}: ${value},\n`);
  return `{\n${lines.join("")}}`;
}
