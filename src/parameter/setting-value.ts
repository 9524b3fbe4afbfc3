import { SetupError } from "../log/fault.ts";
import { kindOf } from "./settings.ts";

/** The value that a variable's text stands for, or in which way it is wrong: the end of a sentence. */
export type Checked = { readonly value: string | number | undefined } | { readonly wrong: string };

/** Checks the text of a variable, or what was found in the store that it names. Empty is as good as not set. */
export function checked(name: string, text: string | undefined): Checked {
  const kind = kindOf(name);
  switch (kind.is) {
    case "word": {
      const value = text || kind.words[0];
      return kind.words.includes(kind.anyCase ? value.toUpperCase() : value)
        ? { value }
        : { wrong: `must be one of: ${kind.words.join(", ")}` };
    }
    case "number": {
      const value = text ? Number(text) : kind.default;
      return value >= kind.least && value <= kind.most
        ? { value }
        : { wrong: `must be a number from ${kind.least} to ${kind.most}` };
    }
    case "text":
      if (!text)
        return kind.default || kind.optional
          ? { value: kind.default }
          : { wrong: "is not set, and it has no default" };
      return text.length >= (kind.least ?? 0)
        ? { value: text }
        : { wrong: `must have ${kind.least} characters at the least` };
  }
}

/**
 * The value of a variable that cannot name a store.
 *
 * @throws a {@link SetupError} that names the variable
 */
export function plainValue(name: string): string | number | undefined {
  const result = checked(name, process.env[name]);
  if ("value" in result) return result.value;
  throw new SetupError(`The environment variable ${name} ${result.wrong}.`);
}
