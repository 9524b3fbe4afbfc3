import { kindOf, type SettingName, type SettingValue } from "./settings.ts";

/** The value that a variable's text stands for, or in which way it is wrong: the end of a sentence. */
export type Checked = { readonly value: string | number | undefined } | { readonly wrong: string };

/** Checks the text of a variable, or what was found in the store that it names. Empty is as good as not set. */
export function checked(name: string, text: string | undefined): Checked {
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
        : { wrong: `must have ${kind.least} characters at the least` };
  }
}

/** The value of a variable that cannot name a store; its default where it is wrong, which `settings` tells. */
export function plainValue<Name extends SettingName>(name: Name): SettingValue<Name> {
  const given = checked(name, process.env[name]);
  const { value } = "value" in given ? given : (checked(name, undefined) as { value: unknown });
  // The table's kind is what the name's own type says.
  return value as SettingValue<Name>;
}
