/**
 * Records the errors of this process whose stack is read, which is what our log does with each error that it
 * records (fault.ts), and with its causes. So an operator sees their text, and a bundle contains nothing for it.
 *
 * @returns a function that gives the errors since it was last called
 */
export function recordReadErrors(): () => Error[] {
  const read = new Set<Error>();
  // V8 calls it when the stack of an error is first read; what it returns is Node's own form of a stack.
  Error.prepareStackTrace = (error, frames) => {
    if (error instanceof Error) read.add(error);
    return frames.length === 0 ? `${error}` : `${error}\n    at ${frames.join("\n    at ")}`;
  };
  return () => {
    const errors = [...read];
    read.clear();
    return errors;
  };
}
