import { CfnParameter, type Stack } from "aws-cdk-lib/core";
import { settingsOf } from "../../parameter/setting-findings.ts";
import { type SettingDefinition, type SettingName, settings } from "../../parameter/settings.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import type { Environment } from "../cdk/function-environment.ts";

/**
 * The settings that may be chosen when the template is deployed: words that depend on the pool or change in an
 * incident. The others are fixed in the template, because the functions' permissions depend on the stores that
 * they name, and CloudFormation cannot turn `secret:recovery/legacy#url` into an ARN.
 */
const deploymentSettings: readonly SettingName[] = [
  "SIGN_IN",
  "WHEN_UNAVAILABLE",
  "EMAIL_SENDING_ACCOUNT",
  "POWERTOOLS_LOG_LEVEL",
];

/** Returns a parameter's value for each of these settings that a trigger reads and that `fixed` does not contain. */
export function settingParameters(
  stack: Stack,
  triggers: readonly TriggerName[],
  fixed: Environment,
): Environment {
  const read = new Set(triggers.flatMap((trigger) => settingsOf(trigger)));
  const open = deploymentSettings.filter((name) => read.has(name) && fixed[name] === undefined);
  return Object.fromEntries(open.map((name) => [name, parameterFor(stack, name)]));
}

function parameterFor(stack: Stack, name: SettingName): string {
  const { kind, about }: SettingDefinition = settings[name];
  // POWERTOOLS_LOG_LEVEL -> PowertoolsLogLevel
  const id = name.toLowerCase().replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return new CfnParameter(stack, id, {
    type: "String",
    description: about,
    ...(kind.is === "word" && { default: kind.words[0], allowedValues: [...kind.words] }),
  }).valueAsString;
}
