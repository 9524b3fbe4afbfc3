import { PlainError } from "../error/plain-error.ts";
import type { Call } from "../trigger/responder.ts";

/** A legacy store that could not answer, with its failure as `cause`. */
export class DirectoryUnavailable extends PlainError {
  override readonly name = "DirectoryUnavailable";

  constructor(cause: unknown) {
    super("The legacy directory is unavailable.", { cause });
  }
}

/**
 * Logs a store's outcome as `unavailable`, and throws {@link DirectoryUnavailable}; where outages are concealed,
 * logs it as a fault instead. A setting that cannot be read conceals nothing.
 */
export async function handleUnavailable(
  cause: unknown,
  call: Call,
  { store, isConcealed }: { readonly store: string; readonly isConcealed: Promise<boolean> },
): Promise<undefined> {
  call.annotate({ outcome: "unavailable", stores: [{ store, outcome: "unavailable" }] });
  const fault = new DirectoryUnavailable(cause);
  if (!(await isConcealed.catch(() => false))) throw fault;
  call.annotate({ fault });
}
