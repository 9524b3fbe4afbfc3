import type { Part } from "../../message/accepted.ts";
import type { CompiledTemplates } from "../../message/compiled.ts";
import type { CustomMessageSource } from "../../trigger/custom-message-event.ts";
import { folderOf } from "./sources.ts";

const HEADING =
  "// Made by `cognito-recovery compile` from templates/: a change here is lost with the next build.\n";

/** A message in one language, its templates precompiled to source text. */
export interface PrecompiledMessage {
  readonly source: CustomMessageSource;
  readonly locale: string;
  readonly parts: Readonly<Record<Part, string>>;
}

/** generated/templates.js: everything but the messages themselves. */
export function indexModule(
  data: Omit<CompiledTemplates, "load">,
  messages: readonly PrecompiledMessage[],
): string {
  // A literal import for each message: a bundler can see them all, and no path is made from data. In one
  // function, of which nothing is made before it is called: a closure for each would be at every start.
  const sources = Object.entries(Object.groupBy(messages, ({ source }) => source)).map(
    ([source, all = []]) => `case "${source}":\nswitch (tag) {\n${all.map(loadCase).join("")}}\nbreak;\n`,
  );
  const load = `(source, tag) => {\nswitch (source) {\n${sources.join("")}}\nthrow new Error("no such message");\n}`;
  const members = Object.entries(data).map(([key, value]) => [key, JSON.stringify(value, null, 2)] as const);
  return `${HEADING}export default ${object({ ...Object.fromEntries(members), load })};\n`;
}

function loadCase(message: PrecompiledMessage): string {
  return `case "${message.locale}": return import("./${messageFile(message)}");\n`;
}

/** Where a message's module is, below generated/. */
export function messageFile({ source, locale }: Pick<PrecompiledMessage, "source" | "locale">): string {
  return `locale/${locale}/${folderOf(source)}.cjs`;
}

export const indexTypes = `${HEADING}import type { CompiledTemplates } from "cognito-recovery";
declare const templates: CompiledTemplates;
export default templates;
`;

/**
 * generated/locale/<tag>/<message>.cjs: the specifications of one message's templates, and nothing else, so
 * that a start reads what it serves: seven messages in a file cost it a millisecond more. CommonJS, for a
 * bundle reaches it by `require`, and would need a wrapper around each that was an ES module.
 */
export function messageModule({ parts }: PrecompiledMessage): string {
  const lines = Object.entries(parts).map(([part, spec]) => `exports.${part} = ${spec};\n`);
  return `${HEADING}${lines.join("")}`;
}

/** An object literal of members that are source text already. */
function object(members: Readonly<Record<string, string>>): string {
  const lines = Object.entries(members).map(([key, value]) => `${JSON.stringify(key)}: ${value},\n`);
  return `{\n${lines.join("")}}`;
}
