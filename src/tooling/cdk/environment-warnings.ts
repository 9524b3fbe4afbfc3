import { referenceIn } from "../../parameter/reference.ts";
import { misspeltSettings } from "../doctor/misspelt-settings.ts";
import { type TokenText, tokenText } from "./token-text.ts";

/** A warning about a variable, which does not prevent the deployment. */
export interface EnvironmentWarning {
  /** The rule and the variable. CDK acknowledges a warning by its id. */
  readonly id: string;
  /** Names the variable, and never contains its value. */
  readonly message: string;
}

/** Returns the end of a sentence that begins with the variable's name, if there is a warning. */
type Rule = (name: string, value: TokenText) => string | undefined;

/** A password in the authority of a URL, perhaps with characters that should be encoded, or in its query. */
const URL_WITH_PASSWORD = /^[a-z][\w+.-]*:\/\/(?:[^/?#@]*:.+@|.*[?&](?:password|pwd)=.)/i;

const rules: Readonly<Record<string, Rule>> = {
  // A variable that is only a token may name a store, which is not known yet.
  unresolved: (_, { isToken }) =>
    isToken
      ? "is known only at deployment: if it names a store, permit the functions to read it yourself."
      : undefined,
  plain: (name, { text, isToken }) =>
    URL_WITH_PASSWORD.test(text) || (name === "CORRELATION_KEY" && text !== "" && !isToken)
      ? "contains a secret, and everyone with access to the template or the function can read it: put it into a store, and name the store (secret:…)."
      : undefined,
  file: (name, { text, tokens }) =>
    name === "LEGACY_DATABASE" && text !== "" && tokens === 0 && !/^(?!file:)[a-z][\w+.-]*:\/\//i.test(text)
      ? "is the path of a file, and a bundle contains none: set the URL of a database, or name a store that contains it (secret:…)."
      : undefined,
};

/** Returns the warnings about these functions' variables, each once. A variable that names a store gets none. */
export function environmentWarnings(
  environments: Iterable<Readonly<Record<string, string>>>,
): readonly EnvironmentWarning[] {
  const warnings = new Map<string, EnvironmentWarning>();
  for (const environment of environments) {
    for (const [name, value] of Object.entries(environment)) {
      const text = tokenText(value);
      for (const [rule, endOf] of Object.entries(rules)) {
        if (referenceIn(value) || referenceIn(text.text)) continue;
        const end = endOf(name, text);
        const id = `${rule}-${name}`;
        if (end !== undefined) warnings.set(id, { id, message: `The environment variable ${name} ${end}` });
      }
    }
    for (const { variable, message } of misspeltSettings(environment)) {
      const id = `misspelt-${variable}`;
      warnings.set(id, { id, message });
    }
  }
  return [...warnings.values()];
}
