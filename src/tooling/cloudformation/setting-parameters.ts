import { CfnParameter, type Stack } from "aws-cdk-lib/core";
import { settingsOf } from "../../parameter/setting-findings.ts";
import { type SettingDefinition, type SettingName, settings } from "../../parameter/settings.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import type { Environment } from "../cdk/function-environment.ts";

/**
 * The settings that may be chosen when the template is deployed: words that depend on the pool, or that are
 * changed in a bad hour. All else is decided when it is made, for what a variable names decides what the
 * functions may read, and CloudFormation cannot make an ARN of `secret:recovery/legacy#url`.
 */
const chosenLater: readonly SettingName[] = [
  "SIGN_IN",
  "WHEN_UNAVAILABLE",
  "EMAIL_SENDING_ACCOUNT",
  "POWERTOOLS_LOG_LEVEL",
];

/** A parameter for each of these that a trigger reads and nobody has decided: variable -> what it will be. */
export function settingParameters(
  stack: Stack,
  triggers: readonly TriggerName[],
  decided: Environment,
): Environment {
  const read = new Set(triggers.flatMap((trigger) => settingsOf(trigger)));
  const open = chosenLater.filter((name) => read.has(name) && decided[name] === undefined);
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
