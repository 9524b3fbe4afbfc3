import type { Message } from "esbuild";
import { installCommand } from "./install-command.ts";

/** A path that names a package, with or without a scope: no file, no `#import`, no alias such as `@/x`. */
const OF_PACKAGE = /^Could not resolve "((?:@[\w.-]+\/)?\w[\w.-]*)(?:\/[^"]*)?"/;

/** What to do about an import of a package that is not installed; `undefined` for any other message of esbuild's. */
export function installSuggestion({ text, notes }: Pick<Message, "text" | "notes">): string | undefined {
  const [, name] = OF_PACKAGE.exec(text) ?? [];
  // Of an installed package esbuild notes what is wrong with the path; else only how to leave the import alone.
  if (!name || notes.length !== 1) return undefined;
  return name === "aws-lambda"
    ? "Only types come by this name, from @types/aws-lambda: write `import type`."
    : `Is the package installed? ${installCommand(name)}`;
}
