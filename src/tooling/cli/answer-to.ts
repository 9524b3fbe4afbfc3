import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import type { Io } from "./io.ts";

/**
 * Asks a person for a line of text on a terminal; "" at the end of the input.
 *
 * @param isHidden whether what is typed is not shown
 */
export async function answerTo(
  question: string,
  { stdin, stdout }: Pick<Io, "stdin" | "stdout">,
  isHidden = false,
): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: stdin, output: isHidden ? nowhere : stdout, terminal: true });
  try {
    if (isHidden) stdout.write(question);
    const ended = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
    return await Promise.race([terminal.question(isHidden ? "" : question), ended]);
  } finally {
    terminal.close();
    if (isHidden) stdout.write("\n");
  }
}
