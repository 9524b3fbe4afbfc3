import { referenceIn } from "../../parameter/reference.ts";
import { misspeltSettings } from "../doctor/misspelt-settings.ts";
import { type TokenText, tokenText } from "./token-text.ts";

/** What is worth a look in the variables, although the functions can be made of them. */
export interface EnvironmentWarning {
  /** Of a variable and what is amiss with it: by it a warning is acknowledged. */
  readonly id: string;
  /** Names the variable, and never holds its value. */
  readonly message: string;
}

/** The end of the sentence that begins with the variable's name, or nothing to say. */
type Rule = (name: string, value: TokenText) => string | undefined;

/** In the authority of a URL, where a password may hold what belongs encoded; or among what follows `?`. */
const URL_WITH_PASSWORD = /^[a-z][\w+.-]*:\/\/(?:[^/?#@]*:.+@|.*[?&](?:password|pwd)=.)/i;

const rules: Readonly<Record<string, Rule>> = {
  // A variable that is nothing but a token may name a store, and nobody can see which.
  unseen: (_, { isToken }) =>
    isToken
      ? "will be known at deployment only: should it name a store, allow the functions to read it yourself."
      : undefined,
  plain: (name, { text, isToken }) =>
    URL_WITH_PASSWORD.test(text) || (name === "CORRELATION_KEY" && text !== "" && !isToken)
      ? "holds a secret, which everyone may read who may read the template or the function: put it into a store, and name that (secret:…)."
      : undefined,
  file: (name, { text, tokens }) =>
    name === "LEGACY_DATABASE" && text !== "" && tokens === 0 && !/^(?!file:)[a-z][\w+.-]*:\/\//i.test(text)
      ? "is the path of a file, and no bundle holds one: write the URL of a database, or name a store that holds it (secret:…)."
      : undefined,
};

/** What is worth a look in these functions' variables, each once. A variable that names a store is well. */
export function environmentWarnings(
  environments: Iterable<Readonly<Record<string, string>>>,
): readonly EnvironmentWarning[] {
  const warnings = new Map<string, EnvironmentWarning>();
  for (const environment of environments) {
    for (const [name, value] of Object.entries(environment)) {
      const text = tokenText(value);
      for (const [rule, saidOf] of Object.entries(rules)) {
        if (referenceIn(value) || referenceIn(text.text)) continue;
        const said = saidOf(name, text);
        const id = `${rule}-${name}`;
        if (said !== undefined) warnings.set(id, { id, message: `The environment variable ${name} ${said}` });
      }
    }
    for (const { variable, message } of misspeltSettings(environment)) {
      const id = `misspelt-${variable}`;
      warnings.set(id, { id, message });
    }
  }
  return [...warnings.values()];
}
