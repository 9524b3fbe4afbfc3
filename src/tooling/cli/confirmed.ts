import { createInterface } from "node:readline/promises";
import type { Readable, Writable } from "node:stream";
import { SetupError } from "../../log/fault.ts";

/** Where a person is asked, and where they answer. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean };
}

/**
 * Asks a person for a yes; anything else, the end of the input too, is a no.
 *
 * @param instead what to say on the command line where nobody can be asked
 * @throws SetupError when nobody can be asked
 */
export async function confirmed(
  question: string,
  instead: string,
  { stdin, stdout }: Terminal = process,
): Promise<boolean> {
  if (!stdin.isTTY || !stdout.isTTY) {
    throw new SetupError(
      `Nobody can be asked here: nothing was changed. Say ${instead} if it shall be done.`,
    );
  }
  const terminal = createInterface({ input: stdin, output: stdout });
  try {
    const ended = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
    const answer = await Promise.race([terminal.question(`${question} [y/N] `), ended]);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
