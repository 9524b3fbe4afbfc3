import { parameters } from "./parameters.ts";
import { type SettingFinding, settingFindings } from "./setting-findings.ts";
import { type SettingName, settings } from "./settings.ts";

const container = parameters();

/**
 * A setting: the environment variable of this name, or what it names in a store.
 *
 * `ssm:/path` is an SSM parameter, `secret:name` or `secret:name#key` a secret (or one key of its JSON),
 * `appconfig:application/environment/profile`, with or without `#key`, a configuration profile. Read through
 * Powertools Parameters when it is first needed, and kept for `POWERTOOLS_PARAMETERS_MAX_AGE` seconds. No
 * code of a store is loaded unless the variable names one.
 *
 * Declare it where the file is loaded, so that the code of the store it names is loaded while the function
 * starts. Its words and its default are those of the table of settings (docs/operations.md); any other
 * variable is a text that is required.
 *
 * The parameter rejects with a {@link SetupError} that names the variable when it is wrong or what it names
 * is missing, with an `UnreadableParameter` when the store could not be read, and with the signal's reason
 * when that aborts first.
 */
export const parameter = container.parameter;

/** Returns the problems of this function's settings: those that its code has declared, and Powertools' own. */
export function declaredFindings(): SettingFinding[] {
  const plain = (Object.keys(settings) as SettingName[]).filter((name) => "isPlain" in settings[name]);
  return settingFindings(process.env, new Set([...container.declared, ...plain]));
}
