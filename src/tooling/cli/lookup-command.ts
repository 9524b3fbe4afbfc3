import { lookUpInProject } from "../lookup/look-up-in-project.ts";
import { lookUpText } from "../lookup/look-up-text.ts";
import { inkFor } from "../terminal/ink.ts";
import { printable } from "../terminal/printable.ts";
import { givenVariables } from "./given-variables.ts";
import type { Io } from "./io.ts";
import { print, printError } from "./print.ts";
import { variableHints } from "./variable-hints.ts";
import type { VariableOptions } from "./variable-options.ts";

export interface LookupOptions extends VariableOptions {
  readonly json?: boolean;
}

/** `lookup`: returns 0 when the person was found, 1 for any other answer, 2 when the store or SIGN_IN could not be read. */
export async function lookupCommand(userName: string, options: LookupOptions, io: Io): Promise<0 | 1 | 2> {
  const printOutput = (text: string) => {
    if (text !== "") io.stderr.write(text.split("\n").map(printable).join("\n"));
  };
  const root = io.cwd;
  const variables = givenVariables(options, io);
  const found = await lookUpInProject({ root, userName, variables, print: printOutput });
  print(
    io,
    options.json
      ? JSON.stringify(found, undefined, 2)
      : lookUpText(userName, found, inkFor(io.stdout, io.environment)),
  );
  for (const hint of await variableHints(root, variables, found.outcome === "unavailable")) {
    printError(io, printable(hint));
  }
  if (found.outcome !== "found") return found.outcome === "unavailable" ? 2 : 1;
  return found.recovery === undefined ? 2 : 0;
}
