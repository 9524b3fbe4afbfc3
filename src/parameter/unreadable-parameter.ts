import { PlainError } from "../error/plain-error.ts";

/** A store could not be read for now; `cause` is the SDK's error. */
export class UnreadableParameter extends PlainError {
  override readonly name = "UnreadableParameter";
}
