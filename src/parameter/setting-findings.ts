import { declaredParameters } from "./parameter.ts";
import { referenceIn } from "./reference.ts";
import { checked } from "./setting-value.ts";
import { type Setting, type SettingName, settings } from "./settings.ts";

/** A setting that is wrong. */
export interface SettingFinding {
  readonly variable: string;
  /** One sentence, which names the variable and never holds its value. */
  readonly message: string;
}

/**
 * What is wrong with the settings of an environment, as far as it shows without asking a store.
 *
 * @param variables those to look at
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
    const { isPlain }: Partial<Setting> = Object.hasOwn(settings, variable)
      ? settings[variable as SettingName]
      : {};
    return isPlain ? "cannot name a store: write the value itself" : undefined;
  }
  const result = checked(variable, text);
  return "wrong" in result ? result.wrong : undefined;
}

/** The settings that a trigger reads; all of them when none is named. */
export function settingsOf(trigger?: string): SettingName[] {
  return (Object.keys(settings) as SettingName[]).filter((name) => {
    const { readBy }: Setting = settings[name];
    return trigger === undefined || readBy === undefined || readBy.includes(trigger);
  });
}

/** What is wrong with the settings of this function: those that its code has declared, and Powertools' own. */
export function declaredFindings(): SettingFinding[] {
  const plain = (Object.keys(settings) as SettingName[]).filter((name) => "isPlain" in settings[name]);
  return settingFindings(process.env, new Set([...declaredParameters(), ...plain]));
}
