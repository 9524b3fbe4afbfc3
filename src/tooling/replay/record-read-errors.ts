/**
 * Records the errors of this process whose stack is read. Our log reads the stack of each error that it records,
 * and of its causes, so an operator can see their texts without any code in the bundle.
 *
 * @returns a function that returns the errors since its last call
 */
export function recordReadErrors(): () => Error[] {
  const read = new Set<Error>();
  // V8 calls this when the stack of an error is first read. The returned text has Node's own format.
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
