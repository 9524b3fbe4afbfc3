import { PlainError } from "../error/plain-error.ts";
import type { Call } from "../trigger/responder.ts";

/** A legacy store that could not answer, with what broke as its `cause`. */
export class DirectoryUnavailable extends PlainError {
  override readonly name = "DirectoryUnavailable";

  constructor(cause: unknown) {
    super("The legacy directory is unavailable.", { cause });
  }
}

/**
 * What a broken look-up comes to: the outcome `unavailable`, and either a fault in the log and no answer, or
 * {@link DirectoryUnavailable} thrown, unless the setting is the word by which it is not told. A setting that
 * cannot be read, now that it is wanted, is no reason to be silent.
 */
export async function answerWithout(
  cause: unknown,
  call: Call,
  setting: { readonly whenUnavailable: Promise<string>; readonly untold: string },
): Promise<undefined> {
  call.annotate({ outcome: "unavailable" });
  const fault = new DirectoryUnavailable(cause);
  const isTold = await setting.whenUnavailable.then(
    (word) => word !== setting.untold,
    () => true,
  );
  if (isTold) throw fault;
  call.annotate({ fault });
}
