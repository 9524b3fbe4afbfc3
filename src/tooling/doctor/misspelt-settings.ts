import type { SettingFinding } from "../../parameter/setting-findings.ts";
import { settings } from "../../parameter/settings.ts";
import { didYouMean } from "../templates/did-you-mean.ts";

/** Returns a finding for each variable that is not a setting and whose name is nearly one. It never holds a value. */
export function misspeltSettings(environment: Readonly<Record<string, unknown>>): SettingFinding[] {
  const known = Object.keys(settings);
  return Object.keys(environment).flatMap((variable) => {
    const meant = known.includes(variable) ? undefined : didYouMean(variable, known);
    return meant === undefined
      ? []
      : [
          {
            variable,
            message: `The environment variable ${variable} is not a setting: did you mean ${meant}?`,
          },
        ];
  });
}
