import { kindOf } from "./settings.ts";

/** The value that a variable's text means, or what is wrong with it: the end of a sentence. */
export type CheckedValue = { readonly value: string | number | undefined } | { readonly wrong: string };

/** Checks the text of a variable, or of what it names in a store. An empty text counts as not set. */
export function checkedValue(name: string, text: string | undefined): CheckedValue {
  const kind = kindOf(name);
  switch (kind.is) {
    case "word": {
      const value = text || kind.words[0];
      return kind.words.some(
        (word) => word === value || (kind.anyCase && word.toUpperCase() === value.toUpperCase()),
      )
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
        : { wrong: `must have at least ${kind.least} characters` };
  }
}
