import { createInterface } from "node:readline/promises";
import { SetupError } from "../../error/setup-error.ts";
import type { Io } from "./io.ts";

/**
 * Asks a person to confirm. Every answer but yes means no, and so does the end of the input.
 *
 * @param instead the options that confirm without a terminal
 * @throws SetupError when input and output are not a terminal
 */
export async function confirmed(
  question: string,
  instead: string,
  { stdin, stdout }: Pick<Io, "stdin" | "stdout">,
): Promise<boolean> {
  if (!stdin.isTTY || !stdout.isTTY) {
    throw new SetupError(
      `Nothing was changed: without a terminal, nobody can confirm. To confirm, pass ${instead}.`,
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
