import { SetupError } from "../log/fault.ts";

/**
 * What an environment variable chooses among a few words; the first of them when it is not set or empty.
 * Ask when an event arrives, not when the file is imported: a mistake is then a line in the log rather than
 * a function that does not start.
 *
 * @throws a {@link SetupError} with the variable's name and the words it may have, and not its value
 */
export function choice<const Words extends readonly [string, ...string[]]>(
  variable: string,
  words: Words,
): Words[number] {
  const value = process.env[variable] || words[0];
  if (words.includes(value)) return value;
  throw new SetupError(`The environment variable ${variable} must be one of: ${words.join(", ")}.`);
}
