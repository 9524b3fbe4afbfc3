import { createInterface } from "node:readline/promises";
import { SetupError } from "../../log/fault.ts";

/**
 * Asks a person for a yes.
 *
 * @param instead what to say on the command line where nobody can be asked
 * @throws SetupError when nobody can be asked
 */
export async function confirmed(question: string, instead: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    throw new SetupError(
      `Nobody can be asked here: nothing was changed. Say ${instead} if it shall be done.`,
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(`${question} [y/N] `);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
