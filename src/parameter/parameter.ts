import { annotate } from "../annotations/annotations.ts";
import { PlainError } from "../error/plain-error.ts";
import { SetupError } from "../error/setup-error.ts";
import { referenceIn } from "./reference.ts";
import { checked } from "./setting-value.ts";
import type { SettingName, SettingValue } from "./settings.ts";
import { storedValue } from "./stored.ts";
import { load } from "./stores.ts";

/**
 * Reads a setting, within the signal's time. `refused` is the value that somebody has just been refused with:
 * another is fetched then, if the one at hand is still that one.
 */
export type Parameter<T = string> = (signal: AbortSignal, refused?: T) => Promise<T>;

/** What a setting may be given as: its value, or how it is read. */
export type Given<T> = T | Parameter<T>;

const declared = new Set<string>();

/** The variables that this function's code has declared as parameters. */
export function declaredParameters(): ReadonlySet<string> {
  return declared;
}

/**
 * A setting: the environment variable of this name, or what it names in a store.
 *
 * `ssm:/path` is an SSM parameter, `secret:name` or `secret:name#key` a secret (or one key of its JSON),
 * `appconfig:application/environment/profile`, with or without `#key`, a configuration profile. Read through
 * Powertools Parameters when it is first wanted, and kept for `POWERTOOLS_PARAMETERS_MAX_AGE` seconds. No
 * code of a store is loaded unless the variable names one.
 *
 * Declare it where the file is loaded, so that the code of the store it names is loaded while the function
 * starts. Its words and its default are those of the table of settings (docs/operations.md); any other
 * variable is a text that has to be there.
 *
 * The parameter rejects with a {@link SetupError} that names the variable when it is wrong or what it names
 * cannot be had, with an `UnreadableParameter` when the store could not be asked, and with the signal's
 * reason when that aborts first. No error holds a value.
 */
export function parameter<Name extends SettingName>(name: Name): Parameter<SettingValue<Name>>;
export function parameter(name: string): Parameter;
export function parameter(name: string): (signal: AbortSignal, refused?: unknown) => Promise<never> {
  declared.add(name);
  const stored = storedValue(name);
  const first = referenceOf(name);
  // What goes wrong now is told when the value is wanted.
  if (first && "store" in first) load(first.store).catch(() => {});

  return async (signal, refused) => {
    const reference = referenceOf(name);
    if (reference && "wrong" in reference)
      throw new SetupError(`The environment variable ${name} ${reference.wrong}.`);
    // What is given back is of the kind that the table, and so the name's own signature, says.
    if (reference) return (await stored(reference, signal, refused as string)) as never;
    const result = checked(name, process.env[name]);
    if ("value" in result) return result.value as never;
    throw new SetupError(`The environment variable ${name} ${result.wrong}.`);
  };
}

function referenceOf(name: string): ReturnType<typeof referenceIn> {
  return referenceIn(process.env[name] ?? "");
}

/** The value of what was given as one, or as a parameter. */
export async function read<T extends string | undefined>(given: Given<T>, signal: AbortSignal): Promise<T> {
  return typeof given === "function" ? given(signal) : given;
}

/**
 * The same, begun now and wanted later, perhaps when there is no time left to read it, and perhaps never: so
 * one that is wrong is a warning in the log already, and fails nobody who does not come to want it.
 */
export function readAhead<T extends string | undefined>(given: Given<T>, signal: AbortSignal): Promise<T> {
  const value = read(given, signal);
  value.catch((error) => {
    if (error instanceof PlainError) annotate(signal, { warnings: [error.message] });
  });
  return value;
}
