import type { SettingFinding } from "../../parameter/setting-findings.ts";
import { settings } from "../../parameter/settings.ts";
import { didYouMean } from "../templates/did-you-mean.ts";

/** Returns a finding for each variable that is not a setting but has almost the name of one. It never contains a value. */
export function misspeltSettings(environment: Readonly<Record<string, unknown>>): SettingFinding[] {
  const known = Object.keys(settings);
  return Object.keys(environment).flatMap((variable) => {
    const intended = known.includes(variable) ? undefined : didYouMean(variable, known);
    return intended === undefined
      ? []
      : [
          {
            variable,
            message: `The environment variable ${variable} is not a setting. Did you mean ${intended}?`,
          },
        ];
  });
}
