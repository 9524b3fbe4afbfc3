/** An error whose message is our own: it names the option or variable, quotes no value, and may be logged. */
export class PlainError extends Error {
  override readonly name: string = "PlainError";
}
