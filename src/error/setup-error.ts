import { PlainError } from "./plain-error.ts";

/** A mistake in the set-up, which whoever deploys can fix. */
export class SetupError extends PlainError {
  override readonly name = "SetupError";
}
