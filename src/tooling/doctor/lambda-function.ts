import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import { checkedValue } from "../../parameter/checked-value.ts";
import { referenceIn } from "../../parameter/reference.ts";
import { type SettingFinding, settingFindings, settingsOf } from "../../parameter/setting-findings.ts";
import type { SettingName, SettingValue } from "../../parameter/settings.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { misspeltSettings } from "./misspelt-settings.ts";

/** The value of a setting as far as its variable shows it. */
type SettingShown<Name extends SettingName> = SettingValue<Name> | "wrong" | "in a store";

/** A function, with what its variables say in place of the variables, which may hold a secret. */
export interface LambdaFunction
  extends Pick<
    FunctionConfiguration,
    "Runtime" | "Handler" | "Timeout" | "MemorySize" | "PackageType" | "State" | "StateReason"
  > {
  /** What is wrong with its settings; absent when its variables could not be read. */
  readonly settings?: readonly SettingFinding[];
  /** Its variables that are nearly a setting; absent when its variables could not be read. */
  readonly misspelt?: readonly SettingFinding[];
  /** Its EMAIL_SENDING_ACCOUNT; absent when its variables could not be read. */
  readonly emailSendingAccount?: SettingShown<"EMAIL_SENDING_ACCOUNT">;
  /** Its SIGN_IN; absent when its variables could not be read. */
  readonly signIn?: SettingShown<"SIGN_IN">;
}

/** What is kept of a function's configuration. */
export function lambdaFunction(
  configuration: FunctionConfiguration,
  triggers: readonly TriggerName[],
): LambdaFunction {
  const { Runtime, Handler, Timeout, MemorySize, PackageType, State, StateReason } = configuration;
  const kept = { Runtime, Handler, Timeout, MemorySize, PackageType, State, StateReason };
  // Lambda tells an error in their place when the key that encrypts them may not be used.
  if (configuration.Environment?.Error) return kept;
  const variables = configuration.Environment?.Variables ?? {};
  const names = new Set(triggers.flatMap((trigger) => settingsOf(trigger)));
  return {
    ...kept,
    settings: settingFindings(variables, names),
    misspelt: misspeltSettings(variables),
    emailSendingAccount: settingIn("EMAIL_SENDING_ACCOUNT", variables),
    signIn: settingIn("SIGN_IN", variables),
  };
}

function settingIn<Name extends SettingName>(
  name: Name,
  variables: Readonly<Record<string, string>>,
): SettingShown<Name> {
  const text = variables[name];
  if (referenceIn(text ?? "")) return "in a store";
  const result = checkedValue(name, text);
  // The table's kind is what the name's own type says.
  return "value" in result ? (result.value as SettingValue<Name>) : "wrong";
}
