import type { Message } from "esbuild";
import { installCommand } from "./install-command.ts";

/** Matches a package name, with or without a scope, but no file, `#import`, or alias such as `@/x`. */
const OF_PACKAGE = /^Could not resolve "((?:@[\w.-]+\/)?\w[\w.-]*)(?:\/[^"]*)?"/;

/** Suggests what to do about an import of a missing package; `undefined` for any other message of esbuild. */
export function installSuggestion({ text, notes }: Pick<Message, "text" | "notes">): string | undefined {
  const [, name] = OF_PACKAGE.exec(text) ?? [];
  // For an installed package esbuild adds a second note, about the path.
  if (!name || notes.length !== 1) return undefined;
  return name === "aws-lambda"
    ? "This name has only types, from @types/aws-lambda: write `import type`."
    : `Is the package installed? ${installCommand(name)}`;
}
