import type { Message } from "esbuild";
import { installSuggestion } from "../packages/install-suggestion.ts";

/** An esbuild failure as sentences, each with its file and line. Anything else is thrown on. */
export function sentencesOf(failure: unknown): string[] {
  const errors = (failure as { errors?: readonly Message[] } | undefined)?.errors;
  if (!Array.isArray(errors)) throw failure;
  return errors.map(sentenceOf);
}

/** Where esbuild's own words do not tell what to do. */
const mendings: readonly (readonly [RegExp, string])[] = [
  [
    /^Top-level await/,
    "A trigger cannot await while it loads (top-level await): move it into a function that awaits when called.",
  ],
  [
    /^Could not resolve ".*generated\/templates\.js"/,
    "The templates are not compiled: there is no folder templates/ to compile them from.",
  ],
  [
    /^This "import" expression will not be bundled/,
    "import() needs its module as a literal string, or the module would not be in the zip.",
  ],
];

function sentenceOf(message: Message): string {
  const { text, location } = message;
  const [, mending] = mendings.find(([pattern]) => pattern.test(text)) ?? [];
  const where = location ? `${location.file}:${location.line}:${location.column + 1}: ` : "";
  const suggestion = installSuggestion(message);
  return `${where}${mending ?? `${text}.${suggestion ? ` ${suggestion}` : ""}`}`;
}
