import { bcryptVerify } from "hash-wasm";

/** The number of bytes that bcrypt reads of a password; the rest never was part of the hash. */
const BYTES_READ = 72;

/**
 * Whether `password` has this bcrypt hash. `hash-wasm` throws for an empty or a longer password, so this truncates
 * it as the format does: at a byte, not at a character.
 */
export async function matches(password: string, hash: string): Promise<boolean> {
  const read = Buffer.from(password, "utf8").subarray(0, BYTES_READ);
  return read.length > 0 && bcryptVerify({ password: read, hash });
}
