import { checkedValue } from "./checked-value.ts";
import { referenceIn } from "./reference.ts";
import { type SettingDefinition, type SettingName, settings } from "./settings.ts";

/** A setting that is wrong. */
export interface SettingFinding {
  readonly variable: string;
  /** A sentence that names the variable and never contains its value. */
  readonly message: string;
}

/**
 * Finds what is wrong with the settings of an environment, without reading a store.
 *
 * @param variables the names of those to check
 */
export function settingFindings(
  environment: Readonly<Record<string, string | undefined>>,
  variables: Iterable<string>,
): SettingFinding[] {
  return [...variables].flatMap((variable) => {
    const wrong = wrongWith(variable, environment[variable]);
    return wrong === undefined
      ? []
      : [{ variable, message: `The environment variable ${variable} ${wrong}.` }];
  });
}

function wrongWith(variable: string, text: string | undefined): string | undefined {
  const reference = referenceIn(text ?? "");
  if (reference) {
    if ("wrong" in reference) return reference.wrong;
    const { isPlain }: Partial<SettingDefinition> = Object.hasOwn(settings, variable)
      ? settings[variable as SettingName]
      : {};
    return isPlain ? "cannot name a store: write the value itself" : undefined;
  }
  const result = checkedValue(variable, text);
  return "wrong" in result ? result.wrong : undefined;
}

/** Returns the settings that a trigger reads; all of them when none is named. */
export function settingsOf(trigger?: string): SettingName[] {
  return (Object.keys(settings) as SettingName[]).filter((name) => {
    const { readBy }: SettingDefinition = settings[name];
    return trigger === undefined || readBy === undefined || readBy.includes(trigger);
  });
}
