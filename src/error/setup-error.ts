import { PlainError } from "./plain-error.ts";

/** A mistake in the set-up, for the person who deploys. */
export class SetupError extends PlainError {
  override readonly name = "SetupError";
}
