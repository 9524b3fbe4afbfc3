import { parameters } from "./parameters.ts";
import { type SettingFinding, settingFindings } from "./setting-findings.ts";
import { type SettingName, settings } from "./settings.ts";

const container = parameters();

/**
 * Declares a setting: the environment variable of this name, or the value that the variable names in a store.
 *
 * `ssm:/path` is an SSM parameter, `secret:name` or `secret:name#key` a secret (or one key of its JSON),
 * `appconfig:application/environment/profile`, with or without `#key`, a configuration profile. It is read through
 * Powertools Parameters when it is first needed, and cached for `POWERTOOLS_PARAMETERS_MAX_AGE` seconds. The SDK
 * client of a store is loaded only if the variable names that store.
 *
 * Declare it at the top of a file, so that the SDK client is loaded while the function starts. For a setting of the
 * table in docs/operations.md, values and default are those of the table; any other variable is a required text.
 *
 * The parameter rejects with a {@link SetupError} that names the variable when the variable is wrong or names
 * something that does not exist, with an `UnreadableParameter` when the store could not be read, and with the
 * signal's reason when that aborts first.
 */
export const parameter = container.parameter;

/** Returns what is wrong with the settings of this function: those that its code declares, and Powertools' own. */
export function declaredFindings(): SettingFinding[] {
  const plain = (Object.keys(settings) as SettingName[]).filter((name) => "isPlain" in settings[name]);
  return settingFindings(process.env, new Set([...container.declared, ...plain]));
}
