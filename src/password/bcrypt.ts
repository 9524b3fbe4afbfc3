import { bcryptVerify } from "hash-wasm";

/** bcrypt reads this many bytes of a password and no more: the rest was never part of the hash. */
const BYTES_READ = 72;

/**
 * Whether `password` has this bcrypt hash. `hash-wasm` refuses an empty or a longer password with an error,
 * so the format's own truncation, at a byte and not at a character, is done here.
 */
export async function matches(password: string, hash: string): Promise<boolean> {
  const read = Buffer.from(password, "utf8").subarray(0, BYTES_READ);
  return read.length > 0 && bcryptVerify({ password: read, hash });
}
