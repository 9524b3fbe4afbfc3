import type { Message } from "esbuild";
import { installSuggestion } from "../packages/install-suggestion.ts";

/** Returns an esbuild failure as sentences, each with its file and line. Rethrows anything else. */
export function sentencesOf(failure: unknown): string[] {
  const errors = (failure as { errors?: readonly Message[] } | undefined)?.errors;
  if (!Array.isArray(errors)) throw failure;
  return errors.map(sentenceOf);
}

/** Replaces esbuild's sentences that do not explain what to do. */
const replacements: readonly (readonly [RegExp, string])[] = [
  [
    /^Top-level await/,
    "A trigger cannot await while it loads (top-level await): move it into a function that awaits when called.",
  ],
  [
    /^Could not resolve ".*generated\/templates\.js"/,
    "The templates are not compiled: the folder templates/ is missing.",
  ],
  [
    /^This "import" expression will not be bundled/,
    "import() needs its module as a literal string, or the module would not be in the zip.",
  ],
];

function sentenceOf(message: Message): string {
  const { text, location } = message;
  const [, replacement] = replacements.find(([pattern]) => pattern.test(text)) ?? [];
  const where = location ? `${location.file}:${location.line}:${location.column + 1}: ` : "";
  const suggestion = installSuggestion(message);
  return `${where}${replacement ?? `${text}.${suggestion ? ` ${suggestion}` : ""}`}`;
}
