import { createInterface } from "node:readline/promises";
import { SetupError } from "../../error/setup-error.ts";
import type { Io } from "./io.ts";

/**
 * Asks a person to confirm. Any answer but yes is a no, as is the end of the input.
 *
 * @param instead the options that confirm it without a terminal
 * @throws SetupError when input and output are not a terminal
 */
export async function confirmed(
  question: string,
  instead: string,
  { stdin, stdout }: Pick<Io, "stdin" | "stdout">,
): Promise<boolean> {
  if (!stdin.isTTY || !stdout.isTTY) {
    throw new SetupError(
      `This is not a terminal, so the change cannot be confirmed: nothing was changed. Use ${instead} to do it.`,
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
