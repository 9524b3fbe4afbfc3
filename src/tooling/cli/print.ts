import type { Io } from "./io.ts";

/** Prints a line, or several, of a command's result. */
export function print({ stdout }: Pick<Io, "stdout">, text: string): void {
  stdout.write(`${text}\n`);
}

/** Prints progress, a warning or a failure, which do not belong to the result. */
export function printError({ stderr }: Pick<Io, "stderr">, text: string): void {
  stderr.write(`${text}\n`);
}
